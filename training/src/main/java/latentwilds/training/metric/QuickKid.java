package latentwilds.training.metric;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import latentwilds.model.GeneratorWeights;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Generator;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest.Split;

/**
 * The one number that a training watches to know when to stop: features of the held-out images are
 * computed once, then each snapshot costs as many pictures as asked for (about 25 ms each). The
 * pictures come from the same latents every time, so that snapshots can be compared. Holds native
 * memory, the owner closes it; used by one thread, which may be the training's.
 */
public final class QuickKid implements AutoCloseable {
    private final FeatureNetwork network;
    private final Protocol protocol;
    private final List<Map<String, String>> labels;
    private final Comparison comparison;
    private final int samples;
    private final Dataset dataset;
    private final Consumer<String> log;

    /**
     * What a snapshot scores.
     *
     * @param samples generated pictures
     * @param reals held-out pictures
     * @param kid KID-mixed5 times 1000; 0 is real, lower is better
     * @param kidError its standard error
     * @param coverage share of the held-out pictures with a generated one near: low means collapse
     */
    public record Score(int samples, int reals, double kid, double kidError, double coverage) {}

    /**
     * Computes the features of the held-out images, or finds them in the data set's cache.
     *
     * @param dataset with a held-out part of at least {@link EvaluationOptions#LEAST} images
     * @param ground whether the generator is spatial
     * @param options samples, crop, seed and threads; the rest does not matter
     * @param log told what is going on, a line at a time
     * @throws latentwilds.training.dataset.DatasetException if there are no held-out images, or
     *     damaged ones
     * @throws IllegalArgumentException if there are too few
     */
    public QuickKid(
            Dataset dataset, boolean ground, EvaluationOptions options, Consumer<String> log) {
        this.dataset = dataset;
        this.log = log;
        samples = options.samples();
        protocol = Protocol.of(dataset, ground, options.crop(), options.seed());
        Reals source = new Reals(dataset, Split.HELD_OUT, protocol);
        int count = source.available(samples);
        if (count < EvaluationOptions.LEAST) {
            throw new IllegalArgumentException(
                    "%s: expected at least %d held-out images, found %d. Prepare the data set with a larger --held-out"
                            .formatted(dataset.folder(), EvaluationOptions.LEAST, count));
        }
        labels = source.labels();
        network = new FeatureNetwork(options.threads());
        FeatureCache cache =
                new FeatureCache(dataset.folder().resolve(Evaluator.CACHE), network, log);
        comparison = new Comparison(source.draw(count, labels, cache));
    }

    /**
     * Scores a snapshot.
     *
     * @param weights the averaged generator
     * @return the same for the same weights
     */
    public Score measure(GeneratorWeights weights) {
        Evaluator.check(weights.spec(), dataset);
        // Not torch without asking: a backend that makes other pictures would spoil the score.
        try (Generator generator = new BackendChooser(Backend.AUTO, log).open(weights)) {
            Drawn drawn = new Fakes(weights, generator, protocol, labels).draw(samples, network);
            Map<String, Double> figures = comparison.neighboursAndKernel(drawn);
            return new Score(
                    samples,
                    comparison.reals(),
                    figures.get(Figures.KID),
                    figures.get(Figures.KID_ERROR),
                    figures.get(Figures.COVERAGE));
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
