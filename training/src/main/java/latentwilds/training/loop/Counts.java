package latentwilds.training.loop;

/**
 * Whole numbers and doubles as floats, for checkpoints, which hold nothing else: no bit is lost.
 */
final class Counts {
    private static final int HALF = 24;
    private static final int MASK = (1 << HALF) - 1;
    private static final int QUARTERS = 4;
    private static final int QUARTER = 16;

    private Counts() {}

    /** Two halves of 24 bits for each: a float holds no more of a count. None is negative. */
    static float[] of(long... counts) {
        float[] halves = new float[2 * counts.length];
        for (int i = 0; i < counts.length; i++) {
            halves[2 * i] = counts[i] >> HALF;
            halves[2 * i + 1] = counts[i] & MASK;
        }
        return halves;
    }

    /** The count of that index. */
    static long read(float[] halves, int index) {
        return ((long) halves[2 * index] << HALF) + (long) halves[2 * index + 1];
    }

    /** Four quarters of each double's bits. */
    static float[] ofDoubles(double... values) {
        float[] quarters = new float[QUARTERS * values.length];
        for (int i = 0; i < quarters.length; i++) {
            long bits = Double.doubleToRawLongBits(values[i / QUARTERS]);
            quarters[i] = bits >>> QUARTER * (i % QUARTERS) & 0xFFFF;
        }
        return quarters;
    }

    /** The doubles again. */
    static double[] doubles(float[] quarters) {
        long[] bits = new long[quarters.length / QUARTERS];
        for (int i = 0; i < quarters.length; i++) {
            bits[i / QUARTERS] |= (long) quarters[i] << QUARTER * (i % QUARTERS);
        }
        return java.util.Arrays.stream(bits).mapToDouble(Double::longBitsToDouble).toArray();
    }
}
