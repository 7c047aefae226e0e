package latentwilds.training.report;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import latentwilds.training.file.Convenience;
import latentwilds.training.loop.Training;
import latentwilds.training.loop.TrainingListener;
import latentwilds.training.run.RunFolder;

/**
 * Rewrites a run's {@code report.html} at every snapshot. To be told last, after what it reports
 * was written. Pictures are encoded once and kept: at most {@value Frames#MOST} of some 64 KB.
 */
public final class ReportListener implements TrainingListener {
    private final RunFolder run;
    private final Convenience convenience;
    private final Frames frames = new Frames();

    /**
     * Prepares to report.
     *
     * @param run where
     * @param log told at most one line if the report cannot be written
     */
    public ReportListener(RunFolder run, Consumer<String> log) {
        this.run = run;
        convenience = new Convenience(run.path().resolve(Report.NAME).toString(), log);
    }

    @Override
    public void onSnapshot(Training training) {
        convenience.attempt(() -> report(true));
    }

    /** Rewrites the report once nothing is trained any more: done, stopped or diverged. */
    public void ended() {
        convenience.attempt(() -> report(false));
    }

    private void report(boolean training) throws IOException {
        History history = History.of(run);
        Report.write(
                List.of(history),
                List.of(history.state(training)),
                frames,
                run.path().resolve(Report.NAME));
    }
}
