package latentwilds.training.loop;

import static latentwilds.training.loop.Requirement.fraction;
import static latentwilds.training.loop.Requirement.notNegative;
import static latentwilds.training.loop.Requirement.positive;
import static latentwilds.training.loop.Requirement.require;

/**
 * How the two networks are stepped. Both use Adam.
 *
 * @param rateG generator's step size
 * @param rateD discriminator's step size
 * @param beta1 Adam's decay of the mean
 * @param beta2 Adam's decay of the variance
 * @param criticSteps discriminator steps per generator step (n_critic)
 * @param headStart steps that the discriminator takes alone at first
 * @param schedule how the rates change over the run
 * @param decayFrom fraction of the run after which they change
 * @param finalRate what is left of the rates at the end, as a fraction
 * @param clipNorm largest norm of a network's gradient; larger ones are scaled down to it; 0 for no
 *     clipping
 * @param emaDecay how much of the averaged generator stays at each step
 * @param labelsFrom fraction of the run up to which labels are not heard at all; small sets
 *     collapse to one picture per label otherwise (Shahbazi et al. 2022, Collapse by Conditioning)
 * @param labelsTo fraction of the run from which labels count in full; between, more and more
 */
public record OptimiserOptions(
        double rateG,
        double rateD,
        double beta1,
        double beta2,
        int criticSteps,
        long headStart,
        Schedule schedule,
        double decayFrom,
        double finalRate,
        double clipNorm,
        double emaDecay,
        double labelsFrom,
        double labelsTo) {

    /** Checks every value. */
    public OptimiserOptions {
        positive("optimiser.rateG", rateG);
        positive("optimiser.rateD", rateD);
        fraction("optimiser.beta1", beta1);
        fraction("optimiser.beta2", beta2);
        positive("optimiser.criticSteps", criticSteps);
        notNegative("optimiser.headStart", headStart);
        require(schedule != null, "optimiser.schedule", "constant, linear or cosine", "none");
        fraction("optimiser.decayFrom", decayFrom);
        fraction("optimiser.finalRate", finalRate);
        notNegative("optimiser.clipNorm", clipNorm);
        fraction("optimiser.emaDecay", emaDecay);
        fraction("optimiser.labelsFrom", labelsFrom);
        fraction("optimiser.labelsTo", labelsTo);
        require(
                labelsTo >= labelsFrom,
                "optimiser.labelsTo",
                "at least labelsFrom (" + labelsFrom + ")",
                labelsTo);
    }

    /**
     * How much labels count.
     *
     * @param progress of the run, 0 to 1
     * @return 0 to 1
     */
    double labelWeight(double progress) {
        if (progress >= labelsTo) {
            return 1;
        }
        return Math.max(0, (progress - labelsFrom) / (labelsTo - labelsFrom));
    }

    /**
     * What both rates are multiplied by.
     *
     * @param progress of the run, 0 to 1
     * @return 1 down to {@code finalRate}
     */
    double scheduled(double progress) {
        if (schedule == Schedule.CONSTANT || progress <= decayFrom || decayFrom >= 1) {
            return 1;
        }
        double late = Math.min(1, (progress - decayFrom) / (1 - decayFrom));
        double gone = schedule == Schedule.LINEAR ? late : (1 - Math.cos(Math.PI * late)) / 2;
        return 1 - gone * (1 - finalRate);
    }
}
