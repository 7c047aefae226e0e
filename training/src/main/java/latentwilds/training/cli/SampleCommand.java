package latentwilds.training.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelFile;
import latentwilds.synthesis.Generator;
import latentwilds.training.report.SampleFiles;
import latentwilds.training.report.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train sample}: pictures from a model or a run, by the very code that the game runs. */
@Command(
        name = "sample",
        description = "Makes pictures with a model: the seed is the picture.",
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
    private static final int COLUMNS = 8;
    private static final int MAX_PSI = 2;

    @ParentCommand private TrainCli cli;

    @Mixin private RunOrModel source;

    @Mixin private Drawing drawing;

    @Option(
            names = "--seeds",
            paramLabel = "A-B",
            defaultValue = "0-63",
            description = "First and last seed, or one. Default: ${DEFAULT-VALUE}.")
    private String seeds;

    @Option(names = "--out", paramLabel = "PNG", description = "One sheet of all pictures.")
    private Path out;

    @Option(
            names = "--out-dir",
            paramLabel = "DIR",
            description = "One PNG per seed, named by it: seed0042.png.")
    private Path outDir;

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

    @Option(names = "--replace", description = "Overwrite pictures that are there.")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        source.check("sample");
        Expect.that(
                out != null || outDir != null, "sample", "--out PNG or --out-dir DIR", "neither");
        drawing.check();
        Expect.that(psi >= 0 && psi <= MAX_PSI, "--psi", "0 to " + MAX_PSI, psi);
        Expect.that(rows == null || outDir == null, "--rows", "only --out with it", "--out-dir");
        List<Long> wanted = SeedRange.parse(seeds);
        SampleFiles files = new SampleFiles(out, outDir, rows == null ? COLUMNS : wanted.size());
        Existing.refuse(files.outputs(wanted), replace);
        GeneratorWeights weights = ModelFile.read(source.file());
        int pictures = wanted.size();
        try (Generator generator = drawing.open(weights, cli)) {
            Samples samples = drawing.samples(weights, generator, psi);
            List<Samples> sources = rows == null ? List.of(samples) : samples.byLabel(rows);
            pictures *= sources.size();
            Expect.that(
                    pictures <= SeedRange.MOST,
                    "--rows",
                    "at most " + SeedRange.MOST + " pictures",
                    pictures);
            files.write(sources, wanted);
        }
        if (rows != null) {
            System.out.println(
                    "Rows: " + String.join(", ", weights.spec().condition().group(rows).labels()));
        }
        System.out.printf("%d pictures in %s%n", pictures, out == null ? outDir : out);
        cli.answer(
                Answer.of(
                        "pictures",
                        pictures,
                        "files",
                        files.outputs(wanted).stream().map(Path::toString).toList()));
        return 0;
    }
}
