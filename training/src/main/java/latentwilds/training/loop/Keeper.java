package latentwilds.training.loop;

import java.util.List;
import java.util.Locale;

/**
 * Does something about what the watchdog finds, where the run allows it: lowers D's rate, raises
 * augmentation, goes back to the last snapshot at which nothing looked wrong.
 */
final class Keeper {
    private static final float SLOWEST = 1 / 16f;
    private static final double MORE = 0.1;
    private static final int MOST_RETURNS = 3;

    private final Training training;
    private final boolean acts;
    private Checkpoint good;
    private int returns;

    Keeper(Training training) {
        this.training = training;
        acts = training.options().watch().watchdog() == WatchOptions.Mode.ACT;
    }

    /** Remembers the present state to come back to; it is copied only where that can happen. */
    void remember() {
        if (acts) {
            good = training.state();
        }
    }

    /** A checkpoint with what this one remembers, unless that is the checkpoint's own state. */
    Checkpoint into(Checkpoint checkpoint) {
        boolean other = good != null && good.step() != checkpoint.step();
        return other ? checkpoint.withGood(good) : checkpoint;
    }

    /** Remembers what the checkpoint says, after the training has taken its state. */
    void recall(Checkpoint checkpoint) {
        remember();
        if (acts) {
            good = checkpoint.good().orElse(good);
        }
    }

    Verdict decide(Watchdog.Finding finding) {
        long images = training.images();
        String action = acts ? act(finding.kind()) : "none";
        return new Verdict(images, finding.kind(), finding.words(), action, training.images());
    }

    private String act(Verdict.Kind kind) {
        return switch (kind) {
            case DISCRIMINATOR_DOMINATES, FROZEN_GENERATOR -> slower();
            case LOGITS_EXPLODE -> slower() + ", " + back();
            case COLLAPSE -> more() + ", " + back();
            case NOT_A_NUMBER -> "none";
        };
    }

    /**
     * What to do about a step that gave no number.
     *
     * @throws TrainingDiverged if nothing can be done, or was done in vain
     */
    Verdict rescue(StepStats stats) {
        if (good == null || returns >= MOST_RETURNS) {
            throw new TrainingDiverged(training.images(), stats);
        }
        long images = training.images();
        String action = back() + ", " + slower();
        return new Verdict(
                images,
                Verdict.Kind.NOT_A_NUMBER,
                "A loss or gradient is not a number: " + stats,
                action,
                training.images());
    }

    private String slower() {
        Adversaries adversaries = training.adversaries();
        float factor = Math.max(SLOWEST, adversaries.rates().factorD() / 2);
        adversaries.rates().factorD(factor);
        return String.format(Locale.ROOT, "D's rate is %.4g of the scheduled one", factor);
    }

    private String more() {
        training.adversaries().strength().raise(MORE);
        return String.format(
                Locale.ROOT,
                "augmentation strength is %.2f",
                training.adversaries().strength().strength());
    }

    private String back() {
        if (good == null || returns >= MOST_RETURNS) {
            return "no good snapshot to go back to";
        }
        int done = returns + 1;
        Adversaries adversaries = training.adversaries();
        float factor = adversaries.rates().factorD();
        double strength = adversaries.strength().strength();
        training.goBack(good);
        // What was learned about this run is not forgotten with it.
        returns = done;
        adversaries.rates().factorD(factor);
        adversaries.strength().raise(strength - adversaries.strength().strength());
        return "back to " + training.images() + " images";
    }

    /** How often the run went back so far. */
    int returns() {
        return returns;
    }

    void returns(int soFar) {
        returns = soFar;
    }

    /** Verdicts of one tick, in order; each is acted on. */
    List<Verdict> decide(List<Watchdog.Finding> findings) {
        return findings.stream().map(this::decide).toList();
    }
}
