package latentwilds.texture;

/**
 * A colour as it is seen: lightness and two opponent axes after Björn Ottosson's OKLab, which keeps
 * its hue when it gets darker. Plain strict arithmetic: the same everywhere; any thread.
 *
 * @param light 0 (black) to 1 (white)
 * @param red -0.4 (green) to 0.4 (red)
 * @param yellow -0.4 (blue) to 0.4 (yellow)
 */
public record Hue(double light, double red, double yellow) {
    /** Chroma from which on a colour is more coloured than grey. */
    private static final double GREY = 0.06;

    /**
     * What a difference in lightness weighs against one in hue: light and shade lie on everything.
     */
    private static final double LIGHT = 1.75;

    /**
     * A colour's hue.
     *
     * @param rgb {@code 0xRRGGBB}, sRGB
     * @return as seen
     */
    public static Hue of(int rgb) {
        double r = Contrast.linear(rgb >> 16 & 0xff);
        double g = Contrast.linear(rgb >> 8 & 0xff);
        double b = Contrast.linear(rgb & 0xff);
        double l = StrictMath.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = StrictMath.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = StrictMath.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new Hue(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /**
     * How unlike another colour it is, hue before strength: a pale green is nearer to a bright
     * green than to grey.
     *
     * @param other any
     * @return 0 if equal; about 2 for red and green, or black and white
     */
    public double distance(Hue other) {
        double lights = LIGHT * (light - other.light);
        double reds = red / strength() - other.red / other.strength();
        double yellows = yellow / strength() - other.yellow / other.strength();
        return StrictMath.sqrt(lights * lights + reds * reds + yellows * yellows);
    }

    private double strength() {
        return GREY + StrictMath.sqrt(red * red + yellow * yellow);
    }
}
