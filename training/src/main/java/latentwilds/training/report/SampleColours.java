package latentwilds.training.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorWeights;
import latentwilds.synthesis.Picture;
import latentwilds.texture.Apart;

/** Which single colour stands for a label's pictures: {@code #rrggbb}, from some samples. */
final class SampleColours {
    /** A ground that is yellow here and brown there is neither in a handful of samples. */
    private static final int SAMPLES = 64;

    private static final int SAMPLES_OF_A_PLACE = 3;

    private SampleColours() {}

    /**
     * The plain means.
     *
     * @param weights whose labels
     * @param samples of the same, whose first group is not fixed
     * @return by label of the first group; {@code *} without labels
     */
    static Map<String, String> means(GeneratorWeights weights, Samples samples) {
        return byLabel(weights, samples, SampleColours::mean);
    }

    /**
     * What ground is recognised by on a map, and told from other ground.
     *
     * @param weights whose labels
     * @param samples of the same, whose first group is not fixed
     * @return by label of the first group; {@code *} without labels; empty if these are sprites,
     *     which are on no map
     */
    static Map<String, String> onMaps(GeneratorWeights weights, Samples samples) {
        if (!weights.spec().spatial()) {
            return Map.of();
        }
        Map<String, Apart.Range> ranges = byLabel(weights, samples, SampleColours::range);
        Map<String, String> colours = new TreeMap<>();
        Apart.choose(ranges).forEach((label, rgb) -> colours.put(label, "#%06x".formatted(rgb)));
        return colours;
    }

    /**
     * The same of every place that ground was learned at.
     *
     * @param weights whose labels
     * @param samples of the same
     * @return by label of the first group; empty if the model has no places
     */
    static Map<String, List<String>> ofPlaces(GeneratorWeights weights, Samples samples) {
        Map<String, List<String>> colours = new TreeMap<>();
        for (Condition.Group group : weights.spec().condition().groups()) {
            for (int i = 0; group.places() != null && i < group.labels().size(); i++) {
                String label = group.labels().get(i);
                List<String> all = new ArrayList<>();
                for (int place = 0; place < group.places().counts().get(i); place++) {
                    List<Picture> pictures = new ArrayList<>();
                    for (int seed = 0; seed < SAMPLES_OF_A_PLACE; seed++) {
                        pictures.add(samples.picture(seed, label, place));
                    }
                    all.add(seen(pictures));
                }
                colours.put(label, all);
            }
        }
        return colours;
    }

    private static Apart.Range range(List<Picture> pictures) {
        return new Apart.Range(
                rgb(mean(pictures)), pictures.stream().map(p -> rgb(seen(List.of(p)))).toList());
    }

    private static int rgb(String hex) {
        return Integer.parseInt(hex.substring(1), 16);
    }

    private static <T> Map<String, T> byLabel(
            GeneratorWeights weights, Samples samples, Function<List<Picture>, T> measure) {
        List<Condition.Group> groups = weights.spec().condition().groups();
        List<String> labels = groups.isEmpty() ? List.of("*") : groups.get(0).labels();
        Map<String, T> measures = new TreeMap<>();
        for (int i = 0; i < labels.size(); i++) {
            long first = i;
            List<Picture> pictures =
                    IntStream.range(0, SAMPLES)
                            .mapToObj(k -> samples.picture(first + (long) k * labels.size()))
                            .toList();
            measures.put(labels.get(i), measure.apply(pictures));
        }
        return measures;
    }

    /**
     * The mean of sRGB's numbers; colour is premultiplied, so dividing by mean alpha weighs by it.
     */
    static String mean(List<Picture> pictures) {
        double[] sums = new double[4];
        for (Picture picture : pictures) {
            int pixels = picture.width() * picture.height();
            for (int i = 0; i < pixels; i++) {
                for (int c = 0; c < picture.channels(); c++) {
                    sums[c] += Math.max(0, (picture.values()[c * pixels + i] + 1) / 2);
                }
                sums[3] += picture.channels() == 4 ? 0 : 1;
            }
        }
        return hex(sums[0] / sums[3], sums[1] / sums[3], sums[2] / sums[3]);
    }

    /**
     * The mean of sRGB's numbers, every pixel weighted by the light of its strongest channel:
     * lava's glow, not the brown between glow and crust, by which nobody knows it again. The mean
     * of light itself, weighted by luminance, is lava's too, but bleaches dry grass and forest
     * floor to one beige: there the few palest pixels count for all.
     *
     * @param pictures opaque: three channels
     * @return black if they are black all over
     */
    static String seen(List<Picture> pictures) {
        double[] sums = new double[3];
        double weights = 0;
        for (Picture picture : pictures) {
            int pixels = picture.width() * picture.height();
            for (int i = 0; i < pixels; i++) {
                double red = share(picture.values()[i]);
                double green = share(picture.values()[pixels + i]);
                double blue = share(picture.values()[2 * pixels + i]);
                double weight = light(Math.max(red, Math.max(green, blue)));
                sums[0] += weight * red;
                sums[1] += weight * green;
                sums[2] += weight * blue;
                weights += weight;
            }
        }
        double all = weights == 0 ? 1 : weights;
        return hex(sums[0] / all, sums[1] / all, sums[2] / all);
    }

    private static double share(float value) {
        return Math.max(0, Math.min(1, (value + 1) / 2));
    }

    /** How much light an sRGB number stands for, both 0 to 1. */
    private static double light(double s) {
        return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
    }

    private static String hex(double red, double green, double blue) {
        return "#%02x%02x%02x".formatted(level(red), level(green), level(blue));
    }

    private static long level(double share) {
        return Math.min(255, Math.round(share * 255));
    }
}
