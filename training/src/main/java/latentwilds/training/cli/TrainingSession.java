package latentwilds.training.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Picture;
import latentwilds.training.augment.Batch;
import latentwilds.training.augment.Batches;
import latentwilds.training.augment.GroundBatches;
import latentwilds.training.augment.SpriteBatches;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest;
import latentwilds.training.dataset.Images;
import latentwilds.training.file.PngFile;
import latentwilds.training.file.Reason;
import latentwilds.training.loop.Checkpoint;
import latentwilds.training.loop.OptionsFile;
import latentwilds.training.loop.Training;
import latentwilds.training.loop.TrainingListener;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.report.EarlyStopping;
import latentwilds.training.report.EventsListener;
import latentwilds.training.report.PlotsListener;
import latentwilds.training.report.Recorder;
import latentwilds.training.report.ReportListener;
import latentwilds.training.report.Sheet;
import latentwilds.training.run.KernelRecord;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.RunLock;
import latentwilds.training.run.Snapshots;

/** One sitting of a run: from its start or last checkpoint until it is done, or Ctrl-C. */
final class TrainingSession {
    private static final int SHOWN = 64;
    private static final int COLUMNS = 8;
    private static final long SAVING_SECONDS = 60;

    private TrainingSession() {}

    /** Checks that options and data set fit each other. */
    static void check(TrainingOptions options, Dataset dataset) {
        DatasetManifest manifest = dataset.manifest();
        boolean fits =
                options.generator().spatial()
                        ? manifest.size() >= options.size()
                        : manifest.size() == options.size();
        if (!fits || manifest.channels() != options.channels()) {
            throw new IllegalArgumentException(
                    "%s: expected %s%d px with %d channels (from the configuration), found %d px with %d. Prepare it with --size and --channels, or choose another configuration"
                            .formatted(
                                    dataset.folder(),
                                    options.generator().spatial() ? "at least " : "",
                                    options.size(),
                                    options.channels(),
                                    manifest.size(),
                                    manifest.channels()));
        }
        options.generatorSpec(manifest.groups(), "");
    }

    /**
     * Opens what the networks are shown, decoded or on disk, with the labels that the generator has
     * codes for.
     */
    static Images images(
            TrainingOptions options, Dataset dataset, Map<String, List<String>> groups) {
        check(options, dataset);
        return dataset.images(DatasetManifest.Split.TRAIN, coded(options, groups), Dataset.MEMORY);
    }

    private static Map<String, List<String>> coded(
            TrainingOptions options, Map<String, List<String>> groups) {
        Map<String, List<String>> coded = new TreeMap<>(groups);
        coded.keySet().retainAll(options.generator().codes().keySet());
        return coded;
    }

    /** Trains; returns what came of it, for {@code --json}. */
    static Map<String, Object> run(
            RunFolder run,
            TrainingOptions options,
            Dataset dataset,
            Images images,
            boolean resume) {
        System.out.println("Run: " + run.path());
        Map<String, List<String>> groups = coded(options, run.origin().groups());
        Batches batches =
                options.generator().spatial()
                        ? new GroundBatches(images, options.size())
                        : new SpriteBatches(images, options.augment().mirror());
        try (RunLock lock = RunLock.take(run)) {
            Optional<Checkpoint> last = resume ? recover(run) : Optional.empty();
            if (resume) {
                // Before anybody reads the logs.
                run.rewind(last.map(Checkpoint::step).orElse(0L) * options.batch());
            }
            return sit(run, options, dataset, batches, groups, last, resume);
        } catch (IOException e) {
            throw new UncheckedIOException(run.path() + ": " + Reason.of(e), e);
        }
    }

    private static Map<String, Object> sit(
            RunFolder run,
            TrainingOptions options,
            Dataset dataset,
            Batches batches,
            Map<String, List<String>> groups,
            Optional<Checkpoint> last,
            boolean resume)
            throws IOException {
        try (EarlyStopping kid = kid(run, options, dataset);
                Progress progress = new Progress(options);
                Training training =
                        new Training(
                                options,
                                options.generatorSpec(groups, OptionsFile.hash(options)),
                                batches,
                                listeners(run, options, kid, progress))) {
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
            } else {
                PngFile.write(reals(batches, options), run.path().resolve("reals.png"));
            }
            return train(run, training);
        }
    }

    private static EarlyStopping kid(RunFolder run, TrainingOptions options, Dataset dataset) {
        return options.watch().kidSamples() == 0
                ? null
                : new EarlyStopping(run, options, dataset, System.out::println);
    }

    /** The recorder first: the others read what it writes. */
    private static List<TrainingListener> listeners(
            RunFolder run, TrainingOptions options, EarlyStopping kid, Progress progress) {
        List<TrainingListener> listeners = new ArrayList<>();
        listeners.add(new Recorder(run, options.keepCheckpoints()));
        if (kid != null) {
            listeners.add(kid);
        }
        listeners.add(progress);
        listeners.add(new EventsListener(run, System.err::println));
        listeners.add(new PlotsListener(run, System.err::println));
        listeners.add(new ReportListener(run, System.err::println));
        return listeners;
    }

    private static Optional<Checkpoint> recover(RunFolder run) throws IOException {
        run.removeParts();
        return new Snapshots(run).lastGood(w -> System.err.println("warning: " + w));
    }

    private static void adopt(Training training) {
        String from = training.options().initFrom();
        if (!from.isEmpty()) {
            List<String> left = training.adopt(InitFrom.read(Path.of(from)).transfer());
            System.out.printf("Weights of %s taken over%n", from);
            left.forEach(l -> System.out.println("  not as it was: " + l));
        }
    }

    private static Map<String, Object> train(RunFolder run, Training training) {
        CountDownLatch saved = new CountDownLatch(1);
        Thread onCtrlC =
                new Thread(
                        () -> {
                            training.stop();
                            try {
                                saved.await(SAVING_SECONDS, TimeUnit.SECONDS);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        Runtime.getRuntime().addShutdownHook(onCtrlC);
        try {
            training.run();
            if (training.images() < training.options().images()) {
                new Recorder(run, training.options().keepCheckpoints()).onSnapshot(training);
                System.out.printf(
                        "%nSaved after %d images. Go on with: ./train resume %s%n",
                        training.images(), run.path());
            } else {
                System.out.printf(
                        "%nDone. Export with: ./train export --run %s --out assets/models/%s%n",
                        run.path(), training.options().kind());
            }
        } finally {
            if (training.images() < training.options().images()) {
                new ReportListener(run, System.err::println).ended();
            }
            saved.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(onCtrlC);
            } catch (IllegalStateException e) {
                // The shutdown has begun, and waited for the latch.
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run", run.path().toString());
        result.put("images", training.images());
        result.put("seconds", training.seconds());
        result.put("done", training.images() >= training.options().images());
        result.put("slowLayers", training.slowLayers());
        return result;
    }

    private static BufferedImage reals(Batches batches, TrainingOptions options) {
        Batch batch = batches.next(SHOWN, new RandomStream(options.seed()));
        int size = options.channels() * options.size() * options.size();
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < SHOWN; i++) {
            float[] values = new float[size];
            System.arraycopy(batch.pictures(), i * size, values, 0, size);
            pictures.add(new Picture(options.channels(), options.size(), options.size(), values));
        }
        return Sheet.grid(pictures, COLUMNS);
    }
}
