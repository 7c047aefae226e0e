package latentwilds.synthesis.reference;

/**
 * The innermost loops. HotSpot's C2 turns a loop into vector instructions if it stores to one
 * array, all arrays are indexed by the loop's variable alone, and the body is short: four products
 * are the most (six are computed number by number, at a twentieth of the speed). No fused
 * multiply-add: without hardware for it, {@link Math#fma} is hopelessly slow, and with another
 * rounding the pictures would not be the same everywhere.
 */
final class Sums {
    /** Products per pass over the sums. */
    static final int TERMS = 4;

    private Sums() {}

    /**
     * Adds products, each to what the one before left: {@code sum[j] = (((sum[j] + a x p[j]) + b x
     * q[j]) + c x r[j]) + d x s[j]}.
     */
    static void add(
            float[] sum,
            float[] p,
            float[] q,
            float[] r,
            float[] s,
            float a,
            float b,
            float c,
            float d,
            int count) {
        for (int j = 0; j < count; j++) {
            sum[j] = sum[j] + a * p[j] + b * q[j] + c * r[j] + d * s[j];
        }
    }

    /** Adds one product. */
    static void add(float[] sum, float[] p, float a, int count) {
        for (int j = 0; j < count; j++) {
            sum[j] = sum[j] + a * p[j];
        }
    }
}
