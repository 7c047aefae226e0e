package latentwilds.training.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import latentwilds.model.WholeFile;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.RunLock;

/** Writes the HTML report of one run, or of several side by side. */
public final class Report {
    /** The report's name in a run's folder. */
    public static final String NAME = "report.html";

    private Report() {}

    /**
     * Writes a report. Not to be called in the process that trains one of the runs, see {@link
     * RunLock#held}; there {@link ReportListener} writes it. The curves of runs that are not being
     * trained are drawn anew in their folders.
     *
     * @param runs at least one; what a folder lacks is left out
     * @param out an HTML file; one that is there is replaced
     * @param log told a line about a run whose curves cannot be written
     * @return how far each run is: {@code running}, {@code finished}, {@code stopped} or {@code
     *     diverged}
     * @throws IOException if a folder cannot be read or the file cannot be written
     */
    public static List<String> write(List<RunFolder> runs, Path out, Consumer<String> log)
            throws IOException {
        List<History> histories = new ArrayList<>();
        List<History.State> states = new ArrayList<>();
        for (RunFolder run : runs) {
            History history = History.of(run);
            histories.add(history);
            boolean training = RunLock.held(run);
            states.add(history.state(training));
            // A training draws its own; what was measured after it is not in them yet.
            if (!training) {
                new PlotsListener(run, log).draw();
            }
        }
        write(histories, states, new Frames(), out);
        return states.stream().map(state -> state.name().toLowerCase(Locale.ROOT)).toList();
    }

    static void write(List<History> runs, List<History.State> states, Frames frames, Path out)
            throws IOException {
        String page = ReportPage.of(runs, states, frames);
        WholeFile.write(out, page.getBytes(StandardCharsets.UTF_8));
    }
}
