package latentwilds.training.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import latentwilds.training.file.Reason;
import latentwilds.training.image.ImageDecoder;
import latentwilds.training.image.ImageFacts;
import latentwilds.training.image.NearDuplicates;

/** Looks at a prepared data set, or at a zip or a folder before it becomes one. */
public final class Inspection {
    private final List<InspectedImage> images = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();

    private Inspection() {}

    /**
     * Reads every image and measures it. Nothing is written.
     *
     * @param place a data set, a zip or a folder
     * @return what was found; images that cannot be read are listed in it
     * @throws DatasetException if the place cannot be read or has no image that can
     */
    public static InspectionReport of(Path place) {
        Inspection inspection = new Inspection();
        if (Files.exists(place.resolve(DatasetManifest.NAME))) {
            inspection.readDataset(DatasetManifest.read(place), place);
        } else {
            inspection.readSource(place);
        }
        if (inspection.images.isEmpty()) {
            throw new DatasetException(
                    "%s: expected images %s, found none that can be read (%d unusable)"
                            .formatted(place, ImageDecoder.ENDINGS, inspection.refused.size()));
        }
        return inspection.report();
    }

    private void readDataset(DatasetManifest manifest, Path folder) {
        for (DatasetManifest.Entry entry : manifest.entries()) {
            String label = String.join(",", new TreeMap<>(entry.labels()).values());
            try {
                byte[] bytes = Files.readAllBytes(folder.resolve(entry.file()));
                images.add(
                        InspectedImage.of(
                                entry.file(), label, entry.split(), ImageDecoder.decode(bytes)));
            } catch (IOException e) {
                refused.add(new Refusal(entry.file(), Reason.of(e)));
            }
        }
    }

    private void readSource(Path place) {
        Problems problems = new Problems(true);
        try (Source source = new Source(place)) {
            for (Source.Item item : source.items(problems)) {
                try {
                    images.add(
                            InspectedImage.of(
                                    item.where(),
                                    item.labels(),
                                    null,
                                    ImageDecoder.decode(source.bytes(item))));
                } catch (IOException e) {
                    problems.add(item.where(), Reason.of(e));
                }
            }
        } catch (IOException e) {
            throw new DatasetException("%s: cannot be read: %s".formatted(place, Reason.of(e)), e);
        }
        refused.addAll(problems.refusals());
    }

    private InspectionReport report() {
        Map<String, Map<String, Integer>> labels = new TreeMap<>();
        Map<String, Integer> sizes = new TreeMap<>();
        for (InspectedImage image : images) {
            labels.computeIfAbsent(image.label(), l -> new TreeMap<>())
                    .merge(part(image.split()), 1, Integer::sum);
            sizes.merge(image.facts().width() + " x " + image.facts().height(), 1, Integer::sum);
        }
        Spread transparent = spread(ImageFacts::transparent);
        Spread partial = spread(ImageFacts::partial);
        boolean alpha =
                images.stream().anyMatch(i -> i.facts().transparent() + i.facts().partial() > 0);
        Repeats repeats = repeats();
        InspectionReport bare =
                new InspectionReport(
                        images.size(),
                        labels,
                        sizes,
                        alpha ? 4 : 3,
                        transparent,
                        partial,
                        spread(ImageFacts::brightness),
                        spread(ImageFacts::contrast),
                        spread(ImageFacts::colours),
                        spread(ImageFacts::edge),
                        spread(ImageFacts::asymmetry),
                        Lean.of(images),
                        repeats.exact,
                        repeats.near,
                        repeats.straddling,
                        OddImages.among(images),
                        refused,
                        List.of());
        return Verdict.added(bare);
    }

    private static String part(DatasetManifest.Split split) {
        return split == null
                ? "images"
                : split == DatasetManifest.Split.TRAIN ? "train" : "heldOut";
    }

    private Spread spread(ToDoubleFunction<ImageFacts> measure) {
        return Spread.of(images.stream().map(InspectedImage::facts).mapToDouble(measure));
    }

    private record Repeats(int exact, int near, int straddling) {}

    private Repeats repeats() {
        Map<String, Integer> digests = new HashMap<>();
        NearDuplicates looks = new NearDuplicates();
        int exact = 0;
        int near = 0;
        int straddling = 0;
        for (int i = 0; i < images.size(); i++) {
            InspectedImage image = images.get(i);
            List<Integer> like = looks.near(image.likeness());
            boolean again = digests.putIfAbsent(image.digest(), i) != null;
            exact += again ? 1 : 0;
            near += !again && !like.isEmpty() ? 1 : 0;
            boolean other = like.stream().anyMatch(k -> images.get(k).split() != image.split());
            straddling += other ? 1 : 0;
            looks.add(image.likeness());
        }
        return new Repeats(exact, near, straddling);
    }
}
