package latentwilds.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * Relativistic pairing loss (Jolicoeur-Martineau 2019; Huang et al., R3GAN, 2024): a fake is judged
 * against a real one, so the generator cannot satisfy the critic with one picture, and with a
 * gradient penalty on both sides it converges locally.
 */
public final class RelativisticPairing {
    private RelativisticPairing() {}

    /**
     * The discriminator's objective: {@code mean(softplus(D(fake) - D(real)))}.
     *
     * @param real logits {@code [n]}
     * @param fake logits {@code [n]}
     * @return a scalar to minimise
     */
    public static NDArray discriminator(NDArray real, NDArray fake) {
        return Activation.softPlus(fake.sub(real)).mean();
    }

    /**
     * The generator's objective: {@code mean(softplus(D(real) - D(fake)))}.
     *
     * @param real logits {@code [n]}, no gradient
     * @param fake logits {@code [n]}
     * @return a scalar to minimise
     */
    public static NDArray generator(NDArray real, NDArray fake) {
        return Activation.softPlus(real.sub(fake)).mean();
    }
}
