package latentwilds.texture;

/** A line of one pixel around everything that is visible. */
final class Outline {
    private static final float SHADE = 0.4f;

    private Outline() {}

    /** A dark tint of a colour. */
    static int tint(int rgb) {
        return shade(rgb >> 16) << 16 | shade(rgb >> 8 & 0xff) << 8 | shade(rgb & 0xff);
    }

    private static int shade(int level) {
        return (int) (level * SHADE);
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
