package latentwilds.entity;

import latentwilds.latent.LatentId;

/**
 * A kind of creature: its look and its ways follow from one latent, so what a player learns about
 * one is true of the others that look like it.
 *
 * @param name what people call it
 * @param look centre latent; individuals are near it
 * @param stature how large it is beside others
 * @param temper how it takes the hero's coming
 * @param speed metres per second when it hurries
 * @param sight metres from which it notices the hero
 * @param hours when it is awake
 * @param herding whether it lives in herds
 */
public record Species(
        String name,
        LatentId look,
        Stature stature,
        Temper temper,
        float speed,
        float sight,
        Hours hours,
        boolean herding) {
    /** Latent numbers that ways are read from. */
    private static final int WAYS = 8;

    private static final double FIERCE_ABOVE = 0.35;
    private static final double SHY_BELOW = -0.45;

    /** A third of all species sleep by day or by night. */
    private static final double DARK = 0.97;

    /** Three species of five live in herds. */
    private static final double ALONE = -0.25;

    /**
     * The species of a latent.
     *
     * @param name what people call it
     * @param look its centre latent
     * @param stature its own
     * @return the species
     */
    public static Species of(String name, LatentId look, Stature stature) {
        float[] z = look.latent(WAYS);
        // Sums of pairs, so that neighbours in latent space behave alike.
        double anger = (z[0] + z[1]) / StrictMath.sqrt(2);
        double haste = (z[2] + z[3]) / StrictMath.sqrt(2);
        double wit = (z[4] + z[5]) / StrictMath.sqrt(2);
        Temper temper =
                anger > FIERCE_ABOVE ? Temper.FIERCE : anger < SHY_BELOW ? Temper.SHY : Temper.CALM;
        return new Species(
                name,
                look,
                stature,
                temper,
                (float) clamp(2.6 + 0.5 * haste, 1.6, 3.6),
                (float) clamp(5 + wit, 3.5, 7),
                z[6] > DARK ? Hours.NIGHT : z[6] < -DARK ? Hours.DAY : Hours.ANY,
                z[7] > ALONE);
    }

    private static double clamp(double value, double from, double to) {
        return Math.max(from, Math.min(to, value));
    }
}
