package latentwilds.training.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import latentwilds.training.net.DiscriminatorNet;
import latentwilds.training.net.DiscriminatorNet.Mode;

/**
 * D's side of a step: what it thinks of real and of fake pictures, and the way back from there to
 * its gradients. What is computed is gone afterwards. Real and fake ones are judged one after the
 * other where nothing asks for both at once, since D's layers are then in memory for one half only;
 * the gradients are the same.
 */
final class Critique {
    private final LossOptions loss;
    private final DiscriminatorNet discriminator;
    private final Penalties penalties;
    private final Eyes eyes;

    /** What D is shown of pictures. */
    interface Eyes {
        NDArray see(NDArray pictures, String purpose, long step);
    }

    /**
     * What D thinks.
     *
     * @param loss adversarial, without penalties
     * @param real mean logit of real pictures
     * @param fake mean logit of fake pictures
     * @param sign mean sign of D's lead: of real over fake when relativistic, else over 0
     * @param slope mean squared slope at real pictures; NaN if it was not measured
     */
    record Opinion(float loss, float real, float fake, float sign, float slope) {}

    private record Half(float loss, float logit, float sign) {}

    Critique(LossOptions loss, DiscriminatorNet discriminator, Penalties penalties, Eyes eyes) {
        this.loss = loss;
        this.discriminator = discriminator;
        this.penalties = penalties;
        this.eyes = eyes;
    }

    /** Adds to D's gradients; those of the generator are cut off. */
    Opinion of(
            long step,
            GradientCollector collector,
            NDArray real,
            NDArray fake,
            List<NDArray> labels) {
        if (loss.relativistic() || penalties.due(step)) {
            return together(step, collector, real, fake, labels);
        }
        Half reals = half(step, collector, real, labels, true);
        Half fakes = half(step, collector, fake, labels, false);
        return new Opinion(
                reals.loss + fakes.loss, reals.logit, fakes.logit, reals.sign, Float.NaN);
    }

    private Half half(
            long step,
            GradientCollector collector,
            NDArray pictures,
            List<NDArray> labels,
            boolean real) {
        try (NDManager own = pictures.getManager().newSubManager()) {
            NDArray shown = shown(pictures, own, step, real);
            List<NDArray> heard = heard(labels, own);
            LabelGuess guess = new LabelGuess(discriminator, real ? loss.classifier() : 0);
            NDArray logits = discriminator.forward(shown, heard, Mode.LEARN, guess);
            NDArray cost =
                    real
                            ? loss.objective().realHalf(logits, loss.smoothing())
                            : loss.objective().fakeHalf(logits);
            collector.backward(guess.addTo(cost, heard));
            return new Half(
                    cost.getFloat(), logits.mean().getFloat(), logits.sign().mean().getFloat());
        }
    }

    Opinion together(
            long step,
            GradientCollector collector,
            NDArray real,
            NDArray fake,
            List<NDArray> labels) {
        try (NDManager own = real.getManager().newSubManager()) {
            List<NDArray> heard = heard(labels, own);
            LabelGuess guess = new LabelGuess(discriminator, loss.classifier());
            Penalties.Judged judged =
                    penalties.judge(
                            step,
                            shown(real, own, step, true),
                            shown(fake, own, step, false),
                            heard,
                            guess);
            NDArray adversarial =
                    loss.objective()
                            .discriminator(
                                    judged.real(),
                                    judged.fake(),
                                    loss.relativistic(),
                                    loss.smoothing());
            NDArray cost = guess.addTo(adversarial, heard);
            collector.backward(judged.penalty() == null ? cost : cost.add(judged.penalty()));
            NDArray lead = loss.relativistic() ? judged.real().sub(judged.fake()) : judged.real();
            return new Opinion(
                    adversarial.getFloat(),
                    judged.real().mean().getFloat(),
                    judged.fake().mean().getFloat(),
                    lead.sign().mean().getFloat(),
                    judged.slope());
        }
    }

    private NDArray shown(NDArray pictures, NDManager own, long step, boolean real) {
        return eyes.see(plain(pictures, own), real ? "augment.d.real" : "augment.d.fake", step);
    }

    private static List<NDArray> heard(List<NDArray> labels, NDManager own) {
        return labels.stream().map(l -> plain(l, own)).toList();
    }

    /** The same values without what made them, in another manager: so is what they lead to. */
    private static NDArray plain(NDArray array, NDManager owner) {
        NDArray plain = array.stopGradient();
        plain.attach(owner);
        return plain;
    }
}
