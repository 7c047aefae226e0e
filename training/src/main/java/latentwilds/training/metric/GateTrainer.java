package latentwilds.training.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import latentwilds.latent.LatentGrid;
import latentwilds.model.Gate;
import latentwilds.model.GeneratorWeights;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Generator;
import latentwilds.training.dataset.Dataset;
import org.ejml.data.DMatrixRMaj;

/**
 * Makes a generator's {@link Gate}: draws pictures, measures how far each is from the training
 * images in feature space, and learns to foretell that from the latent. What the gate is worth is
 * measured on pictures that it has not learned from.
 */
public final class GateTrainer {
    private static final int UNITS = 32;

    /** Nearest training images that a picture's distance is the mean of. */
    private static final int NEAREST = 3;

    /** Pictures whose distances are held at once. */
    private static final int ROWS = 256;

    private GateTrainer() {}

    /**
     * A gate and what it does.
     *
     * @param gate to be written beside the model
     * @param figures name to number: {@code correlation} of foretold and measured distance, {@code
     *     refused} share, {@code distance.all} and {@code distance.passed} and {@code
     *     distance.refused} (means), and with {@code .all} or {@code .passed} the figures of {@code
     *     evaluate} against held-out images
     */
    public record Result(Gate gate, Map<String, Double> figures) {}

    /**
     * Makes a gate.
     *
     * @param dataset that the generator was trained on
     * @param weights a vector generator
     * @param options how many pictures to learn from, and the rest
     * @param share of latents to refuse, between 0 and 1
     * @param log told what is going on
     * @return the gate and its worth
     * @throws IllegalArgumentException if the generator makes ground, or does not fit the data set
     */
    public static Result make(
            Dataset dataset,
            GeneratorWeights weights,
            EvaluationOptions options,
            double share,
            Consumer<String> log) {
        if (weights.spec().spatial()) {
            throw new IllegalArgumentException(
                    "gate: expected a generator of whole pictures, found one of ground (%s)"
                            .formatted(weights.spec().kind()));
        }
        Evaluator.check(weights.spec(), dataset);
        try (FeatureNetwork network = new FeatureNetwork(options.threads());
                Generator generator = new BackendChooser(Backend.AUTO, log).open(weights)) {
            FeatureCache cache =
                    new FeatureCache(dataset.folder().resolve(Evaluator.CACHE), network, log);
            RealSide real = RealSide.of(dataset, false, options, cache, log);
            Fakes fakes = new Fakes(weights, generator, real.protocol(), real.labels());
            log.accept("Features of %d generated pictures".formatted(2 * options.samples()));
            Drawn drawn = fakes.draw(2 * options.samples(), network);
            log.accept("Learning");
            double[] distances = distances(drawn.features(), real.others().features());
            float[][] latents = latents(fakes, drawn.size());
            return learn(real, drawn, distances, latents, options, share);
        }
    }

    private static Result learn(
            RealSide real,
            Drawn drawn,
            double[] distances,
            float[][] latents,
            EvaluationOptions options,
            double share) {
        int half = options.samples();
        double mean = Arrays.stream(distances, 0, half).average().orElseThrow();
        double deviation =
                Math.sqrt(
                        Arrays.stream(distances, 0, half)
                                .map(d -> (d - mean) * (d - mean))
                                .average()
                                .orElseThrow());
        double[] wanted =
                Arrays.stream(distances, 0, half).map(d -> (d - mean) / deviation).toArray();
        GateFit fit = GateFit.of(Arrays.copyOf(latents, half), wanted, UNITS, options.seed());
        double[] foretold =
                IntStream.range(half, 2 * half).mapToDouble(i -> fit.predict(latents[i])).toArray();
        double limit = Memorisation.percentile(foretold, 1 - share);
        Gate gate =
                new Gate(latents[0].length, fit.hiddenWeights(), fit.outputWeights(), limit, share);
        int[] passed =
                IntStream.range(half, 2 * half).filter(i -> foretold[i - half] <= limit).toArray();
        int[] refused =
                IntStream.range(half, 2 * half).filter(i -> foretold[i - half] > limit).toArray();
        double[] measured = Arrays.copyOfRange(distances, half, 2 * half);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("correlation", correlation(foretold, measured));
        figures.put("refused", (double) refused.length / half);
        figures.put("distance.all", Arrays.stream(measured).average().orElseThrow());
        figures.put("distance.passed", mean(distances, passed));
        figures.put("distance.refused", mean(distances, refused));
        Drawn same = rows(drawn, IntStream.range(half, half + passed.length).toArray());
        real.comparison().with(same).forEach((name, v) -> figures.put(name + ".all", v));
        real.comparison()
                .with(rows(drawn, passed))
                .forEach((name, v) -> figures.put(name + ".passed", v));
        return new Result(gate, figures);
    }

    private static Drawn rows(Drawn drawn, int[] rows) {
        List<Map<String, String>> labels = new ArrayList<>();
        for (int row : rows) {
            labels.add(drawn.labels().get(row));
        }
        return new Drawn(labels, Clouds.rows(drawn.features(), rows));
    }

    private static double mean(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).average().orElse(Double.NaN);
    }

    private static float[][] latents(Fakes fakes, int count) {
        float[][] latents = new float[count][];
        for (int i = 0; i < count; i++) {
            LatentGrid grid = fakes.grid(fakes.noise("evaluate.latent", i), fakes.labels(i));
            latents[i] = Arrays.copyOf(grid.noise(), grid.noise().length + grid.code().length);
            System.arraycopy(grid.code(), 0, latents[i], grid.noise().length, grid.code().length);
        }
        return latents;
    }

    /** Mean distance of every picture to its nearest training images. */
    static double[] distances(DMatrixRMaj pictures, DMatrixRMaj training) {
        double[] distances = new double[pictures.numRows];
        for (int from = 0; from < distances.length; from += ROWS) {
            int to = Math.min(from + ROWS, distances.length);
            DMatrixRMaj block = Clouds.squaredDistances(Clouds.rows(pictures, from, to), training);
            for (int i = from; i < to; i++) {
                int start = (i - from) * training.numRows;
                Arrays.sort(block.data, start, start + training.numRows);
                for (int k = 0; k < NEAREST; k++) {
                    distances[i] += Math.sqrt(block.data[start + k]) / NEAREST;
                }
            }
        }
        return distances;
    }

    /**
     * Pearson's correlation.
     *
     * @param a numbers
     * @param b as many
     * @return -1 to 1; not a number if either is constant
     */
    public static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
