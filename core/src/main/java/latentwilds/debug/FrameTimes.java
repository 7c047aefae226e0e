package latentwilds.debug;

import java.util.Arrays;

/** The last few hundred frames' times. Render thread. */
public final class FrameTimes {
    private static final int KEPT = 600;

    private final float[] milliseconds = new float[KEPT];
    private long count;

    /**
     * A frame has ended.
     *
     * @param ms how long it took, milliseconds
     */
    public void add(float ms) {
        milliseconds[(int) (count++ % KEPT)] = ms;
    }

    /** Forgets all frames, to measure a part on its own. */
    public void clear() {
        count = 0;
    }

    /**
     * How many are remembered.
     *
     * @return at most 600
     */
    public int size() {
        return (int) Math.min(count, KEPT);
    }

    /**
     * A quantile.
     *
     * @param q 0 for the shortest, 1 for the longest
     * @return milliseconds; 0 without any frame
     */
    public float quantile(double q) {
        int size = size();
        if (size == 0) {
            return 0;
        }
        float[] sorted = Arrays.copyOf(milliseconds, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1, Math.floor(q * size))];
    }
}
