package latentwilds.training.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import latentwilds.training.file.Reason;
import latentwilds.training.loop.Checkpoint;
import latentwilds.training.loop.Training;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.report.Audience;
import latentwilds.training.report.Recorder;
import latentwilds.training.run.KernelRecord;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.RunLock;

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
            Optional<Checkpoint> last =
                    resume
                            ? recorder.recover(options.batch(), TrainingSession::warn)
                            : Optional.empty();
            answer.accept(sit(end, last, resume));
        } catch (IOException e) {
            throw new UncheckedIOException(run.path() + ": " + Reason.of(e), e);
        }
    }

    private static void warn(String what) {
        System.err.println("warning: " + what);
    }

    private Map<String, Object> sit(OrderlyEnd end, Optional<Checkpoint> last, boolean resume)
            throws IOException {
        try (Progress progress = new Progress(options);
                Audience audience = audience(progress);
                Training training =
                        new Training(options, data.spec(), data.batches(), audience.listeners())) {
            end.stops(training);
            training.slowLayers()
                    .forEach(l -> System.out.println("libtorch is wrong on this machine: " + l));
            System.out.println(KernelRecord.summary(training.kernels()));
            KernelRecord.keep(run, training.kernels()).ifPresent(TrainingSession::warn);
            if (last.isPresent()) {
                training.restore(last.get());
            } else {
                adopt(training);
            }
            if (resume) {
                System.out.println("Going on after " + training.images() + " images");
            }
            data.show(run.path());
            return train(training, audience);
        }
    }

    private Audience audience(Progress progress) {
        return new Audience(
                run,
                options,
                data.dataset(),
                recorder,
                progress,
                System.out::println,
                System.err::println);
    }

    private static void adopt(Training training) {
        String from = training.options().initFrom();
        if (!from.isEmpty()) {
            List<String> left = training.adopt(InitFrom.read(training.options()).transfer());
            System.out.printf("Weights of %s taken over%n", from);
            left.forEach(l -> System.out.println("  not as it was: " + l));
        }
    }

    private Map<String, Object> train(Training training, Audience audience) {
        try {
            training.run();
            if (!Sitting.done(training)) {
                recorder.save(training);
            }
        } finally {
            if (!Sitting.done(training)) {
                audience.ended();
            }
        }
        Sitting sitting = Sitting.of(run.path(), training);
        System.out.printf("%n%s%n", sitting.words());
        return sitting.values();
    }
}
