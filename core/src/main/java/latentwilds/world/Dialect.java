package latentwilds.world;

import java.util.Arrays;
import latentwilds.latent.Latents;
import latentwilds.seed.Streams;

/**
 * How a run speaks the language of the ground: every biome has a place of its own in the noise that
 * regions share, and all over the island its ground is some of that and some of where one is. So
 * two runs' deserts differ, a run's own differs from end to end, and all are deserts: the generator
 * knows noise of this kind. Immutable; any thread.
 */
public final class Dialect {
    /** Share of a run's own place, and of the region, in a biome's noise: standard deviations. */
    static final double OWN = 0.7;

    static final double REGIONAL = 0.6;

    private final float[][] own;

    /**
     * The dialect of a run.
     *
     * @param streams of the run
     * @param size channels that regions share
     */
    public Dialect(Streams streams, int size) {
        // By the label, since another biome's coming must not turn this one's.
        own =
                Arrays.stream(Biome.values())
                        .map(b -> streams.stream("terrain.dialect." + b.label()))
                        .map(random -> Latents.gaussian(random, size))
                        .toArray(float[][]::new);
    }

    /**
     * The noise that a biome's code leans with in a place.
     *
     * @param biome which
     * @param region noise of the place, standard normal; not changed
     * @return as many values
     */
    public float[] of(Biome biome, float[] region) {
        float[] heard = new float[region.length];
        for (int k = 0; k < heard.length; k++) {
            heard[k] = (float) (OWN * own[biome.ordinal()][k] + REGIONAL * region[k]);
        }
        return heard;
    }

    /**
     * The noise of a place where biomes mix: as far from the mean as that of one biome.
     *
     * @param shares of the biomes, in the enum's order, that add up to 1
     * @param region noise of the place, standard normal; not changed
     * @return as many values
     */
    public float[] of(double[] shares, float[] region) {
        double norm = 0;
        for (double share : shares) {
            norm += share * share;
        }
        norm = Math.sqrt(norm);
        float[] mixed = new float[region.length];
        for (int k = 0; k < mixed.length; k++) {
            double sum = 0;
            for (int b = 0; b < shares.length; b++) {
                sum += shares[b] * own[b][k];
            }
            mixed[k] = (float) (OWN * sum / norm + REGIONAL * region[k]);
        }
        return mixed;
    }
}
