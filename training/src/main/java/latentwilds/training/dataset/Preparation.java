package latentwilds.training.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import latentwilds.training.file.PngFile;
import latentwilds.training.file.Reason;
import latentwilds.training.file.Staging;
import latentwilds.training.image.ImageDecoder;

/**
 * Makes a data set: reads sources, checks and cuts every image, drops exact duplicates, splits by
 * source, and writes the folder in one move, so that an interrupted preparation leaves nothing
 * half-done.
 */
public final class Preparation {
    /** The contact sheet's name inside a data set. */
    public static final String SHEET = "contact.png";

    /**
     * What came of it.
     *
     * @param manifest of the new set
     * @param duplicates images left out because their pixels were there already
     * @param nearDuplicates images that look like an earlier one
     * @param unmatched images that no rule of the recipe wanted
     * @param refused images that could not be used
     */
    public record Result(
            DatasetManifest manifest,
            int duplicates,
            int nearDuplicates,
            int unmatched,
            List<Refusal> refused) {}

    private final Recipe recipe;
    private final PreparationOptions options;

    /**
     * Prepares to prepare.
     *
     * @param recipe size, labels and credits
     * @param options what else is asked
     */
    public Preparation(Recipe recipe, PreparationOptions options) {
        this.recipe = recipe;
        this.options = options;
    }

    /**
     * Reads the sources and writes the data set.
     *
     * @param sources zips or folders
     * @param out a folder that is not there yet
     * @return what came of it
     * @throws DatasetException if there is nothing to use or something is wrong
     * @throws UncheckedIOException if it cannot be written
     */
    public Result run(List<Path> sources, Path out) {
        if (Files.exists(out)) {
            throw new DatasetException(
                    "%s: expected a new folder, found one that is there already; nothing was overwritten. Choose another --out or remove it"
                            .formatted(out));
        }
        try (Staging staging = new Staging(out)) {
            Path part = staging.path();
            Problems problems = new Problems(options.skipBad());
            Intake intake = new Intake(recipe, options, part, problems);
            Files.createDirectory(part.resolve("images"));
            for (Path from : sources) {
                try (Source source = new Source(from)) {
                    for (Source.Item item : source.items(problems)) {
                        intake.take(source, item);
                    }
                }
            }
            DatasetManifest manifest = manifest(sources, intake, problems);
            manifest.write(part);
            PngFile.write(sheet(manifest, part), part.resolve(SHEET));
            list(part.resolve("refused.txt"), problems.refusals());
            if (options.near() != NearPolicy.KEEP) {
                list(part.resolve("near-duplicates.txt"), intake.nearDuplicates());
            }
            staging.moveTo(out);
            return new Result(
                    manifest,
                    intake.duplicates(),
                    intake.nearDuplicates().size(),
                    intake.unmatched(),
                    problems.refusals());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s: cannot be written: %s. Choose another --out, make room or check permissions"
                            .formatted(out, Reason.of(e)),
                    e);
        }
    }

    private DatasetManifest manifest(List<Path> sources, Intake intake, Problems problems) {
        List<DatasetManifest.Entry> entries = intake.entries();
        if (entries.isEmpty()) {
            throw new DatasetException(
                    "%s: expected images %s, found none that can be used (%d unusable, %d not in the recipe). Check --from and the recipe's rules"
                            .formatted(
                                    sources,
                                    ImageDecoder.ENDINGS,
                                    problems.refusals().size(),
                                    intake.unmatched()));
        }
        if (entries.stream().allMatch(e -> e.split() == DatasetManifest.Split.HELD_OUT)) {
            throw new DatasetException(
                    "%s: expected images to train on, found that all %d are held out. Give a smaller --held-out"
                            .formatted(sources, entries.size()));
        }
        return new DatasetManifest(
                DatasetManifest.VERSION,
                recipe.name(),
                recipe.size(),
                recipe.channels(),
                labels(entries),
                recipe.credits(),
                recipe.licence(),
                intake.checksum(),
                entries);
    }

    private Map<String, List<String>> labels(List<DatasetManifest.Entry> entries) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String group : recipe.groups()) {
            TreeSet<String> names = new TreeSet<>();
            entries.forEach(e -> names.add(e.labels().get(group)));
            groups.put(group, List.copyOf(names));
        }
        return groups;
    }

    private static BufferedImage sheet(DatasetManifest manifest, Path part) throws IOException {
        List<DatasetManifest.Entry> entries = manifest.entries();
        List<String> labels =
                entries.stream().map(e -> String.join("\n", e.labels().values())).toList();
        Map<String, List<BufferedImage>> rows = new LinkedHashMap<>();
        for (var row : ContactSheet.choose(labels).entrySet()) {
            List<BufferedImage> images = new ArrayList<>();
            for (int i : row.getValue()) {
                Path file = part.resolve(entries.get(i).file());
                images.add(ImageDecoder.decode(Files.readAllBytes(file)));
            }
            long count = labels.stream().filter(row.getKey()::equals).count();
            String name = row.getKey().isEmpty() ? manifest.name() : row.getKey();
            rows.put(name + "\n" + (count == 0 ? entries.size() : count), images);
        }
        return ContactSheet.draw(rows);
    }

    private static void list(Path file, List<?> lines) throws IOException {
        if (!lines.isEmpty()) {
            StringBuilder text = new StringBuilder();
            lines.forEach(l -> text.append(l).append('\n'));
            Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
