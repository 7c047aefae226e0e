package latentwilds.synthesis.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * What an output pixel reads: the input pixel {@code down} rows below and {@code right} columns
 * beside it, with a kernel position. The order is that of summing, and so of rounding.
 *
 * @param down rows, may be negative
 * @param right columns, may be negative
 * @param kernel position in the kernel, row by row
 */
record Tap(int down, int right, int kernel) {

    /** A 3 x 3 convolution's. */
    static List<Tap> ofConv3x3() {
        List<Tap> taps = new ArrayList<>();
        for (int tap = 0; tap < 9; tap++) {
            taps.add(new Tap(tap / 3 - 1, tap % 3 - 1, tap));
        }
        return taps;
    }

    /**
     * Those of a transposed convolution's output pixels (2 y + py, 2 x + px): they read input rows
     * y and y - 1 + 2 py, with kernel rows 1 + py and 3 - 3 py; columns alike.
     */
    static List<Tap> ofUpConv(int py, int px) {
        List<Tap> taps = new ArrayList<>();
        for (int tap = 0; tap < 4; tap++) {
            boolean nearRow = tap < 2;
            boolean nearColumn = (tap & 1) == 0;
            int kernel = (nearRow ? 1 + py : 3 - 3 * py) * 4 + (nearColumn ? 1 + px : 3 - 3 * px);
            taps.add(new Tap(nearRow ? 0 : 2 * py - 1, nearColumn ? 0 : 2 * px - 1, kernel));
        }
        return taps;
    }
}
