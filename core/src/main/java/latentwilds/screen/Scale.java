package latentwilds.screen;

/** Whole screen pixels per drawn pixel, so that pixel art stays square and sharp. */
public final class Scale {
    /** Height of the picture in drawn pixels, about. */
    private static final int LINES = 240;

    private Scale() {}

    /**
     * The scale of a window.
     *
     * @param width screen pixels
     * @param height screen pixels
     * @return at least 1
     */
    public static int of(int width, int height) {
        return Math.max(1, Math.min(height / LINES, width * 9 / 16 / LINES + 1));
    }

    /**
     * The scale of what a designer reads beside the game: about two thirds, and whole pixels too.
     *
     * @param scale of the window
     * @return at least 1, at most that
     */
    static int small(int scale) {
        return scale - scale / 3;
    }

    /**
     * How large something is drawn that is larger or smaller than others: its own pixels stay
     * square as well.
     *
     * @param scale of the window
     * @param size the factor that is wanted
     * @return the nearest that has whole screen pixels, at least one
     */
    static float whole(int scale, float size) {
        return Math.max(1, Math.round(scale * size)) / (float) scale;
    }
}
