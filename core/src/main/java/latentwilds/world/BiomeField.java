package latentwilds.world;

import java.util.EnumMap;
import java.util.Map;
import latentwilds.seed.Streams;

/**
 * Which biomes a place is made of: a weight for each, positive, together 1. Weights change smoothly
 * over a few cells: that is the width of a blend. Immutable; any thread.
 */
public final class BiomeField {
    /** Side of the island in cells. */
    public static final int SIZE = 512;

    /** How sharply one climate gives way to the next. */
    private static final double SHARPNESS = 110;

    /** A biome's favourite place on the axes temperature and moisture. */
    private record Favourite(Biome biome, double temperature, double moisture) {}

    private static final Favourite[] FAVOURITES = {
        new Favourite(Biome.ICE, 0.16, 0.66),
        new Favourite(Biome.SNOW, 0.22, 0.38),
        new Favourite(Biome.GRAVEL, 0.40, 0.20),
        new Favourite(Biome.FOREST_FLOOR, 0.44, 0.68),
        new Favourite(Biome.GRASS, 0.52, 0.47),
        new Favourite(Biome.SWAMP, 0.66, 0.80),
        new Favourite(Biome.SHRUBS, 0.68, 0.55),
        new Favourite(Biome.DIRT, 0.62, 0.31),
        new Favourite(Biome.SAND, 0.84, 0.30),
    };

    private final Climate climate;

    /**
     * The field of a run.
     *
     * @param streams of the run
     */
    public BiomeField(Streams streams) {
        climate = new Climate(streams, SIZE);
    }

    /**
     * The weights of all biomes at a place.
     *
     * @param x cells from the west; fractions are allowed
     * @param y cells from the south
     * @return one weight per biome in the enum's order, 0 to 1, together 1
     */
    public double[] weights(double x, double y) {
        Climate.Sample here = climate.at(x, y);
        double[] weights = new double[Biome.values().length];
        double rest = 1;
        rest = give(weights, Biome.WATER, rest, 1 - step(Climate.SEA, 0.02, here.elevation()));
        rest =
                give(
                        weights,
                        Biome.SAND,
                        rest,
                        1 - step(Climate.SEA + 0.05, 0.02, here.elevation()));
        rest = give(weights, Biome.LAVA, rest, step(0.79, 0.03, here.strangeness()));
        rest = give(weights, Biome.VOLCANIC, rest, step(0.71, 0.03, here.strangeness()));
        rest = give(weights, Biome.ROCK, rest, step(0.79, 0.03, here.elevation()));
        climates(weights, rest, here);
        return weights;
    }

    /**
     * The biome that is strongest at a place.
     *
     * @param x cells from the west
     * @param y cells from the south
     * @return the biome
     */
    public Biome biome(double x, double y) {
        double[] weights = weights(x, y);
        int best = 0;
        for (int i = 1; i < weights.length; i++) {
            if (weights[i] > weights[best]) {
                best = i;
            }
        }
        return Biome.values()[best];
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

    private static double step(double at, double halfWidth, double x) {
        return Shape.smoothstep(at - halfWidth, at + halfWidth, x);
    }

    /** Gives a fraction of what is left to one biome; returns what is then left. */
    private static double give(double[] weights, Biome biome, double rest, double fraction) {
        weights[biome.ordinal()] += rest * fraction;
        return rest * (1 - fraction);
    }

    /** Shares the rest by distance in climate: a softmax. */
    private static void climates(double[] weights, double rest, Climate.Sample here) {
        double[] shares = new double[FAVOURITES.length];
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < shares.length; i++) {
            double dt = here.temperature() - FAVOURITES[i].temperature();
            double dm = here.moisture() - FAVOURITES[i].moisture();
            shares[i] = dt * dt + dm * dm;
            nearest = Math.min(nearest, shares[i]);
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = StrictMath.exp(-SHARPNESS * (shares[i] - nearest));
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            weights[FAVOURITES[i].biome().ordinal()] += rest * shares[i] / sum;
        }
    }
}
