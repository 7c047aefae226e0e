package latentwilds.training.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.training.file.PngFile;
import latentwilds.training.file.Reason;
import latentwilds.training.file.Staging;

/**
 * Makes a data set: reads sources, checks and cuts every image, drops exact duplicates, splits by
 * source, and writes the folder in one move, so that an interrupted preparation leaves nothing
 * half-done.
 */
public final class Preparation {
    /**
     * What came of it.
     *
     * @param manifest of the new set
     * @param duplicates images left out because their pixels were there already
     * @param unmatched images that no rule of the recipe wanted
     * @param refused messages about images that could not be used
     */
    public record Result(
            DatasetManifest manifest, int duplicates, int unmatched, List<String> refused) {}

    private final Recipe recipe;
    private final double heldOut;
    private final Problems problems;
    private final Set<String> seen = new HashSet<>();
    private final List<DatasetManifest.Entry> entries = new ArrayList<>();
    private int duplicates;
    private int unmatched;

    /**
     * Prepares to prepare.
     *
     * @param recipe size, labels and credits
     * @param heldOut fraction of the sources kept for metrics
     * @param skipBad whether images that cannot be used are left out instead of refused
     * @throws IllegalArgumentException if that is not a fraction
     */
    public Preparation(Recipe recipe, double heldOut, boolean skipBad) {
        if (!(heldOut >= 0 && heldOut < 1)) {
            throw new IllegalArgumentException(
                    "--held-out: expected a fraction from 0 to less than 1, found " + heldOut);
        }
        this.recipe = recipe;
        this.heldOut = heldOut;
        problems = new Problems(skipBad);
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
            Files.createDirectory(part.resolve("images"));
            for (Path from : sources) {
                try (Source source = new Source(from)) {
                    for (Source.Item item : source.items(problems)) {
                        take(source, item, part);
                    }
                }
            }
            if (entries.isEmpty()) {
                throw new DatasetException(
                        "%s: expected images %s, found none that can be used (%d unusable, %d not in the recipe). Check --from and the recipe's rules"
                                .formatted(
                                        sources,
                                        Source.ENDINGS,
                                        problems.messages().size(),
                                        unmatched));
            }
            if (entries.stream().allMatch(e -> e.split() == DatasetManifest.Split.HELD_OUT)) {
                throw new DatasetException(
                        "%s: expected images to train on, found that all %d are held out. Give a smaller --held-out"
                                .formatted(sources, entries.size()));
            }
            DatasetManifest manifest =
                    new DatasetManifest(
                            DatasetManifest.VERSION,
                            recipe.name(),
                            recipe.size(),
                            recipe.channels(),
                            labels(),
                            recipe.credits(),
                            recipe.licence(),
                            entries);
            manifest.write(part);
            staging.moveTo(out);
            return new Result(manifest, duplicates, unmatched, problems.messages());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s: cannot be written: %s. Choose another --out, make room or check permissions"
                            .formatted(out, Reason.of(e)),
                    e);
        }
    }

    private void take(Source source, Source.Item item, Path part) throws IOException {
        Recipe.Rule rule = recipe.rule(item.labels(), item.source()).orElse(null);
        if (rule == null) {
            unmatched++;
            return;
        }
        BufferedImage image;
        try {
            Recipe.Fit fit = rule.fit() == null ? Recipe.Fit.EXACT : rule.fit();
            image = Cutting.cut(Cutting.decode(source.bytes(item)), recipe.size(), fit);
        } catch (IOException e) {
            problems.add("%s: %s".formatted(item.where(), Reason.of(e)));
            return;
        }
        Map<String, String> labels = labels(rule.to());
        if (labels.size() < recipe.groups().size()) {
            problems.add(
                    "%s: expected labels for %s, found '%s': images stand in one folder per label, or manifest.txt lists them"
                            .formatted(item.where(), recipe.groups(), rule.to()));
            return;
        }
        BufferedImage clean = clean(image);
        int[] pixels = clean.getRGB(0, 0, recipe.size(), recipe.size(), null, 0, recipe.size());
        if (!seen.add(Arrays.hashCode(pixels) + " " + hash(pixels))) {
            duplicates++;
            return;
        }
        String file = "images/%05d.png".formatted(entries.size());
        PngFile.write(clean, part.resolve(file));
        // By source: crops or frames of one source must not stand on both sides.
        double place =
                (new Streams(new RunSeed(0)).hash("split." + item.source()) >>> 11) * 0x1.0p-53;
        entries.add(
                new DatasetManifest.Entry(
                        file,
                        item.source(),
                        labels,
                        place < heldOut
                                ? DatasetManifest.Split.HELD_OUT
                                : DatasetManifest.Split.TRAIN));
    }

    private static long hash(int[] pixels) {
        long h = 0;
        for (int p : pixels) {
            h = h * 0x100000001B3L ^ p;
        }
        return h;
    }

    /** One label per group, or fewer where the text does not give them. */
    private Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        String[] parts = text.split(",");
        for (int i = 0; i < Math.min(parts.length, recipe.groups().size()); i++) {
            if (!parts[i].isBlank()) {
                labels.put(recipe.groups().get(i), parts[i].strip());
            }
        }
        return labels;
    }

    private Map<String, List<String>> labels() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String group : recipe.groups()) {
            TreeSet<String> names = new TreeSet<>();
            entries.forEach(e -> names.add(e.labels().get(group)));
            groups.put(group, List.copyOf(names));
        }
        return groups;
    }

    /** Without alpha where none is wanted; transparent pixels have no colour since the cut. */
    private BufferedImage clean(BufferedImage image) {
        int size = recipe.size();
        boolean alpha = recipe.channels() == 4;
        BufferedImage clean =
                new BufferedImage(
                        size,
                        size,
                        alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                clean.setRGB(x, y, image.getRGB(x, y));
            }
        }
        return clean;
    }
}
