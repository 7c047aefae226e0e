package latentwilds.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An adversarial loss. Each can be used <em>relativistically</em> (Jolicoeur-Martineau 2019; Huang
 * et al., R3GAN, 2024): a fake is then judged against a real one by the difference of their logits,
 * so the generator cannot satisfy the critic with one picture.
 *
 * <p>Logits are {@code [n]}, losses scalars to minimise.
 */
public enum Objective {
    /**
     * Binary cross-entropy, non-saturating for the generator (Goodfellow et al. 2014): {@code D:
     * softplus(-real) + softplus(fake)}, {@code G: softplus(-fake)}.
     */
    @JsonProperty("bce")
    BCE {
        @Override
        NDArray real(NDArray logits, double smoothing) {
            NDArray loss = Activation.softPlus(logits.neg());
            return smoothing == 0
                    ? loss
                    : loss.mul(1 - smoothing).add(Activation.softPlus(logits).mul(smoothing));
        }

        @Override
        NDArray fake(NDArray logits) {
            return Activation.softPlus(logits);
        }
    },
    /** Least squares (Mao et al. 2017): {@code D: (real - 1)^2 / 2 + fake^2 / 2}. */
    @JsonProperty("least-squares")
    LEAST_SQUARES {
        @Override
        NDArray real(NDArray logits, double smoothing) {
            return logits.sub(1 - smoothing).square().mul(0.5);
        }

        @Override
        NDArray fake(NDArray logits) {
            return logits.square().mul(0.5);
        }
    },
    /** Hinge (Lim and Ye 2017): {@code D: relu(1 - real) + relu(1 + fake)}, {@code G: -fake}. */
    @JsonProperty("hinge")
    HINGE {
        @Override
        NDArray real(NDArray logits, double smoothing) {
            return Activation.relu(logits.neg().add(1));
        }

        @Override
        NDArray fake(NDArray logits) {
            return Activation.relu(logits.add(1));
        }

        @Override
        NDArray deceived(NDArray logits) {
            return logits.neg();
        }
    },
    /** Wasserstein distance (Arjovsky et al. 2017): {@code D: fake - real}, {@code G: -fake}. */
    @JsonProperty("wasserstein")
    WASSERSTEIN {
        @Override
        NDArray real(NDArray logits, double smoothing) {
            return logits.neg();
        }

        @Override
        NDArray fake(NDArray logits) {
            return logits;
        }
    };

    /** What a real picture's logit costs the discriminator; small for a high one. */
    abstract NDArray real(NDArray logits, double smoothing);

    /** What a fake picture's logit costs the discriminator; small for a low one. */
    abstract NDArray fake(NDArray logits);

    /** What a fake picture's logit costs the generator; small for a high one. */
    NDArray deceived(NDArray logits) {
        return real(logits, 0);
    }

    /**
     * What real pictures cost a discriminator that judges each by itself.
     *
     * @param logits of real pictures
     * @param smoothing one-sided label smoothing, 0 for none
     * @return a scalar
     */
    public NDArray realHalf(NDArray logits, double smoothing) {
        return real(logits, smoothing).mean();
    }

    /**
     * What fake pictures cost a discriminator that judges each by itself.
     *
     * @param logits of fake pictures
     * @return a scalar
     */
    public NDArray fakeHalf(NDArray logits) {
        return fake(logits).mean();
    }

    /**
     * The discriminator's loss.
     *
     * @param real logits of real pictures
     * @param fake logits of fake pictures
     * @param relativistic whether they are judged in pairs
     * @param smoothing one-sided label smoothing, 0 for none
     * @return a scalar
     */
    public NDArray discriminator(
            NDArray real, NDArray fake, boolean relativistic, double smoothing) {
        return relativistic
                ? real(real.sub(fake), smoothing).mean()
                : realHalf(real, smoothing).add(fakeHalf(fake));
    }

    /**
     * The generator's loss.
     *
     * @param real logits of real pictures, no gradient; only looked at when relativistic
     * @param fake logits of fake pictures
     * @param relativistic whether they are judged in pairs
     * @return a scalar
     */
    public NDArray generator(NDArray real, NDArray fake, boolean relativistic) {
        return deceived(relativistic ? fake.sub(real) : fake).mean();
    }
}
