package latentwilds.synthesis;

import java.util.stream.IntStream;

/**
 * Relative luminance as WCAG 2.2 defines it for sRGB, in whole numbers from 0 (black) to 65,535
 * (white), so that shaders compute the same.
 */
public final class Luminance {
    /** White. */
    public static final int MOST = 65535;

    private static final int RED = 2126;
    private static final int GREEN = 7152;
    private static final int BLUE = 722;

    /** Light that every screen reflects: 0.05. */
    public static final int FLARE = MOST / 20;

    private static final int[] LINEAR = IntStream.range(0, 256).map(Luminance::linear).toArray();

    private Luminance() {}

    private static int linear(int level) {
        double value = level / 255.0;
        double linear =
                value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
        return (int) Math.round(MOST * linear);
    }

    /**
     * Light of one channel.
     *
     * @param level 0 to 255
     * @return 0 to 65,535
     */
    public static int ofLevel(int level) {
        return LINEAR[level];
    }

    /**
     * Luminance of a colour.
     *
     * @param rgb {@code 0xRRGGBB}, sRGB
     * @return 0 to 65,535
     */
    public static int of(int rgb) {
        int sum =
                RED * LINEAR[rgb >> 16 & 0xff]
                        + GREEN * LINEAR[rgb >> 8 & 0xff]
                        + BLUE * LINEAR[rgb & 0xff];
        return sum / (RED + GREEN + BLUE);
    }

    /**
     * Whether one is told from the other: a contrast ratio of at least 1.5.
     *
     * @param a a luminance
     * @param b a luminance
     * @return in either order
     */
    public static boolean differ(int a, int b) {
        return 2 * (Math.max(a, b) + FLARE) >= 3 * (Math.min(a, b) + FLARE);
    }
}
