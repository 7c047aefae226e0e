package latentwilds.training.loop;

/** A loss is no longer a number; the last checkpoint is still good. */
public final class TrainingDiverged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrainingDiverged(long images, StepStats stats) {
        super(
                "Training diverged after %d images: expected finite losses, found D %s, G %s. Lower the learning rates or raise r1Gamma, and resume from the last checkpoint"
                        .formatted(images, stats.d().loss(), stats.lossG()));
    }
}
