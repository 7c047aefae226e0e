package latentwilds.training.loop;

/** Watches a training: logs, progress, sample grids, checkpoints. Called on the training thread. */
public interface TrainingListener {
    /**
     * A tick has passed.
     *
     * @param tick means since the last one
     */
    default void onTick(Tick tick) {}

    /**
     * A snapshot is due: before the first step, at every interval and at the end.
     *
     * @param training to ask for weights and a checkpoint
     */
    default void onSnapshot(Training training) {}
}
