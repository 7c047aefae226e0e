package latentwilds.world;

import java.util.BitSet;

/** Where bare rock is too steep to climb: walls of the land itself. */
final class Cliffs {
    /** Rise per cell from which on nobody climbs; rock begins at about 0.019. */
    private static final double TOO_STEEP = 0.0275;

    /** Fewer cells than this are boulders that one steps over. */
    private static final int FEWEST = 24;

    private Cliffs() {}

    /**
     * The cliffs of a land on which nothing is built yet.
     *
     * @return one bit per cell, row by row
     */
    static BitSet of(BiomeGrid grid, Climate climate) {
        int size = grid.size();
        BitSet cliffs = new BitSet(size * size);
        for (int i = 0; i < size * size; i++) {
            int x = i % size;
            int y = i / size;
            if (grid.at(x, y) == Biome.ROCK && climate.slope(x + 0.5, y + 0.5) > TOO_STEEP) {
                cliffs.set(i);
            }
        }
        int[] regions = Regions.label(size, (x, y) -> cliffs.get(y * size + x));
        int[] cells = Regions.sizes(regions);
        for (int i = 0; i < regions.length; i++) {
            if (regions[i] >= 0 && cells[regions[i]] < FEWEST) {
                cliffs.clear(i);
            }
        }
        return cliffs;
    }
}
