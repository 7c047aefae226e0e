package latentwilds.training.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelFile;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Generator;
import latentwilds.training.report.SampleFiles;
import latentwilds.training.report.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./train sample}: pictures from a model or a run, by the very code that the game runs. */
@Command(
        name = "sample",
        description = "Makes pictures with a model: the seed is the picture.",
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
    private static final int COLUMNS = 8;
    private static final int MAX_PICTURES = 1024;
    private static final int MAX_CELLS = 32;
    private static final int MAX_PSI = 2;

    @ParentCommand private TrainCli cli;

    @Spec private picocli.CommandLine.Model.CommandSpec command;

    @Option(names = "--run", paramLabel = "RUN_FOLDER", description = "A run to sample from.")
    private Path run;

    @Option(
            names = "--snapshot",
            paramLabel = "IMAGES",
            description = "Which of the run's snapshots, by images seen. Default: the last.")
    private Long snapshot;

    @Option(
            names = "--model",
            paramLabel = "DIR_OR_FILE",
            description = "A model's folder, or its safetensors file.")
    private Path model;

    @Option(
            names = "--seeds",
            paramLabel = "A-B",
            defaultValue = "0-63",
            description = "First and last seed. Default: ${DEFAULT-VALUE}.")
    private String seeds;

    @Option(names = "--out", paramLabel = "PNG", description = "One sheet of all pictures.")
    private Path out;

    @Option(
            names = "--out-dir",
            paramLabel = "DIR",
            description = "One PNG per seed, named by it: seed0042.png.")
    private Path outDir;

    @Option(
            names = "--label",
            paramLabel = "GROUP=LABEL",
            description = "Fixes a label; otherwise the seeds go through all of them in turn.")
    private Map<String, String> labels = Map.of();

    @Option(
            names = "--rows",
            paramLabel = "GROUP",
            description = "One row of the sheet per label of a group, the same seeds in each.")
    private String rows;

    @Option(
            names = "--psi",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description =
                    "Factor on every latent, 0 to 2: below 1 less variety, and fewer failures."
                            + " Default: ${DEFAULT-VALUE}.")
    private double psi;

    @Option(
            names = "--cells",
            paramLabel = "N",
            defaultValue = "8",
            description = "Side of a ground sample in cells. Default: ${DEFAULT-VALUE}.")
    private int cells;

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "auto, torch or reference. Default: ${DEFAULT-VALUE}.")
    private String backend;

    @Option(names = "--replace", description = "Overwrite pictures that are there.")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        RunOrModel.check("sample", run, model, snapshot);
        if (out == null && outDir == null) {
            throw new IllegalArgumentException(
                    "sample: expected --out PNG or --out-dir DIR, found neither");
        }
        check(cells >= 1 && cells <= MAX_CELLS, "--cells", "1 to " + MAX_CELLS, cells);
        check(psi >= 0 && psi <= MAX_PSI, "--psi", "0 to " + MAX_PSI, psi);
        check(rows == null || outDir == null, "--rows", "only --out with it", "--out-dir");
        List<Long> wanted = wanted();
        SampleFiles files = new SampleFiles(out, outDir, rows == null ? COLUMNS : wanted.size());
        Existing.refuse(files.outputs(wanted), replace);
        Backend place = Backend.parse(backend);
        GeneratorWeights weights = ModelFile.read(RunOrModel.file(run, model, snapshot));
        int pictures = wanted.size();
        try (Generator generator =
                new BackendChooser(place, command.commandLine().getErr()::println).open(weights)) {
            List<Samples> sources = sources(weights, generator);
            pictures *= sources.size();
            check(
                    pictures <= MAX_PICTURES,
                    "--rows",
                    "at most " + MAX_PICTURES + " pictures",
                    pictures);
            files.write(sources, wanted);
        }
        if (rows != null) {
            System.out.println(
                    "Rows: " + String.join(", ", weights.spec().condition().group(rows).labels()));
        }
        System.out.printf("%d pictures in %s%n", pictures, out == null ? outDir : out);
        cli.answer(
                Map.of(
                        "pictures",
                        pictures,
                        "files",
                        files.outputs(wanted).stream().map(Path::toString).toList()));
        return 0;
    }

    private static void check(boolean ok, String option, String expected, Object found) {
        if (!ok) {
            throw new IllegalArgumentException(
                    "%s: expected %s, found %s".formatted(option, expected, found));
        }
    }

    /** One, or one per row. */
    private List<Samples> sources(GeneratorWeights weights, Generator generator) {
        if (rows == null) {
            return List.of(new Samples(weights, generator, labels, cells, psi));
        }
        check(!labels.containsKey(rows), "--rows", "a group that --label leaves open", rows);
        List<String> row = weights.spec().condition().group(rows).labels();
        List<Samples> sources = new ArrayList<>();
        for (String label : row) {
            Map<String, String> fixed = new TreeMap<>(labels);
            fixed.put(rows, label);
            sources.add(new Samples(weights, generator, fixed, cells, psi));
        }
        return sources;
    }

    private List<Long> wanted() {
        if (!seeds.matches("\\d{1,18}-\\d{1,18}")) {
            throw new IllegalArgumentException(
                    "--seeds: expected first-last, for example 0-63, found '%s'".formatted(seeds));
        }
        String[] range = seeds.split("-");
        long first = Long.parseLong(range[0]);
        long last = Long.parseLong(range[1]);
        if (last < first || last - first >= MAX_PICTURES) {
            throw new IllegalArgumentException(
                    "--seeds: expected 1 to %d pictures, first seed first, found '%s'"
                            .formatted(MAX_PICTURES, seeds));
        }
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
