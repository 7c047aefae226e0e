package latentwilds.training.augment;

/**
 * Strength of augmentation that follows the discriminator (Karras et al., ADA, 2020): it grows
 * while D is surer of real pictures than it should be, and shrinks otherwise. The measure is the
 * mean sign of D's logits on real pictures; for a relativistic loss, whose logits have no zero, of
 * their difference to fake ones.
 */
public final class AdaptiveStrength {
    /** Steps between adjustments. */
    public static final int INTERVAL = 4;

    private final double target;
    private final long adaptImages;
    private float strength;
    private float signs;

    /**
     * Starts.
     *
     * @param strength share of pictures that each change is applied to, 0 to 1
     * @param target the mean sign that is kept to
     * @param adaptImages real pictures in which the strength can go from 0 to 1
     */
    public AdaptiveStrength(double strength, double target, long adaptImages) {
        this.strength = (float) strength;
        this.target = target;
        this.adaptImages = adaptImages;
    }

    /**
     * Takes in one step, and adjusts after every {@link #INTERVAL}.
     *
     * @param step index of the step
     * @param sign mean sign of D's logits on real pictures
     * @param batch real pictures of the step
     */
    public void observe(long step, float sign, int batch) {
        signs += sign;
        if (step % INTERVAL == INTERVAL - 1) {
            double direction = Math.signum(signs / INTERVAL - target);
            raise(direction * batch * INTERVAL / adaptImages);
            signs = 0;
        }
    }

    /**
     * Changes the strength.
     *
     * @param by added; the result stays within 0 and 1
     */
    public void raise(double by) {
        strength = (float) Math.max(0, Math.min(1, strength + by));
    }

    /**
     * The share of pictures that each change is applied to.
     *
     * @return 0 to 1
     */
    public double strength() {
        return strength;
    }

    /**
     * State for a checkpoint.
     *
     * @return as {@link #load} takes it
     */
    public float[] toArray() {
        return new float[] {strength, signs};
    }

    /**
     * Puts a state back.
     *
     * @param state from {@link #toArray}
     */
    public void load(float[] state) {
        strength = state[0];
        signs = state[1];
    }
}
