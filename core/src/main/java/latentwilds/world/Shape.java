package latentwilds.world;

/** Curves. */
final class Shape {
    private Shape() {}

    /**
     * The number itself, or the bound that it is beyond. Not by {@code Math.min} and {@code max}:
     * these weigh signs of zero, which costs a plan's first run much.
     */
    static double between(double least, double most, double x) {
        return x < least ? least : x > most ? most : x;
    }

    /** 0 up to {@code from}, 1 after {@code to}, with level ends between. */
    static double smoothstep(double from, double to, double x) {
        double t = between(0, 1, (x - from) / (to - from));
        return t * t * (3 - 2 * t);
    }
}
