package latentwilds.preview;

import java.util.List;
import latentwilds.seed.Streams;
import latentwilds.world.Biome;
import latentwilds.world.Wording;

/**
 * The colours of a run's ground where one stands: those of the places that the region speaks
 * ({@link Wording}), mixed as it mixes them. For one thread.
 */
public final class RegionColours {
    private final Colours colours;
    private final Wording wording;

    /**
     * The colours of a run.
     *
     * @param colours of a terrain model
     * @param streams of the run
     */
    public RegionColours(Colours colours, Streams streams) {
        this.colours = colours;
        wording = new Wording(streams, biome -> places(biome).size());
    }

    private List<Integer> places(Biome biome) {
        return colours.places().getOrDefault(biome, List.of());
    }

    /**
     * The colour of a cell between biomes.
     *
     * @param x cell from the west
     * @param y cell from the south
     * @param weights of all biomes by their ordinal; their sum is 1
     * @return {@code 0xRRGGBB}
     */
    public int at(int x, int y, double[] weights) {
        double[] shares = wording.shares(x, y);
        double[] levels = new double[3];
        for (Biome biome : Biome.values()) {
            double weight = weights[biome.ordinal()];
            int[] words = weight > 0 ? wording.of(biome) : new int[0];
            if (words.length == 0) {
                add(levels, weight, colours.of(biome));
            }
            for (int w = 0; w < words.length; w++) {
                add(levels, weight * shares[w], places(biome).get(words[w]));
            }
        }
        return (int) Math.round(levels[0]) << 16
                | (int) Math.round(levels[1]) << 8
                | (int) Math.round(levels[2]);
    }

    private static void add(double[] levels, double weight, int rgb) {
        for (int c = 0; c < 3; c++) {
            levels[c] += weight * (rgb >> 16 - 8 * c & 255);
        }
    }
}
