package latentwilds.training.loop;

/**
 * What one step of the game gave.
 *
 * @param d the discriminator's side
 * @param g the generator's side; null in steps that it sits out
 */
public record StepStats(Discriminator d, Generator g) {
    /**
     * The discriminator's side of a step.
     *
     * @param loss without penalties
     * @param real mean logit of real pictures
     * @param fake mean logit of fake pictures
     * @param sign mean sign of the logits of real pictures (of their difference to fake ones for a
     *     relativistic loss)
     * @param penalty mean squared slope at real pictures; NaN in steps without a penalty
     * @param norm of the gradient
     */
    public record Discriminator(
            float loss, float real, float fake, float sign, float penalty, double norm) {}

    /**
     * The generator's side of a step.
     *
     * @param loss of the generator
     * @param norm of the gradient
     */
    public record Generator(float loss, double norm) {}

    /**
     * Whether training still makes sense.
     *
     * @return false once a loss or a gradient is not a number
     */
    public boolean finite() {
        boolean sound = Float.isFinite(d.loss) && Double.isFinite(d.norm);
        return sound && (g == null || Float.isFinite(g.loss) && Double.isFinite(g.norm));
    }
}
