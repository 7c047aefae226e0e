package latentwilds.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads every tick and says what goes wrong. A sign has to stand for some ticks in a row before it
 * is a verdict, and then for as many again before the verdict is repeated.
 */
final class Watchdog {
    private static final int PATIENCE = 3;
    private static final double ALWAYS_RIGHT = 0.98;
    private static final double SAME_PICTURE = 0.15;
    private static final double GROWS = 1.1;
    private static final double STILL = 1e-6;
    private static final double EXPLODED = 1e3;

    private final int[] signs = new int[Verdict.Kind.values().length];
    private float mostDiverse;

    /** A verdict before anything is done about it. */
    record Finding(Verdict.Kind kind, String words) {}

    List<Finding> read(Tick tick) {
        List<Finding> findings = new ArrayList<>();
        if (stands(Verdict.Kind.DISCRIMINATOR_DOMINATES, tick.signReal() > ALWAYS_RIGHT)) {
            findings.add(
                    new Finding(
                            Verdict.Kind.DISCRIMINATOR_DOMINATES,
                            words(
                                    "The discriminator is right about real pictures %.1f %% of the"
                                        + " time (loss %.4f): the generator can hardly learn from"
                                        + " it",
                                    (tick.signReal() + 1) * 50, tick.lossD())));
        }
        if (stands(Verdict.Kind.COLLAPSE, collapsed(tick.diversity()))) {
            findings.add(
                    new Finding(
                            Verdict.Kind.COLLAPSE,
                            words(
                                    "Pictures of different latents, with the same labels, are %.1f"
                                        + " %% as different as real ones: the generator makes one"
                                        + " picture (per label)",
                                    tick.diversity() * 100)));
        }
        if (stands(Verdict.Kind.FROZEN_GENERATOR, tick.movement() < STILL)) {
            findings.add(
                    new Finding(
                            Verdict.Kind.FROZEN_GENERATOR,
                            words(
                                    "The pictures of fixed latents changed by %.1e since the last"
                                        + " tick (gradient norm %.1e): the generator stands still",
                                    tick.movement(), tick.normG())));
        }
        double logit = Math.max(Math.abs(tick.logitsReal()), Math.abs(tick.logitsFake()));
        if (stands(Verdict.Kind.LOGITS_EXPLODE, logit > EXPLODED)) {
            findings.add(
                    new Finding(
                            Verdict.Kind.LOGITS_EXPLODE,
                            words(
                                    "The discriminator's logits have grown to %.3g: its weights"
                                        + " need a bound (loss.clip, loss.wganPenalty, loss.r1Gamma"
                                        + " or discriminator.spectralNorm)",
                                    logit)));
        }
        return findings;
    }

    /** Every generator begins with one picture: what still gets more diverse has not collapsed. */
    private boolean collapsed(double diversity) {
        boolean grows = diversity > GROWS * mostDiverse;
        mostDiverse = diversity > mostDiverse ? (float) diversity : mostDiverse;
        return diversity < SAME_PICTURE && !grows;
    }

    private boolean stands(Verdict.Kind kind, boolean sign) {
        int at = kind.ordinal();
        signs[at] = sign ? signs[at] + 1 : 0;
        return sign && signs[at] % PATIENCE == 0;
    }

    /** Whether nothing has looked wrong lately. */
    boolean quiet() {
        return java.util.Arrays.stream(signs).allMatch(count -> count == 0);
    }

    private static String words(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }

    float[] toArray() {
        float[] state = new float[signs.length + 1];
        for (int i = 0; i < signs.length; i++) {
            state[i] = signs[i];
        }
        state[signs.length] = mostDiverse;
        return state;
    }

    void load(float[] state) {
        for (int i = 0; i < signs.length; i++) {
            signs[i] = Math.round(state[i]);
        }
        // Older checkpoints have only the counts.
        mostDiverse = state.length > signs.length ? state[signs.length] : 0;
    }
}
