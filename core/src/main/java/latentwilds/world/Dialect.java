package latentwilds.world;

import java.util.ArrayList;
import java.util.List;
import latentwilds.latent.Latents;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorWeights;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/**
 * How a run speaks the language of the ground. Every biome has a few words of its own: places in
 * the noise that regions share, of those that the generator learned its ground at ({@link
 * GeneratorWeights#places}). Which of them a region speaks, and how it says it, is smooth noise
 * over the island. So two runs' deserts differ, a run's own differs from end to end, and all are
 * deserts. For one thread.
 */
public final class Dialect {
    /** Places of a biome in one run. */
    static final int WORDS = 3;

    /** How clearly a region speaks one word rather than a mix of them. */
    private static final double CLARITY = 2;

    /** Where a model has no places, they are drawn: this is how far from the mean, and how wide. */
    private static final float PLAIN = 0.8f;

    private static final float PLAIN_SPREAD = 0.6f;

    private final RegionNoise noise;
    private final int size;
    private final float spread;
    private final float[][][] words;

    /**
     * The dialect of a run.
     *
     * @param streams of the run
     * @param weights the ground's generator
     * @param group the label group that has a label per biome
     */
    public Dialect(Streams streams, GeneratorWeights weights, Condition.Group group) {
        size = weights.spec().regionSize();
        spread = group.places() == null ? PLAIN_SPREAD : group.places().spread();
        noise = new RegionNoise(streams, size + WORDS);
        Biome[] biomes = Biome.values();
        words = new float[biomes.length][][];
        for (Biome biome : biomes) {
            // By the label, since another biome's coming must not turn this one's.
            RandomStream random = streams.stream("terrain.dialect." + biome.label());
            words[biome.ordinal()] = words(random, weights.places(group.name(), biome.label()));
        }
    }

    private float[][] words(RandomStream random, List<float[]> learned) {
        List<float[]> left = new ArrayList<>(learned);
        float[][] chosen = new float[WORDS][];
        for (int w = 0; w < WORDS; w++) {
            if (learned.isEmpty()) {
                chosen[w] = Latents.gaussian(random, size);
                for (int k = 0; k < size; k++) {
                    chosen[w][k] *= PLAIN;
                }
            } else if (left.isEmpty()) {
                chosen[w] = random.pick(learned);
            } else {
                chosen[w] = left.remove(random.nextInt(left.size()));
            }
        }
        return chosen;
    }

    /**
     * What is heard of a region in one cell.
     *
     * @param x the cell, from the west
     * @param y the cell, from the south
     * @return its voice
     */
    public Voice at(int x, int y) {
        float[] values = noise.at(x, y);
        double[] clear = new double[WORDS];
        double sum = 0;
        for (int w = 0; w < WORDS; w++) {
            clear[w] = StrictMath.exp(CLARITY * values[size + w]);
            sum += clear[w];
        }
        for (int w = 0; w < WORDS; w++) {
            clear[w] /= sum;
        }
        return new Voice(clear, values);
    }

    /** How a region speaks. */
    public final class Voice {
        private final double[] shares;
        private final float[] own;

        private Voice(double[] shares, float[] own) {
            this.shares = shares;
            this.own = own;
        }

        /**
         * The noise that a biome's code leans with here.
         *
         * @param biome which
         * @return {@code regionSize} values
         */
        public float[] of(Biome biome) {
            float[] heard = new float[size];
            for (int k = 0; k < size; k++) {
                double word = 0;
                for (int w = 0; w < WORDS; w++) {
                    word += shares[w] * words[biome.ordinal()][w][k];
                }
                heard[k] = (float) (word + spread * own[k]);
            }
            return heard;
        }
    }
}
