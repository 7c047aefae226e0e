package latentwilds.world;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The island's biomes cell by cell, and which cells can be reached on foot from the start.
 * Immutable after construction; any thread.
 */
public final class WorldMap {
    private static final int SIZE = BiomeField.SIZE;

    private final byte[] biomes = new byte[SIZE * SIZE];
    private final boolean[] reachable;
    private final Cell start;

    /**
     * Draws the map of a run: about a quarter of a second.
     *
     * @param field of the run
     */
    public WorldMap(BiomeField field) {
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                biomes[y * SIZE + x] = (byte) field.biome(x + 0.5, y + 0.5).ordinal();
            }
        }
        Cell centre = new Cell(SIZE / 2, SIZE / 2);
        int[] regions = Regions.label(SIZE, this::walkable);
        int largest = Regions.largest(regions);
        reachable = new boolean[SIZE * SIZE];
        for (int i = 0; i < regions.length; i++) {
            reachable[i] = regions[i] == largest;
        }
        start =
                nearest(centre, c -> reachable(c.x(), c.y()) && pleasant(c))
                        .or(() -> nearest(centre, c -> reachable(c.x(), c.y())))
                        .orElseThrow(() -> new IllegalStateException("An island without land"));
    }

    /** Open grass for some metres around. */
    private boolean pleasant(Cell cell) {
        for (int dy = -4; dy <= 4; dy++) {
            for (int dx = -4; dx <= 4; dx++) {
                Biome biome = biome(cell.x() + dx, cell.y() + dy);
                if (biome != Biome.GRASS && biome != Biome.SHRUBS && biome != Biome.FOREST_FLOOR) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * The biome of a cell.
     *
     * @param x cells from the west
     * @param y cells from the south
     * @return the strongest biome; water outside of the island
     */
    public Biome biome(int x, int y) {
        return inside(x, y) ? Biome.values()[biomes[y * SIZE + x]] : Biome.WATER;
    }

    /**
     * Whether one can walk on a cell.
     *
     * @param x cells from the west
     * @param y cells from the south
     * @return false for water, lava and outside
     */
    public boolean walkable(int x, int y) {
        return biome(x, y).walkable();
    }

    /**
     * Whether one can walk from the start to a cell.
     *
     * @param x cells from the west
     * @param y cells from the south
     * @return true if connected by land
     */
    public boolean reachable(int x, int y) {
        return inside(x, y) && reachable[y * SIZE + x];
    }

    private static boolean inside(int x, int y) {
        return x >= 0 && y >= 0 && x < SIZE && y < SIZE;
    }

    /**
     * Where a run begins.
     *
     * @return a walkable cell, on open land if there is any
     */
    public Cell start() {
        return start;
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
                    if (inside(cell.x(), cell.y())
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
        int count = 0;
        for (byte b : biomes) {
            count += b == biome.ordinal() ? 1 : 0;
        }
        return count;
    }

    /**
     * A number that two maps share only if they are the same.
     *
     * @return hash of all biomes
     */
    public int mapHash() {
        return Arrays.hashCode(biomes);
    }
}
