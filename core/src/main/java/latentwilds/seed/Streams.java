package latentwilds.seed;

/**
 * Independent random streams of one run, one per purpose, place and index, so that drawing one
 * number more for the terrain never disturbs the loot. Immutable; any thread.
 */
public final class Streams {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final long seed;

    /**
     * Makes the streams of a run.
     *
     * @param seed the run
     */
    public Streams(RunSeed seed) {
        this.seed = RandomStream.mix(seed.value() + 1);
    }

    /**
     * A fresh stream: the same arguments give the same numbers.
     *
     * @param purpose what it is for, for example {@code terrain.noise}
     * @param key place and index
     * @return the stream, at its beginning
     */
    public RandomStream stream(String purpose, long... key) {
        return new RandomStream(hash(purpose, key));
    }

    /**
     * 64 bits that follow from the run, a purpose and a key: a stream of one number.
     *
     * @param purpose what it is for
     * @param key place and index
     * @return any long
     */
    public long hash(String purpose, long... key) {
        long h = seed;
        long name = FNV_OFFSET;
        for (int i = 0; i < purpose.length(); i++) {
            name = (name ^ purpose.charAt(i)) * FNV_PRIME;
        }
        h = RandomStream.mix(h ^ name);
        for (long k : key) {
            // The added constant keeps a key of 0 from being a no-op.
            h = RandomStream.mix(h * FNV_PRIME + k + FNV_OFFSET);
        }
        return h;
    }
}
