package latentwilds.training.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import latentwilds.model.ModelCard;
import latentwilds.synthesis.Picture;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.metric.GateTrainer;
import latentwilds.training.metric.LabelGuess;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * The ways through latent space along which something that can be measured of pictures changes
 * most: ridge regression on the latents of two thirds of many pictures, tried on the others.
 */
public final class Leanings {
    private static final double RIDGE = 20;
    private static final double REACH = 3;

    private final List<float[]> latents = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private final Optional<Dataset> dataset;
    private LabelGuess guess;

    /**
     * A way that was learned.
     *
     * @param direction of unit length, the trait grows along it; 3 standard deviations each way
     * @param correlation of the place along it with the trait, of pictures not learned from
     */
    public record Leaning(ModelCard.Direction direction, double correlation) {}

    /**
     * Draws the pictures.
     *
     * @param samples of a generator of whole pictures with alpha
     * @param count how many, at least 3
     * @param dataset whose labels can be learned
     */
    public Leanings(Samples samples, int count, Optional<Dataset> dataset) {
        this.dataset = dataset;
        for (int seed = 0; seed < count; seed++) {
            latents.add(samples.latent(seed).noise());
            pictures.add(samples.picture(seed));
        }
        if (pictures.get(0).channels() != 4) {
            throw new IllegalArgumentException(
                    "Leanings: expected pictures with alpha, found %d channels"
                            .formatted(pictures.get(0).channels()));
        }
    }

    /**
     * Learns a way.
     *
     * @param what a {@link Trait} or a label of the data set
     * @return the way
     * @throws IllegalArgumentException if it is neither
     */
    public Leaning of(String what) {
        return Arrays.stream(Trait.values())
                .filter(trait -> trait.label().equals(what))
                .findFirst()
                .map(trait -> fit(pictures.stream().mapToDouble(trait::of).toArray()))
                .orElseGet(() -> fit(likelihood(what)));
    }

    /**
     * How well the data set's labels are told, once one was learned.
     *
     * @return share of held-out images whose label is guessed right
     */
    public OptionalDouble accuracy() {
        return guess == null ? OptionalDouble.empty() : OptionalDouble.of(guess.accuracy());
    }

    private double[] likelihood(String label) {
        String group =
                dataset.stream()
                        .flatMap(d -> d.manifest().groups().entrySet().stream())
                        .filter(entry -> entry.getValue().contains(label))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "Leanings: expected one of %s or a label of --data, found %s"
                                                        .formatted(
                                                                Arrays.stream(Trait.values())
                                                                        .map(Trait::label)
                                                                        .toList(),
                                                                label)))
                        .getKey();
        if (guess == null || !guess.group().equals(group)) {
            guess = LabelGuess.learn(dataset.orElseThrow(), group, 0);
        }
        return guess.likelihood(pictures, label);
    }

    private Leaning fit(double[] trait) {
        int known = 2 * trait.length / 3;
        double mean = Arrays.stream(trait, 0, known).average().orElseThrow();
        int size = latents.get(0).length;
        DMatrixRMaj products = CommonOps_DDRM.identity(size);
        CommonOps_DDRM.scale(RIDGE, products);
        DMatrixRMaj sums = new DMatrixRMaj(size, 1);
        for (int n = 0; n < known; n++) {
            float[] z = latents.get(n);
            for (int i = 0; i < size; i++) {
                sums.data[i] += z[i] * (trait[n] - mean);
                for (int j = 0; j < size; j++) {
                    products.data[i * size + j] += z[i] * z[j];
                }
            }
        }
        DMatrixRMaj way = new DMatrixRMaj(size, 1);
        CommonOps_DDRM.solve(products, sums, way);
        double length = NormOps_DDRM.normF(way);
        List<Float> vector = new ArrayList<>();
        for (double value : way.data) {
            vector.add((float) (length == 0 ? 0 : value / length));
        }
        double[] places = latents.stream().skip(known).mapToDouble(z -> place(z, vector)).toArray();
        return new Leaning(
                new ModelCard.Direction(vector, -REACH, REACH),
                GateTrainer.correlation(places, Arrays.copyOfRange(trait, known, trait.length)));
    }

    private static double place(float[] z, List<Float> vector) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += z[i] * vector.get(i);
        }
        return sum;
    }
}
