package latentwilds.training.origin;

/**
 * Resizing in fixed point, first across, then down, rounded to bytes in between: the arithmetic by
 * which the sets were made, since their checksums ask for the same bits. Colour is multiplied by
 * alpha meanwhile.
 */
final class Resize {
    private static final int BITS = 22;
    private static final int LANCZOS_LOBES = 3;

    private Resize() {}

    /** Mean over the area that a new pixel covers. */
    static Raster box(Raster image, int width, int height) {
        return resized(image, width, height, false);
    }

    /** Lanczos' windowed sinc with three lobes (C. E. Duchon, 1979), stretched where it shrinks. */
    static Raster lanczos(Raster image, int width, int height) {
        return resized(image, width, height, true);
    }

    private static Raster resized(Raster image, int width, int height, boolean lanczos) {
        int[] pixels = image.argb().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = multiplied(pixels[i]);
        }
        pixels = lines(pixels, image.width(), image.height(), width, lanczos);
        pixels = lines(pixels, image.height(), width, height, lanczos);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = divided(pixels[i]);
        }
        return new Raster(width, height, pixels);
    }

    /** Resizes every line and turns the result, so that the same again does the other direction. */
    private static int[] lines(int[] pixels, int from, int count, int to, boolean lanczos) {
        int[] turned = new int[to * count];
        double scale = (double) from / to;
        double stretch = Math.max(1, scale);
        double support = (lanczos ? LANCZOS_LOBES : 0.5) * stretch;
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            int first = Math.max(0, (int) (centre - support + 0.5));
            int last = Math.min(from, (int) (centre + support + 0.5));
            int[] weights = weights(first, last, centre, stretch, lanczos);
            for (int line = 0; line < count; line++) {
                turned[i * count + line] = sum(pixels, line * from + first, weights);
            }
        }
        return turned;
    }

    private static int[] weights(
            int first, int last, double centre, double stretch, boolean lanczos) {
        double[] weights = new double[last - first];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double at = (k + first - centre + 0.5) * (1 / stretch);
            weights[k] = lanczos ? lanczos(at) : at > -0.5 && at <= 0.5 ? 1 : 0;
            sum += weights[k];
        }
        int[] fixed = new int[weights.length];
        for (int k = 0; k < weights.length; k++) {
            double weight = weights[k] * (1 / sum) * (1 << BITS);
            fixed[k] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
        }
        return fixed;
    }

    private static double lanczos(double x) {
        return Math.abs(x) < LANCZOS_LOBES ? sinc(x) * sinc(x / LANCZOS_LOBES) : 0;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static int sum(int[] pixels, int first, int[] weights) {
        int argb = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            int sum = 1 << BITS - 1;
            for (int k = 0; k < weights.length; k++) {
                sum += (pixels[first + k] >>> shift & 255) * weights[k];
            }
            argb |= Math.max(0, Math.min(255, sum >> BITS)) << shift;
        }
        return argb;
    }

    private static int multiplied(int argb) {
        int a = argb >>> 24;
        int product = a << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            int value = (argb >> shift & 255) * a + 128;
            product |= (value >> 8) + value >> 8 << shift;
        }
        return product;
    }

    private static int divided(int argb) {
        int a = argb >>> 24;
        if (a == 0) {
            return 0;
        }
        int straight = a << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            straight |= Math.min(255, 255 * (argb >> shift & 255) / a) << shift;
        }
        return straight;
    }
}
