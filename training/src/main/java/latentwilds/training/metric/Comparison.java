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
    private final DMatrixRMaj products;

    Comparison(Drawn real) {
        this.real = real;
        products = Clouds.products(real.features(), real.features());
    }

    /** Number of real pictures. */
    int reals() {
        return real.size();
    }

    /** All figures of another cloud against the real one. */
    Map<String, Double> with(Drawn other) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(Figures.FID, FrechetDistance.between(real.features(), other.features()));
        figures.putAll(neighboursAndKernel(other));
        return figures;
    }

    /** All of them but Fréchet distance. */
    Map<String, Double> neighboursAndKernel(Drawn other) {
        Map<String, Double> figures = new LinkedHashMap<>();
        DMatrixRMaj ff = Clouds.products(other.features(), other.features());
        DMatrixRMaj rf = Clouds.products(real.features(), other.features());
        KernelDistance kernel = KernelDistance.of(products, ff, rf, FeatureNetwork.SIZE);
        figures.put(Figures.KID, 1000 * kernel.value());
        figures.put(Figures.KID_ERROR, 1000 * kernel.error());
        int n = Math.min(real.size(), other.size());
        double[] squaresR = Clouds.squares(real.first(n).features());
        double[] squaresF = Clouds.squares(other.first(n).features());
        Neighbours neighbours =
                Neighbours.of(
                        Clouds.squaredDistances(products, squaresR, squaresR),
                        Clouds.squaredDistances(ff, squaresF, squaresF),
                        Clouds.squaredDistances(rf, squaresR, squaresF));
        figures.put(Figures.PRECISION, neighbours.precision());
        figures.put(Figures.RECALL, neighbours.recall());
        figures.put(Figures.DENSITY, neighbours.density());
        figures.put(Figures.COVERAGE, neighbours.coverage());
        figures.put(Figures.TWO_SAMPLE, neighbours.accuracy());
        return figures;
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
