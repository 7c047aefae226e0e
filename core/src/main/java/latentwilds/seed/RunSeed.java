package latentwilds.seed;

/**
 * The one number that decides a run. Same seed, same world.
 *
 * @param value all 64 bits are used
 */
public record RunSeed(long value) {

    /**
     * A seed whose share code is short.
     *
     * @param random where it comes from
     * @return a seed in [0, 29^8)
     */
    public static RunSeed random(java.util.random.RandomGenerator random) {
        return new RunSeed(random.nextLong(SeedCode.SHORT_SEEDS));
    }
}
