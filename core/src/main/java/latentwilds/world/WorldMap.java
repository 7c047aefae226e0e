package latentwilds.world;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The island's biomes cell by cell, and which cells can be reached on foot from the start.
 * Immutable after construction; any thread.
 */
public final class WorldMap {
    private static final int SIZE = BiomeField.SIZE;

    private final BiomeGrid biomes;
    private final List<Settlement> settlements;
    private final List<Landmark> landmarks;
    private final boolean[] reachable = new boolean[SIZE * SIZE];
    private final Cell start;

    /** The map of an island on which somebody has settled. */
    WorldMap(BiomeGrid biomes, List<Settlement> settlements, List<Landmark> landmarks) {
        this.biomes = biomes;
        this.settlements = settlements;
        this.landmarks = landmarks;
        start = settlements.get(0).cell();
        int[] regions = Regions.label(SIZE, biomes::walkable);
        int home = regions[start.y() * SIZE + start.x()];
        for (int i = 0; i < regions.length; i++) {
            reachable[i] = regions[i] == home;
        }
    }

    /**
     * The biome of a cell.
     *
     * @param x cells from the west
     * @param y cells from the south
     * @return the strongest biome; deep water outside of the island
     */
    public Biome biome(int x, int y) {
        return biomes.at(x, y);
    }

    /**
     * How deep one stands at a place. Between the middles of four cells depth changes evenly, so
     * that whoever walks into water sinks step by step.
     *
     * @param x metres from the west; fractions are allowed
     * @param y metres from the south
     * @return dry on firm ground
     */
    public Footing footing(double x, double y) {
        int west = (int) Math.floor(x - 0.5);
        int south = (int) Math.floor(y - 0.5);
        double east = x - 0.5 - west;
        double north = y - 0.5 - south;
        return Footing.DRY
                .plus(biome(west, south), (1 - east) * (1 - north))
                .plus(biome(west + 1, south), east * (1 - north))
                .plus(biome(west, south + 1), (1 - east) * north)
                .plus(biome(west + 1, south + 1), east * north);
    }

    /**
     * Whether one can walk on a cell.
     *
     * @param x cells from the west
     * @param y cells from the south
     * @return false for deep water, lava, cliffs and outside
     */
    public boolean walkable(int x, int y) {
        return biomes.walkable(x, y);
    }

    /**
     * Whether a cell is rock too steep to climb: a cliff, or a stone that people set up.
     *
     * @param x cells from the west
     * @param y cells from the south
     * @return false where a road is cut through
     */
    public boolean cliff(int x, int y) {
        return biomes.cliff(x, y);
    }

    /**
     * Whether one can walk from the start to a cell.
     *
     * @param x cells from the west
     * @param y cells from the south
     * @return true if connected by land
     */
    public boolean reachable(int x, int y) {
        return biomes.inside(x, y) && reachable[y * SIZE + x];
    }

    /**
     * Where a run begins.
     *
     * @return the middle of the first settlement's plaza
     */
    public Cell start() {
        return start;
    }

    /**
     * The settlement that a cell belongs to.
     *
     * @param cell where
     * @return nothing in the wilds
     */
    public Optional<Settlement> settlement(Cell cell) {
        return settlements.stream()
                .filter(s -> s.cell().distance(cell) <= Settlement.RADIUS)
                .findFirst();
    }

    /**
     * Where people live.
     *
     * @return five to nine, the first where a run begins
     */
    public List<Settlement> settlements() {
        return settlements;
    }

    /**
     * What people built in the wilds.
     *
     * @return usually nine to thirteen
     */
    public List<Landmark> landmarks() {
        return landmarks;
    }

    /**
     * The landmark that a cell belongs to.
     *
     * @param cell where
     * @return nothing elsewhere
     */
    public Optional<Landmark> landmark(Cell cell) {
        return landmarks.stream()
                .filter(l -> l.cell().distance(cell) <= Landmark.RADIUS)
                .findFirst();
    }

    /**
     * The nearest cell that fulfils a wish.
     *
     * @param from where to begin
     * @param wish what the cell must be
     * @return the cell with the smallest distance; the first of several in reading order
     */
    public Optional<Cell> nearest(Cell from, Predicate<Cell> wish) {
        Cell best = null;
        // Ring by ring: a cell on ring r is between r and 1.5 r metres away.
        for (int r = 0; r < 2 * SIZE && (best == null || r <= best.distance(from)); r++) {
            for (int dy = -r; dy <= r; dy++) {
                int step = Math.abs(dy) == r ? 1 : 2 * r;
                for (int dx = -r; dx <= r; dx += Math.max(1, step)) {
                    Cell cell = new Cell(from.x() + dx, from.y() + dy);
                    if (biomes.inside(cell.x(), cell.y())
                            && (best == null || cell.distance(from) < best.distance(from))
                            && wish.test(cell)) {
                        best = cell;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * How much of the island is of a biome.
     *
     * @param biome which
     * @return cells
     */
    public int count(Biome biome) {
        return biomes.count(biome);
    }

    /**
     * A number that two maps share only if they are the same.
     *
     * @return hash of all biomes and cliffs
     */
    public int mapHash() {
        return biomes.hash();
    }
}
