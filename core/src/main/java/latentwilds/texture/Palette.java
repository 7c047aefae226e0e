package latentwilds.texture;

import java.util.Arrays;

/**
 * A few colours for many: k-means over the opaque pixels, begun at evenly spaced quantiles of
 * luminance so that the same picture always gives the same palette.
 */
final class Palette {
    private static final int ROUNDS = 6;

    private final float[] centres;

    private Palette(float[] centres) {
        this.centres = centres;
    }

    /** At most {@code colours} of them for pixels given as RGB triples, 0 to 255. */
    static Palette of(float[] rgb, int colours) {
        int pixels = rgb.length / 3;
        int k = Math.min(colours, pixels);
        Integer[] order = new Integer[pixels];
        for (int i = 0; i < pixels; i++) {
            order[i] = i;
        }
        Arrays.sort(
                order,
                (a, b) -> {
                    int byLight = Float.compare(luminance(rgb, a), luminance(rgb, b));
                    return byLight != 0 ? byLight : Integer.compare(a, b);
                });
        float[] centres = new float[3 * k];
        for (int c = 0; c < k; c++) {
            int from = order[(int) ((c + 0.5) * pixels / k)];
            System.arraycopy(rgb, 3 * from, centres, 3 * c, 3);
        }
        Palette palette = new Palette(centres);
        for (int round = 0; round < ROUNDS; round++) {
            palette.move(rgb);
        }
        return palette;
    }

    private static float luminance(float[] rgb, int pixel) {
        return 0.299f * rgb[3 * pixel] + 0.587f * rgb[3 * pixel + 1] + 0.114f * rgb[3 * pixel + 2];
    }

    /** Moves each centre to the mean of its pixels. */
    private void move(float[] rgb) {
        double[] sums = new double[centres.length];
        int[] counts = new int[centres.length / 3];
        for (int i = 0; i < rgb.length; i += 3) {
            int c = nearest(rgb[i], rgb[i + 1], rgb[i + 2]);
            counts[c]++;
            for (int j = 0; j < 3; j++) {
                sums[3 * c + j] += rgb[i + j];
            }
        }
        for (int i = 0; i < centres.length; i++) {
            if (counts[i / 3] > 0) {
                centres[i] = (float) (sums[i] / counts[i / 3]);
            }
        }
    }

    /** Number of the colour that is nearest. */
    int nearest(float r, float g, float b) {
        int best = 0;
        float bestDistance = Float.MAX_VALUE;
        for (int c = 0; c < centres.length; c += 3) {
            float dr = r - centres[c];
            float dg = g - centres[c + 1];
            float db = b - centres[c + 2];
            // The eye sees green best and blue least.
            float distance = 3 * dr * dr + 6 * dg * dg + db * db;
            if (distance < bestDistance) {
                bestDistance = distance;
                best = c / 3;
            }
        }
        return best;
    }

    /** One channel of a colour, 0 to 255. */
    int channel(int colour, int channel) {
        return Math.round(centres[3 * colour + channel]);
    }
}
