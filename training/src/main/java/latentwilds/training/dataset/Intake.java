package latentwilds.training.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import latentwilds.training.file.PngFile;
import latentwilds.training.file.Reason;
import latentwilds.training.image.Fit;
import latentwilds.training.image.Fitting;
import latentwilds.training.image.ImageDecoder;
import latentwilds.training.image.Likeness;
import latentwilds.training.image.NearDuplicates;

/** Takes images into a new data set one by one, or does not take them and counts why. */
final class Intake {
    /**
     * An image that was taken.
     *
     * @param file below the data set's folder
     * @param source its own name
     * @param labels group to label
     * @param digest SHA-256 of its pixels
     */
    record Taken(String file, String source, Map<String, String> labels, String digest) {}

    private final Recipe recipe;
    private final PreparationOptions options;
    private final Path folder;
    private final Problems problems;
    private final Set<String> digests = new HashSet<>();
    private final NearDuplicates looks = new NearDuplicates();
    private final List<Taken> taken = new ArrayList<>();
    private final SplitBySource split;
    private final List<String> nearDuplicates = new ArrayList<>();
    private int duplicates;
    private int unmatched;

    Intake(Recipe recipe, PreparationOptions options, Path folder, Problems problems) {
        this.recipe = recipe;
        this.options = options;
        this.folder = folder;
        this.problems = problems;
        split = new SplitBySource(options.heldOut());
    }

    void take(Source source, Source.Item item) throws IOException {
        Recipe.Rule rule = recipe.rule(item.labels(), item.source()).orElse(null);
        if (rule == null) {
            unmatched++;
            return;
        }
        BufferedImage image;
        try {
            Fit fit = rule.fit() == null ? options.fit() : rule.fit();
            image = Fitting.fit(ImageDecoder.decode(source.bytes(item)), recipe.size(), fit);
        } catch (IOException e) {
            problems.add(item.where(), Reason.of(e));
            return;
        }
        Map<String, String> labels = labels(rule.to());
        if (labels.size() < recipe.groups().size()) {
            problems.add(
                    item.where(),
                    "expected labels for %s, found '%s': images stand in one folder per label, or manifest.txt lists them"
                            .formatted(recipe.groups(), rule.to()));
            return;
        }
        image = withoutUnwantedAlpha(image);
        String digest = Checksum.pixels(image);
        if (!digests.add(digest)) {
            duplicates++;
            return;
        }
        Likeness likeness = Likeness.of(image);
        List<Integer> near = looks.near(likeness);
        String name = "images/%05d.png".formatted(taken.size());
        if (!near.isEmpty()) {
            boolean drop = options.near() == NearPolicy.DROP;
            nearDuplicates.add(
                    "%s\t%s\t%s"
                            .formatted(
                                    drop ? "left out" : name,
                                    item.source(),
                                    taken.get(near.get(0)).file()));
            if (drop) {
                return;
            }
        }
        PngFile.write(image, folder.resolve(name));
        looks.add(likeness);
        taken.add(new Taken(name, item.source(), labels, digest));
        near.forEach(i -> split.together(item.source(), taken.get(i).source()));
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

    private BufferedImage withoutUnwantedAlpha(BufferedImage image) {
        if (recipe.channels() == 4) {
            return image;
        }
        int size = recipe.size();
        BufferedImage rgb = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        rgb.setRGB(0, 0, size, size, image.getRGB(0, 0, size, size, null, 0, size), 0, size);
        return rgb;
    }

    List<DatasetManifest.Entry> entries() {
        return taken.stream()
                .map(
                        t ->
                                new DatasetManifest.Entry(
                                        t.file(), t.source(), t.labels(), split.of(t.source())))
                .toList();
    }

    /** Of all that was taken, in its order. */
    String checksum() {
        return Checksum.lines(
                taken.stream().map(t -> t.digest() + "\t" + t.source() + "\t" + t.labels()));
    }

    /** Lines: file or "left out", source, and the file that it looks like. */
    List<String> nearDuplicates() {
        return nearDuplicates;
    }

    int duplicates() {
        return duplicates;
    }

    int unmatched() {
        return unmatched;
    }
}
