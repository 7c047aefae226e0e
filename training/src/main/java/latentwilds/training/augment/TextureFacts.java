package latentwilds.training.augment;

/**
 * A texture in a few numbers, to say which are alike: mean and spread of each channel, and how much
 * its brightness changes over 1, 2, 4, 8 and 16 pixels to the right and down.
 */
final class TextureFacts {
    private static final int STEPS = 5;
    private static final int COLOURS = 3;

    /** A step of brightness, 0 to 255, below which all is flat. */
    private static final double FLAT = 0.5;

    private TextureFacts() {}

    /**
     * Looks at a texture.
     *
     * @param pixels {@code side x side x channels} bytes, interleaved
     * @param side in pixels
     * @param channels at least 3
     * @return 16 numbers
     */
    static double[] of(byte[] pixels, int side, int channels) {
        int count = side * side;
        double[] facts = new double[2 * COLOURS + 2 * STEPS];
        double[] brightness = new double[count];
        for (int c = 0; c < COLOURS; c++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < count; i++) {
                int value = pixels[i * channels + c] & 255;
                sum += value;
                squares += (double) value * value;
                brightness[i] += value / (double) COLOURS;
            }
            double mean = sum / count;
            facts[c] = mean;
            facts[COLOURS + c] = log(Math.sqrt(Math.max(0, squares / count - mean * mean)));
        }
        int at = 2 * COLOURS;
        for (int i = 0; i < STEPS; i++) {
            facts[at++] = log(change(brightness, side, 1 << i, 0));
            facts[at++] = log(change(brightness, side, 0, 1 << i));
        }
        return facts;
    }

    private static double log(double value) {
        return Math.log(FLAT + value);
    }

    /** Mean change of brightness from a pixel to another; the texture tiles. */
    private static double change(double[] brightness, int side, int right, int down) {
        double sum = 0;
        for (int y = 0; y < side; y++) {
            int row = (y + down) % side * side;
            for (int x = 0; x < side; x++) {
                sum += Math.abs(brightness[row + (x + right) % side] - brightness[y * side + x]);
            }
        }
        return sum / brightness.length;
    }
}
