package latentwilds.training.metric;

import java.util.Locale;
import java.util.Map;

/**
 * Names of figures, as they stand in logs, cards and tables. A figure about one label or group has
 * it behind a dot: {@code kidMixed5x1000.biome.sand}.
 */
public final class Figures {
    /** Fréchet distance on mixed5 features. */
    public static final String FID = "fidMixed5";

    /** Kernel distance on mixed5 features, times 1000: the headline. */
    public static final String KID = "kidMixed5x1000";

    /** Its standard error. */
    public static final String KID_ERROR = "kidMixed5x1000Error";

    /** Share of fakes inside a real ball. */
    public static final String PRECISION = "precision";

    /** Share of reals inside a fake ball. */
    public static final String RECALL = "recall";

    /** Real balls per fake. */
    public static final String DENSITY = "density";

    /** Share of real balls with a fake inside. */
    public static final String COVERAGE = "coverage";

    /** Leave-one-out accuracy of the nearest neighbour as a judge of real and fake. */
    public static final String TWO_SAMPLE = "nearestNeighbourAccuracy";

    /** Share of pictures closer to a training image than the 1st percentile of held-out ones. */
    public static final String CLOSE_SHARE = "closeToTrainingShare";

    /** Three-sample test for copying. */
    public static final String COPYING = "copyingCt";

    /** The same in cells of feature space. */
    public static final String COPYING_IN_CELLS = "copyingCtCells";

    /** Perceptual path length in z. */
    public static final String PATH_LENGTH = "pathLength";

    /** Inception Score on a classifier of the set's own labels, by group. */
    public static final String INCEPTION_SCORE = "inceptionScore";

    /** That classifier's accuracy on held-out images, by group. */
    public static final String CLASSIFIER = "classifierAccuracy";

    /** Share of pictures that the classifier gives the label that was asked for, by group. */
    public static final String AGREEMENT = "labelAgreement";

    /** Steps of colour across cell borders over those inside. */
    public static final String SEAM_CELLS = "seamRatioCells";

    /** The same across chunk borders. */
    public static final String SEAM_CHUNKS = "seamRatioChunks";

    /** Highest peak of a ground field's autocorrelation away from 0. */
    public static final String PERIOD = "autocorrelationPeak";

    /** How much detail differs between rows, and columns, of a ground field's cells. */
    public static final String WEAVE = "weave";

    /** Share of a finished sprite's pixels that are neither clear nor solid. */
    public static final String SOFT_ALPHA = "softAlphaShare";

    /** Different colours in a finished sprite, the median. */
    public static final String COLOURS = "spriteColours";

    /** The same, the maximum. */
    public static final String MOST_COLOURS = "spriteColoursMost";

    /** Share of a finished sprite's opaque pixels in its largest connected part, the mean. */
    public static final String LARGEST_PART = "largestPart";

    /** The same, the 10th percentile. */
    public static final String LARGEST_PART_LOW = "largestPartP10";

    /** Share of finished sprites whose largest part has at least 90 % of them. */
    public static final String ONE_SHAPE = "oneShapeShare";

    private static final Map<String, String> MEANINGS =
            Map.ofEntries(
                    Map.entry(FID, "lower is better"),
                    Map.entry(KID, "lower is better, 0 is real"),
                    Map.entry(KID_ERROR, "jackknife over 20 groups"),
                    Map.entry(PRECISION, "higher is better; noise can score high"),
                    Map.entry(RECALL, "higher is better"),
                    Map.entry(DENSITY, "about 1"),
                    Map.entry(COVERAGE, "higher is better; low: collapse"),
                    Map.entry(TWO_SAMPLE, "0.5 cannot be told apart, 1 always can"),
                    Map.entry(CLOSE_SHARE, "about 0.01; higher: copies"),
                    Map.entry(COPYING, "z-score; far below 0: copies"),
                    Map.entry(COPYING_IN_CELLS, "the same, cell by cell"),
                    Map.entry(PATH_LENGTH, "lower is smoother"),
                    Map.entry(INCEPTION_SCORE, "1 to the number of labels"),
                    Map.entry(CLASSIFIER, "of the judge, on held-out images"),
                    Map.entry(AGREEMENT, "share with the label asked for"),
                    Map.entry(SEAM_CELLS, "1: no seam"),
                    Map.entry(SEAM_CHUNKS, "1: no seam"),
                    Map.entry(PERIOD, "near 1: wallpaper"),
                    Map.entry(WEAVE, "0: no line has more detail"),
                    Map.entry(SOFT_ALPHA, "at most 0.02: clean edges"),
                    Map.entry(COLOURS, "median per finished sprite"),
                    Map.entry(MOST_COLOURS, "of any finished sprite"),
                    Map.entry(LARGEST_PART, "1: all sprites are one shape"),
                    Map.entry(LARGEST_PART_LOW, "10th percentile of the same"),
                    Map.entry(ONE_SHAPE, "share with 0.9 or more in one part"));

    private Figures() {}

    /**
     * How to read a figure.
     *
     * @param name with or without a group and label
     * @return a few words
     */
    public static String meaning(String name) {
        return MEANINGS.getOrDefault(name.replaceAll("\\..*", ""), "");
    }

    /**
     * A table for people.
     *
     * @param evaluation what was measured
     * @return lines, each ended
     */
    public static String table(Evaluation evaluation) {
        int width = evaluation.values().keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        String row = "%-" + width + "s  %10s  %10s  %10s  %s%n";
        text.append(row.formatted("", "model", "floor", "halves", ""));
        text.append(
                row.formatted(
                        "pictures against",
                        evaluation.samples() + "/" + evaluation.reals(),
                        evaluation.floorSamples() + "/" + evaluation.reals(),
                        evaluation.halfSamples() + "/" + evaluation.halfSamples(),
                        "real images"));
        evaluation
                .values()
                .forEach(
                        (name, value) ->
                                text.append(
                                        row.formatted(
                                                name,
                                                number(value),
                                                number(evaluation.floors().get(name)),
                                                number(evaluation.halves().get(name)),
                                                meaning(name))));
        evaluation.notes().forEach(note -> text.append(note).append(System.lineSeparator()));
        return text.toString();
    }

    private static String number(Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
