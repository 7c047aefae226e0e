package latentwilds.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/** Chooses where people settle: on pleasant ground of the mainland, far from each other. */
final class Settlements {
    private static final int FEWEST = 5;
    private static final int MOST = 9;
    private static final int TRIES = 6_000;
    private static final int ROOM = 8;
    private static final Spread SPREAD = new Spread(200, 40, 0.85);
    private static final Set<Biome> PLEASANT =
            Set.of(Biome.GRASS, Biome.MEADOW, Biome.DRY_GRASS, Biome.FOREST_FLOOR, Biome.DIRT);

    private final BiomeGrid grid;
    private final int[] regions;
    private final int mainland;

    /**
     * For an island.
     *
     * @param regions as {@link Regions#label} numbers them
     * @param mainland the region to settle in
     */
    Settlements(BiomeGrid grid, int[] regions, int mainland) {
        this.grid = grid;
        this.regions = regions;
        this.mainland = mainland;
    }

    /** Five to nine places, the first nearest to the island's middle. */
    List<Settlement> choose(Streams streams) {
        RandomStream random = streams.stream("world.settlements");
        int wanted = random.nextInt(FEWEST, MOST + 1);
        List<Cell> candidates = candidates(random, true);
        if (candidates.size() < wanted) {
            candidates = candidates(random, false);
        }
        if (candidates.isEmpty()) {
            throw new IllegalStateException("An island without land");
        }
        List<Cell> chosen = new ArrayList<>();
        chosen.add(nearest(candidates, new Cell(grid.size() / 2, grid.size() / 2)));
        SPREAD.choose(candidates, chosen, wanted);
        List<Settlement> settlements = new ArrayList<>();
        for (Cell cell : chosen) {
            settlements.add(new Settlement(settlements.size(), cell));
        }
        return List.copyOf(settlements);
    }

    private List<Cell> candidates(RandomStream random, boolean picky) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            Cell cell = new Cell(random.nextInt(grid.size()), random.nextInt(grid.size()));
            if (regions[cell.y() * grid.size() + cell.x()] == mainland && roomy(cell, picky)) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private boolean roomy(Cell cell, boolean picky) {
        for (int dy = -ROOM; dy <= ROOM; dy += 2) {
            for (int dx = -ROOM; dx <= ROOM; dx += 2) {
                Biome biome = grid.at(cell.x() + dx, cell.y() + dy);
                if (picky ? !PLEASANT.contains(biome) : !biome.dry()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Cell nearest(List<Cell> cells, Cell to) {
        Cell best = cells.get(0);
        for (Cell cell : cells) {
            best = cell.distance(to) < best.distance(to) ? cell : best;
        }
        return best;
    }
}
