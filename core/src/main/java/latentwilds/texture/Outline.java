package latentwilds.texture;

import latentwilds.synthesis.Finish;
import latentwilds.synthesis.Luminance;

/**
 * A line of one pixel around what is visible. Where the picture's own edge cannot be told from the
 * line, as that of drawn sprites often cannot, that edge is the line: a second one beside it would
 * be clumsy.
 */
final class Outline {
    /** A light line is thin: it stands out more than needed. */
    private static final double LIGHTER = 2 * Contrast.VISIBLE;

    private static final int LIGHTER_STEPS = 64;

    private Outline() {}

    /** A dark tint of a colour. */
    static int tint(int rgb) {
        return shade(rgb >> 16) << 16 | shade(rgb >> 8 & 0xff) << 8 | shade(rgb & 0xff);
    }

    private static int shade(int level) {
        return 2 * level / 5;
    }

    /**
     * A line's colour that is seen on a ground: the given one if it or what it surrounds contrasts
     * with the ground; otherwise the rim's other one.
     */
    static int visible(Canvas inner, int rgb, Finish.Rim rim) {
        if (rim.ground().isEmpty()) {
            return rgb;
        }
        int ground = rim.ground().getAsInt();
        int sum = 0;
        int count = 0;
        for (int i = 0; i < inner.rgb.length; i++) {
            if (inner.alpha[i] > 0) {
                sum += Luminance.of(inner.rgb[i]);
                count++;
            }
        }
        boolean seen =
                Luminance.differ(Luminance.of(rgb), ground)
                        || count > 0 && Luminance.differ(sum / count, ground);
        return seen ? rgb : rim.other();
    }

    /** The ground's own tint, as much lighter as needed. */
    static int light(int groundRgb) {
        double ground = Contrast.luminance(groundRgb);
        int light = groundRgb;
        for (int step = 0; step < LIGHTER_STEPS; step++) {
            if (Contrast.ratio(Contrast.luminance(light), ground) >= LIGHTER) {
                break;
            }
            light = lighter(light >> 16) << 16 | lighter(light >> 8) << 8 | lighter(light);
        }
        return light;
    }

    private static int lighter(int level) {
        int low = level & 0xff;
        return low + (255 - low + 7) / 8;
    }

    /**
     * Draws the line on empty pixels that share a side with a visible one that is told from it.
     *
     * @param border 0 for no line
     * @return a canvas so many pixels larger on each side
     */
    static Canvas around(Canvas inner, int rgb, int border) {
        if (border == 0) {
            return inner;
        }
        Canvas outer = new Canvas(inner.width + 2, inner.height + 2);
        for (int y = 0; y < inner.height; y++) {
            for (int x = 0; x < inner.width; x++) {
                int from = y * inner.width + x;
                int to = (y + 1) * outer.width + x + 1;
                outer.rgb[to] = inner.rgb[from];
                outer.alpha[to] = inner.alpha[from];
            }
        }
        int line = Luminance.of(rgb);
        for (int y = 0; y < inner.height; y++) {
            for (int x = 0; x < inner.width; x++) {
                int from = y * inner.width + x;
                if (inner.alpha[from] > 0
                        && Luminance.differ(Luminance.of(inner.rgb[from]), line)) {
                    int at = (y + 1) * outer.width + x + 1;
                    draw(outer, at - 1, rgb);
                    draw(outer, at + 1, rgb);
                    draw(outer, at - outer.width, rgb);
                    draw(outer, at + outer.width, rgb);
                }
            }
        }
        return outer;
    }

    private static void draw(Canvas canvas, int pixel, int rgb) {
        if (canvas.alpha[pixel] == 0) {
            canvas.rgb[pixel] = rgb;
            canvas.alpha[pixel] = 255;
        }
    }
}
