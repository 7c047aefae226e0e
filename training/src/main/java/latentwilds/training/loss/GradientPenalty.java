package latentwilds.training.loss;

import ai.djl.ndarray.NDArray;
import latentwilds.training.net.TorchScript;

/**
 * Zero-centred gradient penalty (Mescheder et al. 2018): {@code mean(|dD(x)/dx|^2)}, R1 on real
 * pictures, R2 on fake ones. Applied lazily, every few steps, with the weight scaled up to match.
 */
public final class GradientPenalty {
    private GradientPenalty() {}

    /**
     * The penalty, differentiable with respect to the discriminator.
     *
     * @param script tensor operations
     * @param logits {@code [n]}, made from {@code pictures}
     * @param pictures {@code [n][channels][height][width]}, requiring its gradient
     * @return a scalar
     */
    public static NDArray of(TorchScript script, NDArray logits, NDArray pictures) {
        NDArray gradient = script.gradient(logits.sum(), pictures);
        return gradient.square().sum(new int[] {1, 2, 3}).mean();
    }
}
