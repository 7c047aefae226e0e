package latentwilds.training.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.ejml.data.DMatrixRMaj;

/**
 * One cloud of real features, to be compared with others. Keys of the figures: {@link Figures}.
 * Kernel and Fréchet distance use all pictures of both sides; figures about neighbours need equal
 * numbers, so the first of the larger side are taken.
 */
final class Comparison {
    /** Fewer pictures of a label say nothing about it. */
    static final int LEAST_PER_LABEL = 10;

    private final Drawn real;
    private final FrechetDistance frechet;
    private final DMatrixRMaj products;

    Comparison(Drawn real) {
        this.real = real;
        frechet = new FrechetDistance(real.features());
        products = Clouds.products(real.features(), real.features());
    }

    /** All figures of another cloud against the real one. */
    Map<String, Double> with(Drawn other) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(Figures.FID, frechet.to(other.features()));
        KernelDistance kernel =
                KernelDistance.of(
                        products,
                        Clouds.products(other.features(), other.features()),
                        Clouds.products(real.features(), other.features()),
                        FeatureNetwork.SIZE);
        figures.put(Figures.KID, 1000 * kernel.value());
        figures.put(Figures.KID_ERROR, 1000 * kernel.error());
        Neighbours neighbours = neighbours(real, other);
        figures.put(Figures.PRECISION, neighbours.precision());
        figures.put(Figures.RECALL, neighbours.recall());
        figures.put(Figures.DENSITY, neighbours.density());
        figures.put(Figures.COVERAGE, neighbours.coverage());
        figures.put(Figures.TWO_SAMPLE, neighbours.accuracy());
        return figures;
    }

    static Neighbours neighbours(Drawn a, Drawn b) {
        int n = Math.min(a.size(), b.size());
        DMatrixRMaj real = a.first(n).features();
        DMatrixRMaj fake = b.first(n).features();
        return Neighbours.of(
                Clouds.squaredDistances(real, real),
                Clouds.squaredDistances(fake, fake),
                Clouds.squaredDistances(real, fake));
    }

    /** Kernel distance per label of one group, for labels with enough pictures on both sides. */
    Map<String, Double> perLabel(Drawn other, String group) {
        Map<String, Double> figures = new LinkedHashMap<>();
        TreeSet<String> labels = new TreeSet<>();
        real.labels().forEach(row -> labels.add(row.get(group)));
        for (String label : labels) {
            int[] mine = real.with(group, label);
            int[] theirs = other.with(group, label);
            if (Math.min(mine.length, theirs.length) >= LEAST_PER_LABEL) {
                KernelDistance kernel =
                        KernelDistance.between(
                                Clouds.rows(real.features(), mine),
                                Clouds.rows(other.features(), theirs));
                figures.put(Figures.KID + "." + group + "." + label, 1000 * kernel.value());
            }
        }
        return figures;
    }
}
