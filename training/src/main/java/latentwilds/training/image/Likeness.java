package latentwilds.training.image;

import java.awt.image.BufferedImage;

/**
 * What a picture looks like from afar, for finding pictures that are nearly the same: a 64-bit
 * difference hash (dHash: whether the grey value rises from left to right between neighbours of an
 * 9 x 8 thumbnail; N. Krawetz, "Kind of Like That", 2013) and an 8 x 8 colour thumbnail, since the
 * hash does not see colour and art comes in colour variants.
 *
 * <p>The thresholds are measured on the four sets of {@code training/datasets}: 90 % or more of
 * their images, saved again as JPEG of quality 85 or made 4 % brighter, stay within 3 bits (tiles:
 * 6); wider thresholds chain thousands of frontal portraits into one group (colour 4: 316 of
 * 10,000, colour 6: 1,879), these at most 19.
 *
 * @param hash one bit per pair of neighbours
 * @param thumbnail 8 x 8 x RGB, each 0 to 255, row by row, over middle grey; not to be changed
 */
public record Likeness(long hash, byte[] thumbnail) {
    /** Bits that may differ between pictures taken for the same. */
    public static final int HASH_THRESHOLD = 4;

    /** Mean difference of the thumbnails' levels, of 255, up to which they count as the same. */
    public static final double COLOUR_THRESHOLD = 3;

    private static final int GREY = 128;
    private static final int SIDE = 8;

    /**
     * Looks at a picture.
     *
     * @param image straight ARGB
     * @return its likeness
     */
    public static Likeness of(BufferedImage image) {
        BufferedImage wide = Resampling.resized(image, SIDE + 1, SIDE, true);
        long hash = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                boolean rises = luma(wide.getRGB(x + 1, y)) > luma(wide.getRGB(x, y));
                hash = hash << 1 | (rises ? 1 : 0);
            }
        }
        BufferedImage small = Resampling.resized(image, SIDE, SIDE, true);
        byte[] thumbnail = new byte[SIDE * SIDE * 3];
        for (int i = 0; i < SIDE * SIDE; i++) {
            int argb = small.getRGB(i % SIDE, i / SIDE);
            for (int c = 0; c < 3; c++) {
                thumbnail[i * 3 + c] = (byte) Math.round(overGrey(argb, 8 * (2 - c)));
            }
        }
        return new Likeness(hash, thumbnail);
    }

    /**
     * Whether two pictures are taken for the same.
     *
     * @param other another picture's
     * @return whether both differences are within their thresholds
     */
    public boolean isNear(Likeness other) {
        return Long.bitCount(hash ^ other.hash) <= HASH_THRESHOLD
                && colourDistance(other) <= COLOUR_THRESHOLD;
    }

    /**
     * Mean absolute difference of the thumbnails.
     *
     * @param other another picture's
     * @return 0 to 255
     */
    public double colourDistance(Likeness other) {
        int sum = 0;
        for (int i = 0; i < thumbnail.length; i++) {
            sum += Math.abs((thumbnail[i] & 255) - (other.thumbnail[i] & 255));
        }
        return (double) sum / thumbnail.length;
    }

    private static double luma(int argb) {
        return 0.299 * overGrey(argb, 16) + 0.587 * overGrey(argb, 8) + 0.114 * overGrey(argb, 0);
    }

    private static double overGrey(int argb, int shift) {
        double a = (argb >>> 24) / 255.0;
        return a * (argb >> shift & 255) + (1 - a) * GREY;
    }
}
