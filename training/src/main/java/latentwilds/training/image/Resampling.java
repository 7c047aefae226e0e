package latentwilds.training.image;

import java.awt.image.BufferedImage;

/** Changes an image's size, colour weighed by alpha so that what is transparent does not bleed. */
final class Resampling {
    private Resampling() {}

    /**
     * Each direction for itself: down by the mean over the area that a new pixel covers; up by the
     * pixel at its centre, or bilinearly between pixel centres if {@code smooth}.
     */
    static BufferedImage resized(BufferedImage image, int width, int height, boolean smooth) {
        Weights across = Weights.of(image.getWidth(), width, smooth);
        Weights down = Weights.of(image.getHeight(), height, smooth);
        BufferedImage resized = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                resized.setRGB(x, y, mean(image, across, x, down, y));
            }
        }
        return resized;
    }

    private static int mean(BufferedImage image, Weights across, int x, Weights down, int y) {
        double alpha = 0;
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int j = 0; j < down.weight[y].length; j++) {
            for (int i = 0; i < across.weight[x].length; i++) {
                int argb = image.getRGB(across.first[x] + i, down.first[y] + j);
                double a = down.weight[y][j] * across.weight[x][i] * (argb >>> 24);
                alpha += a;
                red += a * (argb >> 16 & 255);
                green += a * (argb >> 8 & 255);
                blue += a * (argb & 255);
            }
        }
        int a = level(alpha);
        return a == 0
                ? 0
                : a << 24
                        | level(red / alpha) << 16
                        | level(green / alpha) << 8
                        | level(blue / alpha);
    }

    /** Halves go up; sums of weights such as 1/3 must not fall below one. */
    private static int level(double value) {
        return (int) Math.floor(value + 0.5 + 1e-9);
    }

    /** Which source pixels a new pixel is made of, and with what share; shares sum to 1. */
    private record Weights(int[] first, double[][] weight) {
        static Weights of(int from, int to, boolean smooth) {
            int[] first = new int[to];
            double[][] weight = new double[to][];
            double step = (double) from / to;
            for (int i = 0; i < to; i++) {
                if (to <= from) {
                    double start = i * step;
                    double end = start + step;
                    first[i] = (int) Math.floor(start + 1e-9);
                    int last = Math.min(from - 1, (int) Math.ceil(end - 1e-9) - 1);
                    weight[i] = new double[last - first[i] + 1];
                    for (int k = first[i]; k <= last; k++) {
                        double share = Math.min(k + 1, end) - Math.max(k, start);
                        weight[i][k - first[i]] = share / step;
                    }
                } else if (smooth) {
                    double at = Math.max(0, Math.min(from - 1, (i + 0.5) * step - 0.5));
                    first[i] = Math.min((int) at, Math.max(0, from - 2));
                    double t = at - first[i];
                    weight[i] = from == 1 ? new double[] {1} : new double[] {1 - t, t};
                } else {
                    first[i] = (int) ((i + 0.5) * step);
                    weight[i] = new double[] {1};
                }
            }
            return new Weights(first, weight);
        }
    }
}
