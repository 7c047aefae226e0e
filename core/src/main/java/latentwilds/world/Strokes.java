package latentwilds.world;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Lines drawn with a broad pen on the whole island: at every lattice point, how deep it lies inside
 * of the nearest line, in metres; negative outside. For one thread.
 */
final class Strokes {
    /** What is farther outside than this is not told apart. */
    static final double MARGIN = 3;

    private static final int CURVE_STEPS = 5;

    private final int side;
    private final float[] depth;
    private final BitSet near;

    /** Nothing yet on {@code size x size} cells. */
    Strokes(int size) {
        side = size + 1;
        depth = new float[side * side];
        Arrays.fill(depth, (float) -MARGIN);
        near = new BitSet(size * size);
    }

    /** A straight line whose half width changes from one end to the other. */
    void line(double x0, double y0, double half0, double x1, double y1, double half1) {
        double reach = Math.max(half0, half1) + MARGIN;
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length2 = Math.max(1e-9, dx * dx + dy * dy);
        int left = (int) Math.max(0, Math.ceil(Math.min(x0, x1) - reach));
        int right = (int) Math.min(side - 1, Math.floor(Math.max(x0, x1) + reach));
        int bottom = (int) Math.max(0, Math.ceil(Math.min(y0, y1) - reach));
        int top = (int) Math.min(side - 1, Math.floor(Math.max(y0, y1) + reach));
        int size = side - 1;
        for (int y = Math.max(0, bottom - 1); y <= Math.min(size - 1, top); y++) {
            near.set(y * size + Math.max(0, left - 1), y * size + Math.min(size, right + 1));
        }
        for (int y = bottom; y <= top; y++) {
            for (int x = left; x <= right; x++) {
                double along = ((x - x0) * dx + (y - y0) * dy) / length2;
                along = Math.max(0, Math.min(1, along));
                double ax = x - x0 - along * dx;
                double ay = y - y0 - along * dy;
                double inside = half0 + along * (half1 - half0) - Math.sqrt(ax * ax + ay * ay);
                int at = y * side + x;
                depth[at] = Math.max(depth[at], (float) inside);
            }
        }
    }

    /** A round of so many metres from its middle to its edge. */
    void dot(Point middle, double half) {
        line(middle.x, middle.y, half, middle.x, middle.y, half);
    }

    /**
     * A bow from the middle of {@code ab} to the middle of {@code bc}, bent towards {@code b}: bows
     * along a chain of points join smoothly.
     */
    void bow(Point a, Point b, Point c, double half0, double half1) {
        Point from = a.middle(b);
        Point to = b.middle(c);
        double x = from.x();
        double y = from.y();
        double half = half0;
        for (int i = 1; i <= CURVE_STEPS; i++) {
            double t = (double) i / CURVE_STEPS;
            double nextX = bezier(from.x(), b.x(), to.x(), t);
            double nextY = bezier(from.y(), b.y(), to.y(), t);
            double nextHalf = half0 + t * (half1 - half0);
            line(x, y, half, nextX, nextY, nextHalf);
            x = nextX;
            y = nextY;
            half = nextHalf;
        }
    }

    private static double bezier(double from, double bend, double to, double t) {
        return (1 - t) * (1 - t) * from + 2 * t * (1 - t) * bend + t * t * to;
    }

    /** The cells, row by row, of which a corner may lie within the margin of a line. */
    BitSet near() {
        return (BitSet) near.clone();
    }

    /** What was drawn. This must not be drawn to any more. */
    Field field() {
        return Field.ofSamples(side, depth);
    }

    /** A place on the island, in cells. */
    record Point(double x, double y) {
        Point middle(Point other) {
            return new Point((x + other.x) / 2, (y + other.y) / 2);
        }
    }
}
