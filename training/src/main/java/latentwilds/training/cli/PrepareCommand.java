package latentwilds.training.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import latentwilds.training.dataset.DatasetManifest;
import latentwilds.training.dataset.Preparation;
import latentwilds.training.dataset.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train prepare}: images to a data set. */
@Command(
        name = "prepare",
        description = "Checks and cuts images into a data set that can be trained on.",
        mixinStandardHelpOptions = true)
final class PrepareCommand implements Callable<Integer> {
    private static final Path RECIPES = Path.of("training", "datasets");

    @ParentCommand private TrainCli cli;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "ZIP_OR_FOLDER",
            description = "Images; may be given several times.")
    private List<Path> from;

    @Option(names = "--out", required = true, paramLabel = "DATASET", description = "A new folder.")
    private Path out;

    @Option(
            names = "--recipe",
            paramLabel = "NAME_OR_FILE",
            description =
                    "Size, labels and credits: a name in training/datasets (terrain, monsters,"
                            + " faces) or a file.")
    private String recipe;

    @Option(
            names = "--size",
            paramLabel = "N",
            description =
                    "Side in pixels; images must have it or a whole multiple. Default: 32, or the"
                            + " recipe's.")
    private Integer size;

    @Option(
            names = "--channels",
            paramLabel = "3|4",
            description = "3 for RGB, 4 for RGBA. Default: 4, or the recipe's.")
    private Integer channels;

    @Option(
            names = "--groups",
            split = ",",
            paramLabel = "NAME",
            description = "Names of the label groups, in the order of a manifest's labels.")
    private List<String> groups;

    @Option(
            names = "--held-out",
            paramLabel = "FRACTION",
            defaultValue = "0.1",
            description = "Sources kept for metrics. Default: ${DEFAULT-VALUE}.")
    private double heldOut;

    @Option(
            names = "--skip-bad",
            description = "Leave out what cannot be used, and list it, instead of stopping.")
    private boolean skipBad;

    @Override
    public Integer call() {
        Preparation.Result result = new Preparation(recipe(), heldOut, skipBad).run(from, out);
        DatasetManifest manifest = result.manifest();
        long held =
                manifest.entries().stream()
                        .filter(e -> e.split() == DatasetManifest.Split.HELD_OUT)
                        .count();
        result.refused().forEach(m -> System.out.println("left out: " + m));
        System.out.printf(
                "%s: %d images of %d x %d, %d channels (%d held out); %d duplicates, %d not in the"
                        + " recipe, %d unusable left out%n",
                out,
                manifest.entries().size(),
                manifest.size(),
                manifest.size(),
                manifest.channels(),
                held,
                result.duplicates(),
                result.unmatched(),
                result.refused().size());
        for (var group : manifest.groups().entrySet()) {
            Map<String, Integer> counts = new TreeMap<>();
            manifest.entries()
                    .forEach(e -> counts.merge(e.labels().get(group.getKey()), 1, Integer::sum));
            System.out.println(group.getKey() + ": " + counts);
        }
        cli.answer(
                Map.of(
                        "dataset", out.toString(),
                        "images", manifest.entries().size(),
                        "heldOut", held,
                        "duplicates", result.duplicates(),
                        "refused", result.refused()));
        return 0;
    }

    private Recipe recipe() {
        Recipe base =
                recipe == null
                        ? new Recipe(
                                String.valueOf(out.getFileName()),
                                32,
                                4,
                                List.of(),
                                List.of(),
                                "",
                                List.of())
                        : Recipe.read(recipeFile());
        return new Recipe(
                base.name(),
                size == null ? base.size() : size,
                channels == null ? base.channels() : channels,
                groups == null ? base.groups() : groups,
                base.credits(),
                base.licence(),
                base.rules());
    }

    private Path recipeFile() {
        Path named = RECIPES.resolve(recipe + ".json");
        Path file = Files.exists(named) ? named : Path.of(recipe);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    "--recipe %s: expected a recipe's file or the name of one in %s, found neither"
                            .formatted(recipe, RECIPES));
        }
        return file;
    }
}
