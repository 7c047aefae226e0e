package latentwilds.training.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelFile;
import latentwilds.model.SafeTensors;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.reference.ReferenceGenerator;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest;
import latentwilds.training.file.PngFile;
import latentwilds.training.file.Reason;
import latentwilds.training.file.Staging;
import latentwilds.training.report.CardWriter;
import latentwilds.training.report.Samples;
import latentwilds.training.report.Sheet;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Snapshots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train export}: a run's averaged generator to a model that the game reads. */
@Command(
        name = "export",
        description = "Writes a run's averaged generator with its card and samples.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final int COLUMNS = 8;
    private static final int SAMPLES = 64;
    private static final int CELLS = 8;
    private static final String SHEET = "samples.png";

    @ParentCommand private TrainCli cli;

    @Option(names = "--run", required = true, paramLabel = "RUN_FOLDER", description = "The run.")
    private Path folder;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The model's folder, for example assets/models/monsters.")
    private Path out;

    @Option(
            names = "--snapshot",
            paramLabel = "IMAGES",
            description = "Which snapshot, by images seen. Default: the last.")
    private Long snapshot;

    @Option(names = "--fp16", description = "Half-precision weights: half the size.")
    private boolean half;

    @Option(names = "--title", paramLabel = "TEXT", description = "The card's title.")
    private String title;

    @Option(
            names = "--anchor",
            paramLabel = "NAME=SEEDS",
            description =
                    "Seeds whose pictures you looked at, for the card: people=4,7,22 are figures"
                            + " that the game gives to people.")
    private Map<String, String> anchors = Map.of();

    @Option(names = "--replace", description = "Overwrite a model that is there.")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        RunFolder run = RunFolder.open(folder);
        Snapshots.Snapshot chosen = choose(new Snapshots(run).snapshots());
        DatasetManifest dataset = Dataset.open(Path.of(run.origin().dataset())).manifest();
        Existing.refuse(
                List.of(
                        out.resolve(ModelFile.NAME),
                        out.resolve(ModelCard.NAME),
                        out.resolve(SHEET)),
                replace);
        GeneratorWeights trained = ModelFile.read(chosen.file());
        try (Staging staging = new Staging(out)) {
            write(trained, run, chosen, dataset, staging.path());
            staging.moveTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s: cannot be written: %s. Choose another --out".formatted(out, Reason.of(e)),
                    e);
        }
        Path file = out.resolve(ModelFile.NAME);
        System.out.printf(
                "%s: %d images seen, %d KB%n",
                file, chosen.images(), (Files.size(file) + 1023) / 1024);
        cli.answer(
                Map.of(
                        "model", file.toString(),
                        "imagesSeen", chosen.images(),
                        "bytes", Files.size(file)));
        return 0;
    }

    private void write(
            GeneratorWeights trained,
            RunFolder run,
            Snapshots.Snapshot chosen,
            DatasetManifest dataset,
            Path folder)
            throws IOException {
        Path file = folder.resolve(ModelFile.NAME);
        ModelFile.write(file, trained, half ? SafeTensors.Type.F16 : SafeTensors.Type.F32);
        // What is described and shown is what was written, rounding included.
        GeneratorWeights weights = ModelFile.read(file);
        try (Generator generator = new ReferenceGenerator(weights)) {
            Samples samples = new Samples(weights, generator, Map.of(), CELLS);
            ModelCard card =
                    CardWriter.card(weights, samples, dataset, run, chosen, title, anchors());
            card.write(folder.resolve(ModelCard.NAME));
            PngFile.write(
                    Sheet.grid(samples.pictures(0, SAMPLES - 1), COLUMNS), folder.resolve(SHEET));
        }
    }

    private Map<String, List<Long>> anchors() {
        Map<String, List<Long>> seeds = new TreeMap<>();
        anchors.forEach(
                (name, list) -> {
                    if (!list.matches("\\d{1,18}(,\\d{1,18})*")) {
                        throw new IllegalArgumentException(
                                "--anchor %s: expected seeds like 4,7,22, found '%s'"
                                        .formatted(name, list));
                    }
                    seeds.put(name, Stream.of(list.split(",")).map(Long::valueOf).toList());
                });
        return seeds;
    }

    private Snapshots.Snapshot choose(List<Snapshots.Snapshot> snapshots) {
        if (snapshots.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: expected a run with snapshots, found none. Train it first"
                            .formatted(folder));
        }
        if (snapshot == null) {
            return snapshots.get(snapshots.size() - 1);
        }
        return snapshots.stream()
                .filter(s -> s.images() == snapshot)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "--snapshot: expected one of %s, found %d"
                                                .formatted(
                                                        snapshots.stream()
                                                                .map(Snapshots.Snapshot::images)
                                                                .toList(),
                                                        snapshot)));
    }
}
