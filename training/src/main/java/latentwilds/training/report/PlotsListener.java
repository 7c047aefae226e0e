package latentwilds.training.report;

import java.util.function.Consumer;
import latentwilds.training.file.Convenience;
import latentwilds.training.loop.Training;
import latentwilds.training.loop.TrainingListener;
import latentwilds.training.run.RunFolder;

/** Draws a run's curves anew at every snapshot: {@code plot-*.png} in its folder. */
public final class PlotsListener implements TrainingListener {
    private final RunFolder run;
    private final Convenience convenience;

    /**
     * Prepares to draw.
     *
     * @param run where
     * @param log told at most one line if files cannot be written
     */
    public PlotsListener(RunFolder run, Consumer<String> log) {
        this.run = run;
        convenience = new Convenience(run.path() + ": plots", log);
    }

    @Override
    public void onSnapshot(Training training) {
        draw();
    }

    void draw() {
        convenience.attempt(() -> Plots.write(History.of(run)));
    }
}
