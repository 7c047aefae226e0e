package latentwilds.world;

import java.util.ArrayList;
import java.util.List;
import latentwilds.latent.Latents;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorWeights;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/**
 * How a run speaks the language of the ground. Every biome has a few words of its own ({@link
 * Wording}): places in the noise that regions share, of those that the generator learned its ground
 * at ({@link GeneratorWeights#places}). How a region says them is smooth noise over the island. So
 * two runs' deserts differ, a run's own differs from end to end, and all are deserts. For one
 * thread.
 */
public final class Dialect {
    /** Where a model has no places, they are drawn: this is how far from the mean, and how wide. */
    private static final float PLAIN = 0.8f;

    private static final float PLAIN_SPREAD = 0.6f;

    private final RegionNoise noise;
    private final Wording wording;
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
        noise = new RegionNoise(streams, "terrain.region", size);
        Biome[] biomes = Biome.values();
        List<List<float[]>> learned = new ArrayList<>();
        for (Biome biome : biomes) {
            learned.add(weights.places(group.name(), biome.label()));
        }
        wording = new Wording(streams, biome -> learned.get(biome.ordinal()).size());
        words = new float[biomes.length][Wording.WORDS][];
        for (Biome biome : biomes) {
            int[] chosen = wording.of(biome);
            RandomStream random = streams.stream("terrain.plain." + biome.label());
            for (int w = 0; w < Wording.WORDS; w++) {
                words[biome.ordinal()][w] =
                        chosen.length == 0
                                ? plain(random)
                                : learned.get(biome.ordinal()).get(chosen[w]);
            }
        }
    }

    private float[] plain(RandomStream random) {
        float[] word = Latents.gaussian(random, size);
        for (int k = 0; k < size; k++) {
            word[k] *= PLAIN;
        }
        return word;
    }

    /**
     * What is heard of a region in one cell.
     *
     * @param x the cell, from the west
     * @param y the cell, from the south
     * @return its voice
     */
    public Voice at(int x, int y) {
        return new Voice(wording.shares(x, y), noise.at(x, y));
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
                for (int w = 0; w < Wording.WORDS; w++) {
                    word += shares[w] * words[biome.ordinal()][w][k];
                }
                heard[k] = (float) (word + spread * own[k]);
            }
            return heard;
        }
    }
}
