package latentwilds.synthesis;

import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorSpec;

/**
 * How many pictures go into one call: enough to spread a call's fixed cost, few enough that an
 * urgent request does not wait long behind a call that has begun.
 */
final class BatchSize {
    static final int MOST = 8;
    static final int MOST_SMALL = 16;
    static final int SMALL_PIXELS = 64 * 64;
    static final double LONGEST_CALL_NANOS = 100e6;

    private BatchSize() {}

    /**
     * The largest batch.
     *
     * @param pixels of one picture
     * @param expectedNanos for one picture, 0 if not known
     * @return 1 to {@link #MOST}, or to {@link #MOST_SMALL} for small pictures
     */
    static int of(long pixels, double expectedNanos) {
        int most = pixels <= SMALL_PIXELS ? MOST_SMALL : MOST;
        if (expectedNanos * most <= LONGEST_CALL_NANOS) {
            return most;
        }
        return Math.max(1, (int) (LONGEST_CALL_NANOS / expectedNanos));
    }

    static long pixels(GeneratorSpec spec, LatentGrid grid) {
        return (long) spec.width(grid.columns()) * spec.height(grid.rows());
    }
}
