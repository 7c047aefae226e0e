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
     * The watchdog has found something.
     *
     * @param verdict what, and what was done about it
     */
    default void onVerdict(Verdict verdict) {}

    /**
     * The watchdog took the training back to an earlier state, after the verdict was told: steps
     * after that are lost, and taken again.
     *
     * @param training in that state
     */
    default void onReturn(Training training) {}

    /**
     * A snapshot is due: before the first step, at every interval and at the end.
     *
     * @param training to ask for weights and a checkpoint, or to {@linkplain Training#stop stop}
     */
    default void onSnapshot(Training training) {}
}
