package latentwilds.training.loop;

import static latentwilds.training.loop.Requirement.fraction;
import static latentwilds.training.loop.Requirement.notNegative;
import static latentwilds.training.loop.Requirement.require;

import latentwilds.training.loss.Objective;

/**
 * What the two networks are asked to do.
 *
 * @param objective the adversarial loss
 * @param relativistic whether a fake is judged against a real one (relativistic pairing) instead of
 *     each by itself
 * @param smoothing one-sided label smoothing: real pictures count as real by 1 - this; for {@code
 *     bce} and {@code least-squares}
 * @param clip largest absolute weight of the discriminator (WGAN's weight clipping), 0 for none
 * @param wganPenalty weight of WGAN-GP's penalty: slope 1 between real and fake; 0 for none
 * @param r1Gamma weight of the zero-centred gradient penalty on real pictures
 * @param r2Gamma weight of the zero-centred gradient penalty on fake pictures
 * @param penaltyInterval steps between penalties; the weight is scaled up to match
 * @param penaltyNoise 0 for exact zero-centred penalties, which differentiate twice; else the
 *     standard deviation of the noise of a first-order approximation
 * @param evenness weight of the penalty on ground whose detail follows its cells; 0 for none, and
 *     for anything that is not spatial
 * @param between weight of the penalty on blends of two pictures' labels that show colours of
 *     neither; 0 for none, and for anything that is not spatial or has no labels
 * @param classifier weight of the cross-entropy by which the discriminator learns to guess the
 *     labels of real pictures, and the generator is asked for pictures whose labels it guesses
 *     (AC-GAN, Odena et al. 2017); 0 for none, and for anything without labels
 */
public record LossOptions(
        Objective objective,
        boolean relativistic,
        double smoothing,
        double clip,
        double wganPenalty,
        double r1Gamma,
        double r2Gamma,
        int penaltyInterval,
        double penaltyNoise,
        double evenness,
        double between,
        double classifier) {

    /** Checks every value. */
    public LossOptions {
        require(objective != null, "loss.objective", "a loss", "none");
        fraction("loss.smoothing", smoothing);
        notNegative("loss.clip", clip);
        notNegative("loss.wganPenalty", wganPenalty);
        notNegative("loss.r1Gamma", r1Gamma);
        notNegative("loss.r2Gamma", r2Gamma);
        notNegative("loss.penaltyNoise", penaltyNoise);
        notNegative("loss.evenness", evenness);
        notNegative("loss.between", between);
        notNegative("loss.classifier", classifier);
        require(penaltyInterval > 0, "loss.penaltyInterval", "at least 1", penaltyInterval);
    }

    boolean differentiatesPictures() {
        return wganPenalty > 0 || r1Gamma > 0 || r2Gamma > 0;
    }
}
