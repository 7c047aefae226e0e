package latentwilds.training.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.loop.TrainingListener;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.run.RunFolder;

/**
 * All who listen to a run: it is written down, measured, shown, and told about. The owner closes it
 * after the training.
 */
public final class Audience implements AutoCloseable {
    private final EarlyStopping kid;
    private final ReportListener report;
    private final List<TrainingListener> listeners = new ArrayList<>();

    /**
     * Calls them together.
     *
     * @param run whose
     * @param options of the run
     * @param dataset that KID is measured against, where the options ask for it
     * @param recorder has taken back what the logs said about steps that are taken again
     * @param progress shows how far the run is
     * @param say told what is found, a line at a time
     * @param warn told what could not be done
     */
    public Audience(
            RunFolder run,
            TrainingOptions options,
            Dataset dataset,
            Recorder recorder,
            TrainingListener progress,
            Consumer<String> say,
            Consumer<String> warn) {
        kid =
                options.watch().kidSamples() == 0
                        ? null
                        : new EarlyStopping(run, options, dataset, say);
        report = new ReportListener(run, warn);
        // The recorder first: the others read what it writes.
        listeners.add(recorder);
        if (kid != null) {
            listeners.add(kid);
        }
        listeners.add(progress);
        listeners.add(new EventsListener(run, warn));
        listeners.add(new PlotsListener(run, warn));
        listeners.add(report);
    }

    /**
     * The listeners.
     *
     * @return in the order in which they are to be told
     */
    public List<TrainingListener> listeners() {
        return List.copyOf(listeners);
    }

    /** To be called when a run ends before it is done: its page says so. */
    public void ended() {
        report.ended();
    }

    @Override
    public void close() {
        if (kid != null) {
            kid.close();
        }
    }
}
