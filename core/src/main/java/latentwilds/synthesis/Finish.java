package latentwilds.synthesis;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * How a picture with alpha becomes pixel art: crumbs gone, few colours, perhaps outlined. Whole
 * numbers only, so that plain Java ({@code latentwilds.texture.PixelArt}) and shaders agree to the
 * last bit. The array is owned by the finish and must not be changed.
 *
 * @param colours most colours of the picture itself, 1 to 256
 * @param lowestAlpha 1 to 255: below it a pixel is empty
 * @param opaque whether every pixel that stays is wholly opaque
 * @param smallestPart parts with fewer thousandths of the largest part's pixels are crumbs
 * @param allowed {@code 0xRRGGBB} to choose colours from; none for any
 * @param rim the line of one pixel around it, which makes the image 2 pixels wider and higher
 * @param grounded whether it is moved down to stand on the bottom row
 */
public record Finish(
        int colours,
        int lowestAlpha,
        boolean opaque,
        int smallestPart,
        int[] allowed,
        Rim rim,
        boolean grounded) {
    /** Most colours that one may choose from. */
    public static final int MOST_ALLOWED = 256;

    /**
     * Sweeps by which a part is found: each goes as far as the part does, in eight directions, so
     * that only what winds more often than this counts as two.
     */
    public static final int SWEEPS = 6;

    /** Rounds of k-means. */
    public static final int ROUNDS = 4;

    /** From this alpha on, a pixel's colour is certain enough to choose a palette by. */
    public static final int SOLID = 128;

    /**
     * An outline: a dark tint of the darkest colour or, where neither that nor the picture's mean
     * is told from a ground, another one.
     *
     * @param drawn whether there is one at all
     * @param ground the ground's luminance, 0 to 65,535; nothing for any ground
     * @param other {@code 0xRRGGBB} for that ground
     */
    public record Rim(boolean drawn, OptionalInt ground, int other) {
        /** No line. */
        public static final Rim NONE = new Rim(false, OptionalInt.empty(), 0);

        /** A dark line for any ground. */
        public static final Rim DARK = new Rim(true, OptionalInt.empty(), 0);
    }

    /** Checks the ranges. */
    public Finish {
        if (colours < 1 || colours > 256 || lowestAlpha < 1 || lowestAlpha > 255) {
            throw new IllegalArgumentException(
                    "Finish: expected 1 to 256 colours and a lowest alpha of 1 to 255, found %d and %d"
                            .formatted(colours, lowestAlpha));
        }
        if (allowed.length > MOST_ALLOWED) {
            throw new IllegalArgumentException(
                    "Finish: expected at most %d colours to choose from, found %d"
                            .formatted(MOST_ALLOWED, allowed.length));
        }
    }

    /**
     * How many boxes of colours to cut in two at once.
     *
     * @param boxes how many there are
     * @param colours how many there may be
     * @return the wider half, as far as there is room
     */
    public static int cuts(int boxes, int colours) {
        return Math.min(colours - boxes, (boxes + 1) / 2);
    }

    /**
     * Most boxes before each step of cutting.
     *
     * @param colours at least 1
     * @return counts from 1 up to {@code colours}; two steps more than that needs, for pictures
     *     where now and then fewer can be cut
     */
    public static int[] boxes(int colours) {
        int[] counts = new int[32];
        int steps = 0;
        int boxes = 1;
        while (boxes < colours) {
            counts[steps++] = boxes;
            boxes += cuts(boxes, colours);
        }
        for (int i = 0; i < 2; i++) {
            counts[steps++] = boxes;
        }
        return Arrays.copyOf(counts, steps);
    }

    /**
     * Pixels that the image is larger than the picture, on each side.
     *
     * @return 0 or 1
     */
    public int border() {
        return rim.drawn() ? 1 : 0;
    }
}
