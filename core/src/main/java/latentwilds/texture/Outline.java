package latentwilds.texture;

/** A line of one pixel around everything that is visible. */
final class Outline {
    private static final float SHADE = 0.4f;

    /** A light line is thin: it stands out more than needed. */
    private static final double LIGHTER = 2 * Contrast.VISIBLE;

    private static final int LIGHTER_STEPS = 64;

    private Outline() {}

    /** A dark tint of a colour. */
    static int tint(int rgb) {
        return shade(rgb >> 16) << 16 | shade(rgb >> 8 & 0xff) << 8 | shade(rgb & 0xff);
    }

    private static int shade(int level) {
        return (int) (level * SHADE);
    }

    /**
     * A line's colour that is seen on a ground: the given one if it or what it surrounds contrasts
     * with the ground; otherwise a light one.
     */
    static int visible(Canvas inner, int rgb, int groundRgb) {
        double ground = Contrast.luminance(groundRgb);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < inner.rgb.length; i++) {
            if (inner.alpha[i] > 0) {
                sum += Contrast.luminance(inner.rgb[i]);
                count++;
            }
        }
        boolean seen =
                Contrast.ratio(Contrast.luminance(rgb), ground) >= Contrast.VISIBLE
                        || count > 0 && Contrast.ratio(sum / count, ground) >= Contrast.VISIBLE;
        return seen ? rgb : light(groundRgb);
    }

    /** The ground's own tint, as much lighter as needed. */
    private static int light(int groundRgb) {
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
     * Draws the line on empty pixels that share a side with a visible one.
     *
     * @return a canvas 1 pixel larger on each side
     */
    static Canvas around(Canvas inner, int rgb) {
        Canvas outer = new Canvas(inner.width + 2, inner.height + 2);
        for (int y = 0; y < inner.height; y++) {
            for (int x = 0; x < inner.width; x++) {
                int from = y * inner.width + x;
                int to = (y + 1) * outer.width + x + 1;
                outer.rgb[to] = inner.rgb[from];
                outer.alpha[to] = inner.alpha[from];
            }
        }
        for (int y = 0; y < inner.height; y++) {
            for (int x = 0; x < inner.width; x++) {
                if (inner.alpha[y * inner.width + x] > 0) {
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
