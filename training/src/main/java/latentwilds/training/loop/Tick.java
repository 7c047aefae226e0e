package latentwilds.training.loop;

/**
 * One line of {@code stats.jsonl}: means over the steps since the last tick.
 *
 * @param images real pictures shown so far
 * @param seconds training time so far
 * @param imagesPerSecond since the last tick
 * @param lossD discriminator's loss without penalties
 * @param lossG generator's loss
 * @param logitsReal mean D(x)
 * @param logitsFake mean D(G(z))
 * @param penalty mean squared slope at real pictures, NaN if none was measured
 * @param signReal mean sign of D's logits on real pictures (of their difference to fake ones for a
 *     relativistic loss): 0 when D guesses, 1 when it is always right
 * @param augment share of pictures that each augmentation is applied to
 * @param rateG generator's step size
 * @param rateD discriminator's step size
 * @param normG norm of the generator's gradient
 * @param normD norm of the discriminator's gradient
 * @param dataShare part of the time that was spent waiting for real pictures, 0 to 1
 * @param diversity mean distance between pictures of fixed latents over that between real ones
 * @param movement mean change of those pictures since the last tick, in their range of 2; NaN at
 *     the first tick
 */
public record Tick(
        long images,
        double seconds,
        double imagesPerSecond,
        double lossD,
        double lossG,
        double logitsReal,
        double logitsFake,
        double penalty,
        double signReal,
        double augment,
        double rateG,
        double rateD,
        double normG,
        double normD,
        double dataShare,
        double diversity,
        double movement) {}
