package latentwilds.training.loop;

/** A loss is no longer a number; the last checkpoint is still good. */
public final class TrainingDiverged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrainingDiverged(long images, StepStats stats) {
        super(
                "Training diverged after %d images: expected finite losses and gradients, found %s. Resume with ./train resume, which goes on from the last checkpoint; for a new run lower optimiser.rateD, raise loss.r1Gamma, or set watch.watchdog=act"
                        .formatted(images, stats));
    }
}
