package latentwilds.training.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import latentwilds.seed.Streams;
import latentwilds.training.augment.Batch;
import latentwilds.training.augment.Batches;

/**
 * Pictures of fixed latents, looked at from tick to tick: do they differ from each other as real
 * ones do, and do they still change? Used by the training thread.
 */
final class Probe {
    private static final int PICTURES = 32;

    private final Adversaries adversaries;
    private final Streams streams;
    private final int[][] labels;
    private final double realDistance;
    private float[] before;

    /**
     * What was seen.
     *
     * @param diversity mean distance between the pictures over that between real ones
     * @param movement mean change since the last look; NaN at the first
     */
    record Seen(double diversity, double movement) {}

    Probe(Adversaries adversaries, Streams streams, Batches batches) {
        this.adversaries = adversaries;
        this.streams = streams;
        Batch real = batches.next(PICTURES, streams.stream("probe.real"));
        labels = real.labels();
        realDistance = distance(real.pictures(), labels);
    }

    Seen look(long step) {
        float[] now;
        try (NDManager scratch = adversaries.manager().newSubManager()) {
            List<NDArray> oneHot = adversaries.draws().labels(scratch, labels, step);
            now =
                    adversaries
                            .draws()
                            .pictures(scratch, PICTURES, oneHot, streams.stream("probe.latents"))
                            .toFloatArray();
        }
        // An older checkpoint may have looked at fewer.
        boolean comparable = before != null && before.length == now.length;
        double movement = comparable ? meanDifference(now, before) : Double.NaN;
        before = now;
        return new Seen(distance(now, labels) / realDistance, movement);
    }

    /**
     * Mean absolute difference between two pictures of the same labels: a generator that makes one
     * picture per label has none. Over all pairs where no two share their labels.
     */
    static double distance(float[] pictures, int[][] labels) {
        double alike = distance(pictures, labels, true);
        return Double.isNaN(alike) ? distance(pictures, labels, false) : alike;
    }

    private static double distance(float[] pictures, int[][] labels, boolean sameOnly) {
        int n = labels.length;
        int size = pictures.length / n;
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                if (sameOnly && !Arrays.equals(labels[a], labels[b])) {
                    continue;
                }
                pairs++;
                for (int i = 0; i < size; i++) {
                    sum += Math.abs(pictures[a * size + i] - pictures[b * size + i]);
                }
            }
        }
        return sum / size / pairs;
    }

    private static double meanDifference(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }

    /** For a checkpoint: what the next look is compared with; empty before the first. */
    float[] toArray() {
        return before == null ? new float[0] : before.clone();
    }

    void load(float[] state) {
        before = state.length == 0 ? null : state.clone();
    }
}
