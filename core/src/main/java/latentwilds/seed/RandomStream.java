package latentwilds.seed;

import java.util.List;

/**
 * A stream of pseudo-random numbers: SplitMix64 (Steele, Lea and Flood 2014). The project's own,
 * since a seed must give the same world on every JDK, and the library's algorithms may change. Not
 * thread-safe: take a stream of one's own from {@link Streams}.
 */
public final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double DOUBLE_UNIT = 0x1.0p-53;
    private static final float FLOAT_UNIT = 0x1.0p-24f;

    private long state;
    private double spareGaussian = Double.NaN;

    /**
     * Starts a stream.
     *
     * @param seed any number; near seeds give unrelated streams
     */
    public RandomStream(long seed) {
        state = mix(seed);
    }

    /**
     * Scrambles 64 bits so that every input bit reaches every output bit (Stafford's variant 13).
     */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * The next 64 bits.
     *
     * @return any long
     */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /**
     * A whole number, every value equally likely.
     *
     * @param bound positive
     * @return in [0, bound)
     */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("Bound: expected a positive number, found " + bound);
        }
        // Lemire 2019: multiply, and reject the few values that would favour some results.
        long m = (nextLong() >>> 32) * bound;
        long low = m & 0xFFFFFFFFL;
        if (low < bound) {
            long threshold = (1L << 32) % bound;
            while (low < threshold) {
                m = (nextLong() >>> 32) * bound;
                low = m & 0xFFFFFFFFL;
            }
        }
        return (int) (m >>> 32);
    }

    /**
     * A whole number in a range.
     *
     * @param from smallest value
     * @param to one more than the largest, above {@code from}
     * @return in [from, to)
     */
    public int nextInt(int from, int to) {
        return from + nextInt(to - from);
    }

    /**
     * A fraction with 53 random bits.
     *
     * @return in [0, 1)
     */
    public double nextDouble() {
        return (nextLong() >>> 11) * DOUBLE_UNIT;
    }

    /**
     * A fraction with 24 random bits.
     *
     * @return in [0, 1)
     */
    public float nextFloat() {
        return (nextLong() >>> 40) * FLOAT_UNIT;
    }

    /**
     * A coin.
     *
     * @return true half of the time
     */
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    /**
     * A standard normal number (Marsaglia's polar method, StrictMath so that every machine agrees).
     *
     * @return mean 0, standard deviation 1
     */
    public double nextGaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double spare = spareGaussian;
            spareGaussian = Double.NaN;
            return spare;
        }
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                double factor = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
                spareGaussian = v * factor;
                return u * factor;
            }
        }
    }

    /**
     * One of several things, every one equally likely.
     *
     * @param choices not empty
     * @param <T> what they are
     * @return one of them
     */
    public <T> T pick(List<T> choices) {
        return choices.get(nextInt(choices.size()));
    }
}
