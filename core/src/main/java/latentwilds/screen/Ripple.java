package latentwilds.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * A ring on water as seen from above at a slant, in whole pixels, an even number of them wide as
 * sprites are: its middle is where four pixels meet. Immutable.
 *
 * @param spans its pixels, from south to north
 */
record Ripple(List<Span> spans) {
    /** How much lower than wide a ring on the ground looks. */
    private static final double SLANT = 0.36;

    /**
     * Pixels side by side.
     *
     * @param left pixels from the middle to the west edge of the first, to the east
     * @param row 0 is the row whose south edge is at the middle
     * @param length how many
     */
    record Span(int left, int row, int length) {}

    /**
     * A ring.
     *
     * @param radius half of its width in pixels, at least 2
     * @return closed, symmetric, without thick corners
     */
    static Ripple of(int radius) {
        int height = Math.max(1, (int) Math.round(SLANT * radius));
        List<Span> spans = new ArrayList<>();
        for (int row = -height; row <= height; row++) {
            int outer = reach(radius, height, Math.abs(row));
            int further = Math.abs(row) == height ? -1 : reach(radius, height, Math.abs(row) + 1);
            if (further < 0) {
                spans.add(new Span(-outer, row, 2 * outer));
            } else {
                int length = Math.max(1, outer - further);
                spans.add(new Span(-outer, row, length));
                spans.add(new Span(outer - length, row, length));
            }
        }
        return new Ripple(List.copyOf(spans));
    }

    /** How far from the middle the ring is in a row. */
    private static int reach(int radius, int height, int row) {
        double up = row / (height + 0.5);
        return (int) Math.round(radius * Math.sqrt(1 - up * up));
    }
}
