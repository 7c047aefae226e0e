package latentwilds.game;

import latentwilds.seed.Streams;

/**
 * A run's weather: spells that follow from the seed, and what they bring from the climate of the
 * place. The same seed has the same weather at the same time and place. Immutable; any thread.
 */
final class Sky {
    /** Seconds of a spell, after which the next has taken over. */
    static final double SPELL = 75;

    /** How wet the air of a spell must be that it rains where moisture is middling. */
    private static final double RAINS_FROM = 0.62;

    private static final double FOG_FROM = 0.74;
    private static final double SOFT = 0.16;

    /** Temperatures between which snow becomes rain; the biome of snow has about 0.07. */
    private static final double FREEZES = 0.22;

    private static final double THAWS = 0.34;

    private final Streams streams;

    /** The sky of a run. */
    Sky(Streams streams) {
        this.streams = streams;
    }

    /**
     * The weather of a time and place.
     *
     * @param seconds since the run's beginning, not negative; clear at first
     * @param temperature about 0 (ice) to 1 (desert)
     * @param moisture about 0 (dry) to 1 (wet)
     * @return changes slowly and smoothly
     */
    Weather at(double seconds, double temperature, double moisture) {
        double climate = 0.5 * (clamp(moisture) - 0.5);
        double falls = soft(RAINS_FROM, now("weather.wet", seconds) + climate);
        double frozen = 1 - smooth((temperature - FREEZES) / (THAWS - FREEZES));
        double heat = 0.3 * Math.max(0, temperature - 0.6);
        double fog = soft(FOG_FROM, now("weather.fog", seconds) + climate - heat);
        return new Weather((float) (falls * (1 - frozen)), (float) (falls * frozen), (float) fog);
    }

    private static double soft(double from, double value) {
        return smooth((value - from) / SOFT);
    }

    private static double smooth(double share) {
        double s = clamp(share);
        return s * s * (3 - 2 * s);
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** A spell's number, going over into the next one's. */
    private double now(String what, double seconds) {
        long spell = (long) Math.floor(seconds / SPELL);
        double share = smooth(seconds / SPELL - spell);
        return (1 - share) * number(what, spell) + share * number(what, spell + 1);
    }

    private double number(String what, long spell) {
        return spell == 0 ? 0 : streams.stream(what, spell).nextDouble();
    }
}
