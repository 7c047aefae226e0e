package latentwilds.training.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import latentwilds.training.dataset.NearPolicy;
import latentwilds.training.dataset.Preparation;
import latentwilds.training.dataset.PreparationOptions;
import latentwilds.training.dataset.PreparationReport;
import latentwilds.training.dataset.Recipe;
import latentwilds.training.image.Fit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train prepare}: images to a data set. */
@Command(
        name = "prepare",
        description = "Checks and cuts images into a data set that can be trained on.",
        mixinStandardHelpOptions = true)
final class PrepareCommand implements Callable<Integer> {
    @ParentCommand private TrainCli cli;

    @Option(
            names = "--from",
            paramLabel = "ZIP_OR_FOLDER",
            description = "Images; may be given several times.")
    private List<Path> from;

    @Option(
            names = "--fetch",
            description = {
                "Instead of --from: make the recipe's sets again from their public sources",
                "(Debian and npm packages, fetched with apt-get and npm), and check their number",
                "of images and checksum."
            })
    private boolean fetch;

    @Option(
            names = "--downloads",
            paramLabel = "DIR",
            defaultValue = "downloads",
            description = "Where --fetch keeps packages and sets. Default: ${DEFAULT-VALUE}.")
    private Path downloads;

    @Option(names = "--out", required = true, paramLabel = "DATASET", description = "A new folder.")
    private Path out;

    @Mixin private RecipeOptions recipeOptions;

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

    @Option(
            names = "--fit",
            paramLabel = "exact|crop|pad|resize|smooth|tile",
            defaultValue = "exact",
            description = {
                "How images of other sizes reach the data set's, where the recipe does not say:",
                "exact: not at all; they must be square and have it or a whole multiple,",
                "crop: the largest square round the centre, then as resize,",
                "pad: centred on a transparent square, shrunk only if larger,",
                "resize: down by averaging, up by repeating pixels (pixel art),",
                "smooth: down by averaging, up by interpolation (paintings, photographs),",
                "tile: a small tile is enlarged and repeated 2 x 2. Default: ${DEFAULT-VALUE}."
            })
    private Fit fit;

    @Option(
            names = "--near-duplicates",
            paramLabel = "keep|drop|report",
            defaultValue = "report",
            description =
                    "Images that look like an earlier one: keep them, drop them, or keep and list"
                            + " them in near-duplicates.txt. Default: ${DEFAULT-VALUE}.")
    private NearPolicy near;

    @Override
    public Integer call() {
        if (fetch == (from != null)) {
            throw new IllegalArgumentException(
                    "expected either --from or --fetch, found %s. See ./train prepare --help"
                            .formatted(fetch ? "both" : "neither"));
        }
        PreparationOptions options = new PreparationOptions(heldOut, skipBad, fit, near);
        Recipe recipe = recipeOptions.recipe(String.valueOf(out.getFileName()));
        List<Path> sources = fetch ? recipeOptions.fetched(recipe, downloads) : from;
        Preparation.Result result = new Preparation(recipe, options).run(sources, out);
        PreparationReport report = new PreparationReport(out, result, near);
        report.words().forEach(System.out::println);
        cli.answer(report.values());
        return 0;
    }
}
