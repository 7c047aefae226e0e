package latentwilds.training.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelFile;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Generator;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.file.PngFile;
import latentwilds.training.report.CardWriter;
import latentwilds.training.report.Directions;
import latentwilds.training.report.Leanings;
import latentwilds.training.report.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train directions}: what a generator changes first, to look at and to name. */
@Command(
        name = "directions",
        description =
                "Draws the ways through latent space along which a model changes most, one per row;"
                        + " names those that mean something, and learns those that change what"
                        + " can be measured.",
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

    @Option(
            names = "--learn",
            paramLabel = "NAME=TRAIT",
            description =
                    "Learns from pictures which way a trait grows, draws it below the rows and"
                            + " writes it into the card: light, red, yellow, bulk, or a label of"
                            + " --data.")
    private Map<String, String> traits = Map.of();

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "3000",
            description = "Pictures to learn from. Default: ${DEFAULT-VALUE}.")
    private int learned;

    @Option(
            names = "--data",
            paramLabel = "DATASET",
            description = "The data set whose labels --learn may name.")
    private Path data;

    @Option(
            names = "--forget",
            paramLabel = "NAME",
            description = "Takes a name out of the card first.")
    private List<String> forgotten = List.of();

    @Option(names = "--replace", description = "Overwrite a sheet that is there.")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        GeneratorWeights weights = ModelFile.read(model.resolve(ModelFile.NAME));
        int most = weights.spec().drawnSize();
        Expect.that(count >= 1 && count <= most, "--count", "1 to " + most, count);
        Expect.that(pictures >= 1 && pictures <= 16, "--pictures", "1 to 16", pictures);
        boolean asked =
                out != null || !names.isEmpty() || !traits.isEmpty() || !forgotten.isEmpty();
        Expect.that(asked, "directions", "--out, --name, --learn or --forget", "none of them");
        Expect.that(learned >= 3, "--samples", "3 or more", learned);
        if (out != null) {
            Existing.refuse(List.of(out), replace);
        }
        List<ModelCard.Direction> directions = new ArrayList<>(Directions.of(weights, count));
        Map<String, ModelCard.Direction> named = named(directions);
        if (out != null || !traits.isEmpty()) {
            named.putAll(learnAndDraw(weights, directions));
        }
        if (!named.isEmpty() || !forgotten.isEmpty()) {
            Path file = model.resolve(ModelCard.NAME);
            CardWriter.named(CardWriter.without(ModelCard.read(file), forgotten), named)
                    .write(file);
            System.out.printf("%s: directions %s%n", file, named.keySet());
        }
        cli.answer(Answer.of("model", model.toString(), "count", count, "names", named.keySet()));
        return 0;
    }

    /** What was learned; drawn below the given ones if a sheet was asked for. */
    private Map<String, ModelCard.Direction> learnAndDraw(
            GeneratorWeights weights, List<ModelCard.Direction> directions) throws IOException {
        try (Generator generator = new BackendChooser(Backend.AUTO, cli::note).open(weights)) {
            Samples samples = new Samples(weights, generator, labels, CELLS);
            Map<String, ModelCard.Direction> leanings = learn(samples);
            if (out != null) {
                directions.addAll(leanings.values());
                PngFile.write(Directions.sheet(samples, directions, pictures), out);
                System.out.printf("%d directions, the strongest first, in %s%n", count, out);
            }
            return leanings;
        }
    }

    /** In order of the names. */
    private Map<String, ModelCard.Direction> learn(Samples samples) {
        Map<String, ModelCard.Direction> found = new TreeMap<>();
        if (!traits.isEmpty()) {
            Leanings leanings =
                    new Leanings(samples, learned, Optional.ofNullable(data).map(Dataset::open));
            new TreeMap<>(traits)
                    .forEach(
                            (name, trait) -> {
                                Leanings.Leaning leaning = leanings.of(trait);
                                System.out.printf(
                                        "%-12s correlation %.2f%n", name, leaning.correlation());
                                found.put(name, leaning.direction());
                            });
            leanings.accuracy()
                    .ifPresent(
                            share ->
                                    System.out.printf(
                                            "labels told in %.0f %% of held-out images%n",
                                            100 * share));
        }
        return found;
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
