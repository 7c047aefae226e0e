package latentwilds.texture;

/**
 * How clearly one colour stands out from another: relative luminance and contrast ratio as WCAG 2.2
 * defines them for sRGB. Plain arithmetic; any thread.
 */
public final class Contrast {
    /** From this ratio on a creature is told from the ground that it stands on. */
    public static final double VISIBLE = 1.5;

    private static final double FLARE = 0.05;

    private Contrast() {}

    /**
     * Relative luminance.
     *
     * @param rgb {@code 0xRRGGBB}, sRGB
     * @return 0 (black) to 1 (white)
     */
    public static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff)
                + 0.7152 * linear(rgb >> 8 & 0xff)
                + 0.0722 * linear(rgb & 0xff);
    }

    static double linear(int level) {
        double value = level / 255.0;
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }

    /**
     * Contrast ratio.
     *
     * @param a relative luminance
     * @param b relative luminance
     * @return 1 (none) to 21 (black and white), in either order
     */
    public static double ratio(double a, double b) {
        return (Math.max(a, b) + FLARE) / (Math.min(a, b) + FLARE);
    }

    /**
     * Mean luminance of a sprite without its rim, the pixels that touch emptiness by a side.
     *
     * @param sprite with an outline
     * @return 0 to 1; 0 if there is nothing inside
     */
    public static double body(PixelImage sprite) {
        return mean(sprite, false);
    }

    /**
     * Mean luminance of a sprite's rim, the pixels that touch emptiness by a side.
     *
     * @param sprite with an outline
     * @return 0 to 1; 0 if there is none
     */
    public static double rim(PixelImage sprite) {
        return mean(sprite, true);
    }

    private static double mean(PixelImage sprite, boolean rim) {
        double sum = 0;
        int count = 0;
        for (int y = 0; y < sprite.height(); y++) {
            for (int x = 0; x < sprite.width(); x++) {
                if (!sprite.empty(x, y) && sprite.edge(x, y) == rim) {
                    sum += luminance(sprite.rgb(x, y));
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
