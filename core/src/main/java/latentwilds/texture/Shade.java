package latentwilds.texture;

/**
 * How much of a sprite is nearly black. What a generator draws as shade alone has no features: a
 * player sees a scrawl. Plain arithmetic; any thread.
 */
public final class Shade {
    /**
     * From this on a player sees a scrawl. One species in a hundred had 0.80 to 0.94, the next had
     * 0.57 and was somebody in dark clothes.
     */
    public static final double SCRAWL = 0.7;

    /** Luminance below which a colour is a sprite's own shade or outline. */
    private static final double BLACK = 0.012;

    private Shade() {}

    /**
     * How shady a sprite is.
     *
     * @param sprite with an outline, which does not count
     * @return share of nearly black pixels, 0 to 1; 1 for one that is all outline
     */
    public static double of(PixelImage sprite) {
        int black = 0;
        int all = 0;
        for (int y = 0; y < sprite.height(); y++) {
            for (int x = 0; x < sprite.width(); x++) {
                if (!sprite.empty(x, y) && !sprite.edge(x, y)) {
                    black += black(sprite.rgb(x, y)) ? 1 : 0;
                    all++;
                }
            }
        }
        return all == 0 ? 1 : (double) black / all;
    }

    /** Whether a colour, {@code 0xRRGGBB}, is nearly black. */
    static boolean black(int rgb) {
        return Contrast.luminance(rgb) <= BLACK;
    }
}
