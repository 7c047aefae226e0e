package latentwilds.training.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;
import latentwilds.training.loss.GradientPenalty;
import latentwilds.training.net.DiscriminatorNet;
import latentwilds.training.net.DiscriminatorNet.Mode;
import latentwilds.training.net.FeatureTap;
import latentwilds.training.net.TorchScript;

/** The discriminator's look at a batch, with the penalties on its slope that are due. */
final class Penalties {
    private final LossOptions options;
    private final TorchScript script;
    private final DiscriminatorNet discriminator;
    private final Streams streams;

    Penalties(
            LossOptions options,
            TorchScript script,
            DiscriminatorNet discriminator,
            Streams streams) {
        this.options = options;
        this.script = script;
        this.discriminator = discriminator;
        this.streams = streams;
    }

    /**
     * What came of it.
     *
     * @param real logits {@code [n]}
     * @param fake logits {@code [n]}
     * @param penalty weighted, to be added to the loss; null if none is due
     * @param slope mean squared slope at real pictures; NaN if it was not measured
     */
    record Judged(NDArray real, NDArray fake, NDArray penalty, float slope) {}

    /** Whether the pictures of a step are looked at for more than their logits. */
    boolean due(long step) {
        return step % options.penaltyInterval() == 0 && options.differentiatesPictures();
    }

    Judged judge(long step, NDArray real, NDArray fake, List<NDArray> labels, FeatureTap realTap) {
        boolean due = step % options.penaltyInterval() == 0;
        boolean r1 = due && options.r1Gamma() > 0;
        boolean r2 = due && options.r2Gamma() > 0;
        boolean exact = options.penaltyNoise() == 0;
        NDArray shownReal = r1 && exact ? leaf(real) : real;
        NDArray shownFake = r2 && exact ? leaf(fake) : fake;
        NDArray logitsReal = discriminator.forward(shownReal, labels, mode(r1), realTap);
        NDArray logitsFake = discriminator.forward(shownFake, labels, mode(r2));
        NDArray total = null;
        float measured = Float.NaN;
        if (r1) {
            NDArray slope = slope(step, "penalty.real", logitsReal, shownReal, labels);
            measured = slope.getFloat();
            total = slope.mul(options.r1Gamma() / 2 * options.penaltyInterval());
        }
        if (r2) {
            NDArray slope = slope(step, "penalty.fake", logitsFake, shownFake, labels);
            total = sum(total, slope.mul(options.r2Gamma() / 2 * options.penaltyInterval()));
        }
        if (due && options.wganPenalty() > 0) {
            NDArray between = leaf(between(step, real, fake));
            NDArray logits = discriminator.forward(between, labels, Mode.LEARN_SLOPES);
            NDArray slope = GradientPenalty.oneCentred(script, logits, between);
            total = sum(total, slope.mul(options.wganPenalty() * options.penaltyInterval()));
        }
        return new Judged(logitsReal, logitsFake, total, measured);
    }

    private static Mode mode(boolean slopes) {
        return slopes ? Mode.LEARN_SLOPES : Mode.LEARN;
    }

    private NDArray slope(
            long step, String purpose, NDArray logits, NDArray pictures, List<NDArray> labels) {
        double deviation = options.penaltyNoise();
        if (deviation == 0) {
            return GradientPenalty.zeroCentred(script, logits, pictures);
        }
        RandomStream random = streams.stream(purpose, step);
        float[] noise = new float[Math.toIntExact(pictures.size())];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (random.nextGaussian() * deviation);
        }
        NDArray shifted = pictures.add(pictures.getManager().create(noise, pictures.getShape()));
        return GradientPenalty.approximate(
                logits, discriminator.forward(shifted, labels, Mode.LEARN_SLOPES), deviation);
    }

    private NDArray between(long step, NDArray real, NDArray fake) {
        RandomStream random = streams.stream("penalty.between", step);
        float[] shares = new float[(int) real.getShape().get(0)];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) random.nextDouble();
        }
        NDArray share = real.getManager().create(shares, new Shape(shares.length, 1, 1, 1));
        return real.mul(share).add(fake.mul(share.neg().add(1)));
    }

    private static NDArray sum(NDArray total, NDArray term) {
        return total == null ? term : total.add(term);
    }

    private static NDArray leaf(NDArray array) {
        NDArray leaf = array.stopGradient();
        leaf.setRequiresGradient(true);
        return leaf;
    }
}
