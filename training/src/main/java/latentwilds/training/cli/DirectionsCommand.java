package latentwilds.training.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelFile;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Generator;
import latentwilds.training.file.PngFile;
import latentwilds.training.report.CardWriter;
import latentwilds.training.report.Directions;
import latentwilds.training.report.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train directions}: what a generator changes first, to look at and to name. */
@Command(
        name = "directions",
        description =
                "Draws the ways through latent space along which a model changes most, one per row;"
                        + " names those that mean something.",
        mixinStandardHelpOptions = true)
final class DirectionsCommand implements Callable<Integer> {
    private static final int CELLS = 4;

    @ParentCommand private TrainCli cli;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            description = "A model's folder.")
    private Path model;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "8",
            description = "How many, the strongest first. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--pictures",
            paramLabel = "N",
            defaultValue = "3",
            description = "Pictures that go each way, side by side. Default: ${DEFAULT-VALUE}.")
    private int pictures;

    @Option(
            names = "--label",
            paramLabel = "GROUP=LABEL",
            description = "Fixes a label; otherwise the seeds go through all of them in turn.")
    private Map<String, String> labels = Map.of();

    @Option(names = "--out", paramLabel = "PNG", description = "The sheet.")
    private Path out;

    @Option(
            names = "--name",
            paramLabel = "NAME=ROW[:FROM:TO]",
            description =
                    "Writes a row (0 is the strongest) into the model's card under a name, with the"
                        + " range that gives good pictures: hue=2:-2:2. From high to low turns it"
                        + " round.")
    private Map<String, String> names = Map.of();

    @Option(names = "--replace", description = "Overwrite a sheet that is there.")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        GeneratorWeights weights = ModelFile.read(model.resolve(ModelFile.NAME));
        int most = weights.spec().latentSize();
        Expect.that(count >= 1 && count <= most, "--count", "1 to " + most, count);
        Expect.that(pictures >= 1 && pictures <= 16, "--pictures", "1 to 16", pictures);
        boolean asked = out != null || !names.isEmpty();
        Expect.that(asked, "directions", "--out or --name", "neither");
        List<ModelCard.Direction> directions = Directions.of(weights, count);
        Map<String, ModelCard.Direction> named = named(directions);
        if (out != null) {
            Existing.refuse(List.of(out), replace);
            draw(weights, directions);
            System.out.printf("%d directions, the strongest first, in %s%n", count, out);
        }
        if (!named.isEmpty()) {
            Path file = model.resolve(ModelCard.NAME);
            CardWriter.named(ModelCard.read(file), named).write(file);
            System.out.printf("%s: directions %s%n", file, named.keySet());
        }
        cli.answer(Answer.of("model", model.toString(), "count", count, "names", named.keySet()));
        return 0;
    }

    private void draw(GeneratorWeights weights, List<ModelCard.Direction> directions)
            throws IOException {
        try (Generator generator = new BackendChooser(Backend.AUTO, cli::note).open(weights)) {
            Samples samples = new Samples(weights, generator, labels, CELLS);
            PngFile.write(Directions.sheet(samples, directions, pictures), out);
        }
    }

    private Map<String, ModelCard.Direction> named(List<ModelCard.Direction> directions) {
        Map<String, ModelCard.Direction> named = new TreeMap<>();
        names.forEach(
                (name, text) -> {
                    String option = "--name " + name;
                    named.put(name, NamedRow.parse(option, text).of(directions, option));
                });
        return named;
    }
}
