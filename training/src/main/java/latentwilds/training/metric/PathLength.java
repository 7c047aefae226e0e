package latentwilds.training.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentwilds.latent.LatentGrid;
import latentwilds.synthesis.Picture;

/**
 * Perceptual path length in z (Karras et al. 2019): how much the picture changes per step of a
 * spherical path between two latents, {@code mean d(G(slerp(a, b, t)), G(slerp(a, b, t + e))) /
 * e^2} with e = 1e-4 and t uniform in [0, 1) ("full"), labels fixed along a path. Values outside
 * the 1st to 99th percentile are left out, as StyleGAN does. Small: smooth.
 */
final class PathLength {
    private static final double EPSILON = 1e-4;
    private static final double LEFT_OUT = 0.01;
    private static final int BATCH = 16;

    private PathLength() {}

    /** Over a number of paths. */
    static double of(Fakes fakes, Protocol protocol, PerceptualDistance distance, int paths) {
        double[] lengths = new double[paths];
        for (int from = 0; from < paths; from += BATCH) {
            List<LatentGrid> ends = new ArrayList<>();
            int count = Math.min(BATCH, paths - from);
            for (int i = from; i < from + count; i++) {
                float[] a = fakes.noise("evaluate.path.a", i);
                float[] b = fakes.noise("evaluate.path.b", i);
                double t = protocol.streams().stream("evaluate.path.t", i).nextDouble();
                ends.add(fakes.between(a, b, t, i));
                ends.add(fakes.between(a, b, t + EPSILON, i));
            }
            List<Picture> pictures = fakes.pictures(ends);
            List<Picture> first = new ArrayList<>();
            List<Picture> second = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                first.add(fakes.seen(pictures.get(2 * i), from + i));
                second.add(fakes.seen(pictures.get(2 * i + 1), from + i));
            }
            float[] distances = distance.between(first, second);
            for (int i = 0; i < count; i++) {
                lengths[from + i] = distances[i] / (EPSILON * EPSILON);
            }
        }
        return trimmedMean(lengths);
    }

    static double trimmedMean(double[] values) {
        double low = Memorisation.percentile(values, LEFT_OUT);
        double high = Memorisation.percentile(values, 1 - LEFT_OUT);
        return Arrays.stream(values).filter(v -> v >= low && v <= high).average().orElseThrow();
    }
}
