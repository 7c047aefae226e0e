package latentwilds.training.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import latentwilds.training.dataset.Recipe;
import latentwilds.training.origin.Rebuild;
import picocli.CommandLine.Option;

/** What a data set is to be: a recipe, and what is asked instead of what it says. */
final class RecipeOptions {
    /** Below the project, from wherever {@code ./train} was called. */
    private static final Path RECIPES =
            Path.of(System.getProperty("latentwilds.home", ""), "training", "datasets");

    @Option(
            names = "--recipe",
            paramLabel = "NAME_OR_FILE",
            description =
                    "Size, labels and credits: a name in training/datasets (terrain, monsters,"
                            + " faces, tiles) or a file.")
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

    /** The recipe that was asked for, or one that takes everything. */
    Recipe recipe(String name) {
        Recipe base =
                recipe == null
                        ? new Recipe(name, 32, 4, null, null, "", null, null)
                        : Recipe.read(file());
        return new Recipe(
                base.name(),
                size == null ? base.size() : size,
                channels == null ? base.channels() : channels,
                groups == null ? base.groups() : groups,
                base.credits(),
                base.licence(),
                base.rules(),
                base.origins());
    }

    /** A recipe's own sources, made again from the packages that it names. */
    List<Path> fetched(Recipe recipe, Path downloads) {
        if (recipe.origins().isEmpty()) {
            throw new IllegalArgumentException(
                    "--fetch: expected a --recipe that names origins, found none; those in %s do"
                            .formatted(RECIPES));
        }
        Rebuild rebuild = new Rebuild(RECIPES.resolve("origins"), downloads, System.out::println);
        return recipe.origins().stream().map(rebuild::set).toList();
    }

    private Path file() {
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
