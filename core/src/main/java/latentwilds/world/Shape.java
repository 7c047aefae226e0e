package latentwilds.world;

/** Curves. */
final class Shape {
    private Shape() {}

    /** 0 up to {@code from}, 1 after {@code to}, with level ends between. */
    static double smoothstep(double from, double to, double x) {
        double t = Math.max(0, Math.min(1, (x - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }
}
