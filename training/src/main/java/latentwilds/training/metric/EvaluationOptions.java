package latentwilds.training.metric;

import latentwilds.training.dataset.DatasetManifest.Split;

/**
 * How an evaluation is made.
 *
 * @param samples generated pictures, at least {@link #LEAST}; real ones as many, or all there are
 * @param split part of the data set that stands for reality; with {@code TRAIN} nothing is said
 *     about copying and labels
 * @param quick only the comparison of the two clouds
 * @param crop side of ground crops in pixels, 16 to 128
 * @param seed decides all that is drawn
 * @param threads for one operation of the feature network
 */
public record EvaluationOptions(
        int samples, Split split, boolean quick, int crop, long seed, int threads) {

    /** Fewer pictures say nothing. */
    public static final int LEAST = 10;

    private static final int MOST_SAMPLES = 20_000;
    private static final int LEAST_CROP = 16;
    private static final int MOST_CROP = 128;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the option, what was expected and found
     */
    public EvaluationOptions {
        require(
                samples >= LEAST && samples <= MOST_SAMPLES,
                "samples",
                LEAST + " to " + MOST_SAMPLES,
                samples);
        require(
                crop >= LEAST_CROP && crop <= MOST_CROP,
                "crop",
                LEAST_CROP + " to " + MOST_CROP + " pixels",
                crop);
        require(threads > 0, "threads", "at least 1", threads);
    }

    private static void require(boolean ok, String option, String expected, int found) {
        if (!ok) {
            throw new IllegalArgumentException(
                    "--%s: expected %s, found %d".formatted(option, expected, found));
        }
    }
}
