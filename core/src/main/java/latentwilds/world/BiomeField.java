package latentwilds.world;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which biomes a place is made of: a weight for each, positive, together 1. What suits a place best
 * is strongest there; over the width of a border ({@link Borders}) its weight goes smoothly over to
 * the neighbour's. Immutable; any thread.
 */
public final class BiomeField {
    /** Side of the island in cells. */
    public static final int SIZE = 1024;

    /** Cells over which roads blend into the ground on either side of their edge. */
    private static final double EDGE = 0.8;

    /** Cells from the edge of a fireplace's ash to its embers. */
    private static final double EMBERS = 0.65;

    private final Suitability suitability;
    private final Optional<Ways> ways;
    private final Borders borders = new Borders();
    private final int count = Biome.values().length;

    private final boolean endless;

    private BiomeField(Suitability suitability, Optional<Ways> ways, boolean endless) {
        this.suitability = suitability;
        this.ways = ways;
        this.endless = endless;
    }

    /** Ground that nobody has built on. */
    static BiomeField wild(Suitability suitability) {
        return new BiomeField(suitability, Optional.empty(), false);
    }

    /** The same ground with what people made on it. */
    BiomeField with(Ways built) {
        return new BiomeField(suitability.with(built), Optional.of(built), false);
    }

    /**
     * The island and its mirror images without end: a test field for walks of any length. Noise is
     * not mirrored, so that all of its ground is fresh.
     *
     * @return the same weights on the island itself
     */
    public BiomeField endless() {
        return new BiomeField(suitability, ways, true);
    }

    /** Back and forth between 0 and the island's side. */
    private static double mirrored(double at) {
        double folded = at - 2 * SIZE * Math.floor(at / (2 * SIZE));
        return folded > SIZE ? 2 * SIZE - folded : folded;
    }

    /**
     * The weights of all biomes at a place.
     *
     * @param x cells from the west; fractions are allowed
     * @param y cells from the south
     * @return one weight per biome in the enum's order, 0 to 1, together 1
     */
    public double[] weights(double x, double y) {
        if (endless) {
            return islandWeights(mirrored(x), mirrored(y));
        }
        return islandWeights(x, y);
    }

    private double[] islandWeights(double x, double y) {
        double[] weights = new double[count];
        double[] scores = new double[count];
        suitability.at(x, y, scores);
        double rest = 1;
        if (ways.isPresent()) {
            rest = give(weights, Biome.ROCK, rest, ways.get().stone(x, y));
            rest = give(weights, Biome.LAVA, rest, ways.get().hearth(x, y) - EMBERS);
            rest = give(weights, Biome.VOLCANIC, rest, ways.get().hearth(x, y));
            rest = give(weights, Biome.PAVING, rest, ways.get().plaza(x, y));
            rest = give(weights, Biome.ROAD, rest, ways.get().road(x, y));
        }
        share(scores, rest, weights);
        return weights;
    }

    /** Gives a fraction of what is left to one biome; returns what is then left. */
    private static double give(double[] weights, Biome biome, double rest, double depth) {
        double fraction = Shape.smoothstep(-EDGE, EDGE, depth);
        weights[biome.ordinal()] += rest * fraction;
        return rest * (1 - fraction);
    }

    /**
     * Shares the rest: a biome's part is the product of how clearly it suits better than each other
     * one. Only a product over all pairs lets every pair have a width of its own and still changes
     * smoothly where three meet.
     */
    private void share(double[] scores, double rest, double[] weights) {
        double floor = scores[best(scores)] - 2 * Borders.WIDEST;
        int[] rivals = new int[count];
        int rivalCount = 0;
        for (int i = 0; i < count; i++) {
            if (scores[i] > floor) {
                rivals[rivalCount++] = i;
            }
        }
        double sum = 0;
        double[] parts = new double[rivalCount];
        for (int k = 0; k < rivalCount; k++) {
            int i = rivals[k];
            double part = 1;
            for (int m = 0; m < rivalCount && part > 0; m++) {
                int j = rivals[m];
                if (j != i) {
                    double width = borders.width(i, j);
                    part *= Shape.smoothstep(-width, width, scores[i] - scores[j]);
                }
            }
            parts[k] = part;
            sum += part;
        }
        for (int k = 0; k < rivalCount; k++) {
            weights[rivals[k]] += rest * parts[k] / sum;
        }
    }

    private static int best(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    /**
     * The biome that is strongest at a place.
     *
     * @param x cells from the west
     * @param y cells from the south
     * @return the biome
     */
    public Biome biome(double x, double y) {
        return Biome.values()[best(weights(x, y))];
    }

    /**
     * The strongest biome's number, without weighing where one is alone; {@code scores} is room.
     */
    int wildest(double x, double y, double[] scores) {
        if (suitability.abyss(x, y)) {
            return Biome.DEEP_WATER.ordinal();
        }
        suitability.at(x, y, scores);
        int best = best(scores);
        for (int i = 0; i < count; i++) {
            if (i != best && scores[i] > scores[best] - borders.width(i, best)) {
                double[] weights = new double[count];
                share(scores, 1, weights);
                return best(weights);
            }
        }
        return best;
    }

    /**
     * The weights that count, for a person to read.
     *
     * @param x cells from the west
     * @param y cells from the south
     * @return biomes of at least a hundredth
     */
    public Map<Biome, Double> mixture(double x, double y) {
        double[] weights = weights(x, y);
        Map<Biome, Double> mixture = new EnumMap<>(Biome.class);
        for (Biome biome : Biome.values()) {
            if (weights[biome.ordinal()] >= 0.01) {
                mixture.put(biome, weights[biome.ordinal()]);
            }
        }
        return mixture;
    }
}
