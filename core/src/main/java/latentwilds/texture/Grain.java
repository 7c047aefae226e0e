package latentwilds.texture;

/**
 * How much a sprite looks like a heap of loose pixels instead of somebody. What a generator could
 * not draw it fills with pixels that are unlike their neighbours on all sides, deep inside of a
 * broad shape; limbs are thin, and what is on a shield or a robe are lines. Plain arithmetic; any
 * thread.
 */
public final class Grain {
    /** From this on a player sees a heap. Of species drawn at random some in twenty are such. */
    public static final double HEAP = 1.6;

    /** Pixels on all sides within which a pixel that is deep inside has no emptiness. */
    private static final int DEEP = 3;

    private static final int RGBA = 4;

    private Grain() {}

    /**
     * How grainy a sprite is.
     *
     * @param sprite any
     * @return levels by which pixels deep inside stand out from all four neighbours, summed and
     *     divided by the image's pixels; 0 for one without such
     */
    public static double of(PixelImage sprite) {
        double sum = 0;
        for (int y = DEEP; y < sprite.height() - DEEP; y++) {
            for (int x = DEEP; x < sprite.width() - DEEP; x++) {
                sum += deep(sprite, x, y) ? peak(sprite, x, y) : 0;
            }
        }
        return sum / (sprite.width() * sprite.height());
    }

    private static boolean deep(PixelImage sprite, int x, int y) {
        for (int dy = -DEEP; dy <= DEEP; dy++) {
            for (int dx = -DEEP; dx <= DEEP; dx++) {
                int at = (y + dy) * sprite.width() + x + dx;
                if (sprite.rgba()[RGBA * at + RGBA - 1] == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** By how much a pixel is brighter, or darker, than all its neighbours; channels' mean. */
    private static double peak(PixelImage sprite, int x, int y) {
        int at = RGBA * (y * sprite.width() + x);
        int sum = 0;
        for (int c = 0; c < RGBA - 1; c++) {
            sum +=
                    Math.min(
                            peak(sprite.rgba(), at + c, RGBA),
                            peak(sprite.rgba(), at + c, RGBA * sprite.width()));
        }
        return sum / (RGBA - 1.0);
    }

    private static int peak(byte[] levels, int at, int step) {
        int here = levels[at] & 0xff;
        int before = here - (levels[at - step] & 0xff);
        int after = here - (levels[at + step] & 0xff);
        boolean between = before > 0 != after > 0;
        return between ? 0 : Math.min(Math.abs(before), Math.abs(after));
    }
}
