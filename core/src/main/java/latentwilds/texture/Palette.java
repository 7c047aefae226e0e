package latentwilds.texture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import latentwilds.synthesis.Finish;

/**
 * A few colours that stand for many: variance cuts (Wan and others 1988) to start from, then
 * k-means. Integer arithmetic only, so a picture has the same palette everywhere.
 */
final class Palette {
    // Green and red differences are seen better than blue ones.
    private static final int RED = 3;
    private static final int GREEN = 4;
    private static final int BLUE = 2;

    private final int[] colours;

    private Palette(int[] colours) {
        this.colours = colours;
    }

    /**
     * Chooses colours.
     *
     * @param samples {@code 0xRRGGBB}, one per pixel; reordered
     * @param most at least 1
     */
    static Palette of(int[] samples, int most) {
        Palette palette = new Palette(new ColourBoxes(samples).cut(most));
        for (int round = 0; round < Finish.ROUNDS; round++) {
            palette.improve(samples);
        }
        return palette;
    }

    private void improve(int[] samples) {
        int[] sums = new int[4 * colours.length];
        for (int rgb : samples) {
            int at = 4 * indexOfNearest(rgb);
            sums[at] += rgb >> 16;
            sums[at + 1] += rgb >> 8 & 0xff;
            sums[at + 2] += rgb & 0xff;
            sums[at + 3]++;
        }
        for (int i = 0; i < colours.length; i++) {
            int n = sums[4 * i + 3];
            if (n > 0) {
                colours[i] =
                        mean(sums[4 * i], n) << 16
                                | mean(sums[4 * i + 1], n) << 8
                                | mean(sums[4 * i + 2], n);
            }
        }
    }

    static int mean(int sum, int count) {
        return (sum + count / 2) / count;
    }

    /**
     * Colours that are given.
     *
     * @param colours {@code 0xRRGGBB}, at least one
     */
    static Palette given(int[] colours) {
        return new Palette(colours.clone());
    }

    /** The same with every colour replaced by the nearest of another palette. */
    Palette outOf(Palette allowed) {
        return new Palette(Arrays.stream(colours).map(allowed::nearest).toArray());
    }

    /** Its colours, those of most samples first. */
    int[] byFrequency(int[] samples) {
        int[] counts = new int[colours.length];
        for (int rgb : samples) {
            counts[indexOfNearest(rgb)]++;
        }
        return IntStream.range(0, colours.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> -counts[i]))
                .mapToInt(i -> colours[i])
                .distinct()
                .toArray();
    }

    /** The palette's colour for a colour. */
    int nearest(int rgb) {
        return colours[indexOfNearest(rgb)];
    }

    private int indexOfNearest(int rgb) {
        int red = rgb >> 16;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int r = (colours[i] >> 16) - red;
            int g = (colours[i] >> 8 & 0xff) - green;
            int b = (colours[i] & 0xff) - blue;
            int distance = RED * r * r + GREEN * g * g + BLUE * b * b;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /** The colour of least luma. */
    int darkest() {
        return Arrays.stream(colours).boxed().min(Palette::byLuma).orElseThrow();
    }

    private static int byLuma(int a, int b) {
        int luma = Integer.compare(luma(a), luma(b));
        return luma != 0 ? luma : Integer.compare(a, b);
    }

    private static int luma(int rgb) {
        return 299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff);
    }
}
