package latentwilds.training.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest.Split;

/**
 * Everything about the real pictures of an evaluation; made once, used for every snapshot.
 *
 * @param protocol how all pictures are drawn
 * @param labels what generated pictures take their labels from
 * @param source of the pictures that stand for reality
 * @param reals those pictures
 * @param others pictures of the other part: for the floor, and all training images for the rest
 * @param comparison with the reals
 * @param floorSamples how many of the others are in the floor
 * @param floors others against reals
 * @param halves one half of the reals against the other
 * @param notes what was not as asked
 */
record RealSide(
        Protocol protocol,
        List<Map<String, String>> labels,
        Reals source,
        Drawn reals,
        Drawn others,
        Comparison comparison,
        int floorSamples,
        Map<String, Double> floors,
        Map<String, Double> halves,
        List<String> notes) {

    /**
     * Draws and compares the real pictures.
     *
     * @throws latentwilds.training.dataset.DatasetException if a part is empty or damaged
     * @throws IllegalArgumentException if there are too few images
     */
    static RealSide of(
            Dataset dataset,
            boolean ground,
            EvaluationOptions options,
            FeatureCache cache,
            Consumer<String> log) {
        Protocol protocol = Protocol.of(dataset, ground, options.crop(), options.seed());
        Split split = options.split();
        Reals source = new Reals(dataset, split, protocol);
        int count = source.available(options.samples());
        if (count < EvaluationOptions.LEAST) {
            throw new IllegalArgumentException(
                    "%s: expected at least %d images in the part %s, found %d. Prepare the data set with a larger --held-out"
                            .formatted(dataset.folder(), EvaluationOptions.LEAST, split, count));
        }
        List<Map<String, String>> labels = source.labels();
        Drawn reals = source.draw(count, labels, cache);
        Reals other =
                new Reals(dataset, split == Split.TRAIN ? Split.HELD_OUT : Split.TRAIN, protocol);
        int most = options.quick() ? options.samples() : Integer.MAX_VALUE;
        Drawn others =
                other.draw(other.available(ground ? options.samples() : most), labels, cache);
        log.accept("Real against real");
        Comparison comparison = new Comparison(reals);
        Drawn floor = others.first(options.samples());
        Map<String, Double> floors = new LinkedHashMap<>(comparison.with(floor));
        for (String group : dataset.manifest().groups().keySet()) {
            floors.putAll(comparison.perLabel(floor, group));
        }
        int half = count / 2;
        Drawn second =
                new Drawn(
                        reals.labels().subList(half, 2 * half),
                        Clouds.rows(reals.features(), half, 2 * half));
        return new RealSide(
                protocol,
                labels,
                source,
                reals,
                others,
                comparison,
                floor.size(),
                floors,
                new Comparison(reals.first(half)).with(second),
                notes(dataset, labels, ground, floor.size(), options.samples()));
    }

    private static List<String> notes(
            Dataset dataset,
            List<Map<String, String>> labels,
            boolean ground,
            int floor,
            int wanted) {
        List<String> notes = new ArrayList<>();
        for (var group : dataset.manifest().groups().entrySet()) {
            Set<String> missing = new TreeSet<>(group.getValue());
            labels.forEach(row -> missing.remove(row.get(group.getKey())));
            if (!missing.isEmpty()) {
                notes.add(
                        "No real images for %s %s: nothing is said about them."
                                .formatted(group.getKey(), missing));
            }
        }
        if (floor < wanted) {
            notes.add(
                    "The floor is made of %d real images, all there are, instead of %d."
                            .formatted(floor, wanted));
        }
        if (ground) {
            notes.add("Ground: random crops; held-out textures are others than trained ones.");
        }
        return notes;
    }
}
