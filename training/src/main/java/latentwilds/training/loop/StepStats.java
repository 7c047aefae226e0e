package latentwilds.training.loop;

/**
 * What one step of the game gave.
 *
 * @param d the discriminator's side
 * @param lossG the generator's loss
 */
public record StepStats(Discriminator d, float lossG) {
    /**
     * The discriminator's side of a step.
     *
     * @param loss without penalties; ln 2 when it cannot tell, near 0 when it always can
     * @param real mean logit of real pictures
     * @param fake mean logit of fake pictures
     * @param penalty mean squared slope at real pictures; NaN in steps without a penalty
     */
    public record Discriminator(float loss, float real, float fake, float penalty) {}

    /**
     * Whether training still makes sense.
     *
     * @return false once a loss is not a number
     */
    public boolean finite() {
        return Float.isFinite(d.loss) && Float.isFinite(lossG);
    }
}
