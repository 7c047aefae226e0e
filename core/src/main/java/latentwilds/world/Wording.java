package latentwilds.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/**
 * Which words of a language a run has, and which of them its regions speak. The words of a biome
 * are some of the places that the generator learned its ground at; everything is told by their
 * number, so that a map needs no generator. For one thread.
 */
public final class Wording {
    /** Words of a biome in one run. */
    public static final int WORDS = 3;

    /** How clearly a region speaks one word rather than a mix of them. */
    private static final double CLARITY = 2;

    private final RegionNoise noise;
    private final int[][] words;

    /**
     * The wording of a run.
     *
     * @param streams of the run
     * @param places how many a biome has to choose from; may be 0
     */
    public Wording(Streams streams, ToIntFunction<Biome> places) {
        noise = new RegionNoise(streams, "terrain.wording", WORDS);
        Biome[] biomes = Biome.values();
        words = new int[biomes.length][];
        for (Biome biome : biomes) {
            // By the label, since another biome's coming must not turn this one's.
            RandomStream random = streams.stream("terrain.dialect." + biome.label());
            words[biome.ordinal()] = words(random, places.applyAsInt(biome));
        }
    }

    /** All different, as long as there are enough; none if there are none. */
    private static int[] words(RandomStream random, int places) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            left.add(i);
        }
        int[] words = new int[places == 0 ? 0 : WORDS];
        for (int w = 0; w < words.length; w++) {
            words[w] =
                    left.isEmpty()
                            ? random.nextInt(places)
                            : left.remove(random.nextInt(left.size()));
        }
        return words;
    }

    /**
     * A biome's words.
     *
     * @param biome which
     * @return {@link #WORDS} numbers of places, fewer than the biome has to choose from; empty if
     *     it has none
     */
    public int[] of(Biome biome) {
        return words[biome.ordinal()].clone();
    }

    /**
     * How much a region speaks each of its words, the same of all biomes.
     *
     * @param x cell from the west
     * @param y cell from the south
     * @return {@link #WORDS} shares whose sum is 1
     */
    public double[] shares(int x, int y) {
        float[] values = noise.at(x, y);
        double[] shares = new double[WORDS];
        double sum = 0;
        for (int w = 0; w < WORDS; w++) {
            shares[w] = StrictMath.exp(CLARITY * values[w]);
            sum += shares[w];
        }
        for (int w = 0; w < WORDS; w++) {
            shares[w] /= sum;
        }
        return shares;
    }
}
