package latentwilds.training.origin;

/**
 * Gives a picture's cyan and yellow parts other hues, as Crawl's own tile tool does with its demon
 * lords: hue, saturation and value (A. R. Smith, 1978).
 *
 * @param cyan new hue in degrees of what has 170 to 190
 * @param yellow new hue in degrees of what has 40 to 60
 * @param saturation factor for what was cyan
 */
record Recolouring(double cyan, double yellow, double saturation) {

    Raster of(Raster image) {
        int[] argb = image.argb().clone();
        for (int i = 0; i < argb.length; i++) {
            argb[i] = argb[i] & 0xFF000000 | recoloured(argb[i]);
        }
        return new Raster(image.width(), image.height(), argb);
    }

    private int recoloured(int rgb) {
        double r = (rgb >> 16 & 255) / 255.0;
        double g = (rgb >> 8 & 255) / 255.0;
        double b = (rgb & 255) / 255.0;
        double value = Math.max(r, Math.max(g, b));
        double range = value - Math.min(r, Math.min(g, b));
        if (range == 0) {
            return rgb & 0xFFFFFF;
        }
        double sixth =
                value == r
                        ? (g - b) / range
                        : value == g ? 2 + (b - r) / range : 4 + (r - g) / range;
        double hue = (sixth * 60 + 360) % 360;
        if (hue >= 170 && hue <= 190) {
            return rgb(cyan, range / value * saturation, value);
        }
        return hue >= 40 && hue <= 60 ? rgb(yellow, range / value, value) : rgb & 0xFFFFFF;
    }

    /** Down from the value to the darkest channel, and up again, sextant by sextant. */
    private static int rgb(double hue, double saturation, double value) {
        double turn = hue / 360 * 6;
        double part = turn - Math.floor(turn);
        int v = level(value);
        int p = level(value * (1 - saturation));
        int q = level(value * (1 - saturation * part));
        int t = level(value * (1 - saturation * (1 - part)));
        return switch ((int) turn % 6) {
            case 0 -> v << 16 | t << 8 | p;
            case 1 -> q << 16 | v << 8 | p;
            case 2 -> p << 16 | v << 8 | t;
            case 3 -> p << 16 | q << 8 | v;
            case 4 -> t << 16 | p << 8 | v;
            default -> v << 16 | p << 8 | q;
        };
    }

    /** Halves go to the even level. */
    private static int level(double value) {
        return (int) Math.rint(255 * value);
    }
}
