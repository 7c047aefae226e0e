package latentwilds.training.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import latentwilds.training.file.PngFile;
import latentwilds.training.file.Reason;
import latentwilds.training.loop.Checkpoint;
import latentwilds.training.loop.Training;
import latentwilds.training.loop.TrainingListener;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.report.EarlyStopping;
import latentwilds.training.report.EventsListener;
import latentwilds.training.report.PlotsListener;
import latentwilds.training.report.Recorder;
import latentwilds.training.report.ReportListener;
import latentwilds.training.run.KernelRecord;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.RunLock;
import latentwilds.training.run.Snapshots;

/** One sitting of a run: from its start or last checkpoint until it is done, or told to stop. */
final class TrainingSession {
    private final RunFolder run;
    private final TrainingOptions options;
    private final TrainingData data;
    private final Recorder recorder;

    TrainingSession(RunFolder run, TrainingData data) {
        this.run = run;
        this.data = data;
        options = data.options();
        recorder = new Recorder(run, options.keepCheckpoints());
    }

    /**
     * Trains.
     *
     * @param resume whether from the run's last checkpoint
     * @param answer told what came of it, for {@code --json}, before the process may end
     */
    void run(boolean resume, Consumer<Map<String, Object>> answer) {
        System.out.println("Run: " + run.path());
        try (OrderlyEnd end = new OrderlyEnd();
                RunLock lock = RunLock.take(run)) {
            Optional<Checkpoint> last = resume ? recover() : Optional.empty();
            answer.accept(sit(end, last, resume));
        } catch (IOException e) {
            throw new UncheckedIOException(run.path() + ": " + Reason.of(e), e);
        }
    }

    private Optional<Checkpoint> recover() throws IOException {
        run.removeParts();
        Optional<Checkpoint> last =
                new Snapshots(run).lastGood(w -> System.err.println("warning: " + w));
        recorder.rewind(last.map(Checkpoint::step).orElse(0L) * options.batch());
        return last;
    }

    private Map<String, Object> sit(OrderlyEnd end, Optional<Checkpoint> last, boolean resume)
            throws IOException {
        try (EarlyStopping kid = kid();
                Progress progress = new Progress(options);
                Training training =
                        new Training(
                                options, data.spec(), data.batches(), listeners(kid, progress))) {
            end.stops(training);
            training.slowLayers()
                    .forEach(l -> System.out.println("libtorch is wrong on this machine: " + l));
            System.out.println(KernelRecord.summary(training.kernels()));
            KernelRecord.keep(run, training.kernels())
                    .ifPresent(w -> System.err.println("warning: " + w));
            if (last.isPresent()) {
                training.restore(last.get());
            } else {
                adopt(training);
            }
            if (resume) {
                System.out.println("Going on after " + training.images() + " images");
            }
            Path reals = run.path().resolve("reals.png");
            if (!Files.exists(reals)) {
                PngFile.write(data.sheet(), reals);
            }
            return train(training);
        }
    }

    private EarlyStopping kid() {
        return options.watch().kidSamples() == 0
                ? null
                : new EarlyStopping(run, options, data.dataset(), System.out::println);
    }

    /** The recorder first: the others read what it writes. */
    private List<TrainingListener> listeners(EarlyStopping kid, Progress progress) {
        List<TrainingListener> listeners = new ArrayList<>();
        listeners.add(recorder);
        if (kid != null) {
            listeners.add(kid);
        }
        listeners.add(progress);
        listeners.add(new EventsListener(run, System.err::println));
        listeners.add(new PlotsListener(run, System.err::println));
        listeners.add(new ReportListener(run, System.err::println));
        return listeners;
    }

    private static void adopt(Training training) {
        String from = training.options().initFrom();
        if (!from.isEmpty()) {
            List<String> left = training.adopt(InitFrom.read(training.options()).transfer());
            System.out.printf("Weights of %s taken over%n", from);
            left.forEach(l -> System.out.println("  not as it was: " + l));
        }
    }

    private Map<String, Object> train(Training training) {
        try {
            training.run();
            if (!done(training)) {
                recorder.save(training);
            }
        } finally {
            if (!done(training)) {
                new ReportListener(run, System.err::println).ended();
            }
        }
        if (done(training)) {
            System.out.printf(
                    "%nDone. Export with: ./train export --run %s --out assets/models/%s%n",
                    run.path(), options.kind());
        } else {
            System.out.printf(
                    "%n%s. Go on with: ./train resume %s%n",
                    training.images() == 0
                            ? "Stopped before the first step"
                            : "Saved after %d images".formatted(training.images()),
                    run.path());
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run", run.path().toString());
        result.put("images", training.images());
        result.put("seconds", training.seconds());
        result.put("done", done(training));
        result.put("slowLayers", training.slowLayers());
        return result;
    }

    private boolean done(Training training) {
        return training.images() >= options.images();
    }
}
