package latentwilds.training.loss;

import ai.djl.ndarray.NDArray;
import latentwilds.training.net.TorchScript;

/**
 * Penalties on the slope of the discriminator at pictures. Zero-centred (Mescheder et al. 2018):
 * {@code mean(|dD(x)/dx|^2)}, R1 on real pictures, R2 on fake ones, applied lazily with the weight
 * scaled up to match; one-centred between real and fake (WGAN-GP, Gulrajani et al. 2017): {@code
 * mean((|dD(x)/dx| - 1)^2)}.
 */
public final class GradientPenalty {
    private static final float EPSILON = 1e-12f;

    private GradientPenalty() {}

    /**
     * The zero-centred penalty, differentiable with respect to the discriminator.
     *
     * @param script tensor operations
     * @param logits {@code [n]}, made from {@code pictures}
     * @param pictures {@code [n][channels][height][width]}, requiring its gradient
     * @return a scalar
     */
    public static NDArray zeroCentred(TorchScript script, NDArray logits, NDArray pictures) {
        return squares(script, logits, pictures).mean();
    }

    /**
     * WGAN-GP's penalty.
     *
     * @param script tensor operations
     * @param logits {@code [n]}, made from {@code pictures}
     * @param pictures {@code [n][channels][height][width]}, requiring its gradient
     * @return a scalar
     */
    public static NDArray oneCentred(TorchScript script, NDArray logits, NDArray pictures) {
        return squares(script, logits, pictures).add(EPSILON).sqrt().sub(1).square().mean();
    }

    /**
     * A first-order stand-in for the zero-centred penalty: {@code mean((D(x + s * noise) - D(x))^2)
     * / s^2} has the same expectation as s goes to 0, and needs no second derivative.
     *
     * @param logits {@code [n]} of pictures
     * @param shifted {@code [n]} of the same pictures with noise added
     * @param deviation of the noise, s
     * @return a scalar
     */
    public static NDArray approximate(NDArray logits, NDArray shifted, double deviation) {
        return shifted.sub(logits).square().mean().div((float) (deviation * deviation));
    }

    private static NDArray squares(TorchScript script, NDArray logits, NDArray pictures) {
        NDArray gradient = script.gradient(logits.sum(), pictures);
        return gradient.square().sum(new int[] {1, 2, 3});
    }
}
