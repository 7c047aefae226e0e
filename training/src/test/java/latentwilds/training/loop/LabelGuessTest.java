package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.training.augment.Batch;
import latentwilds.training.augment.TexturePlaces;
import latentwilds.training.net.DiscriminatorNet;
import latentwilds.training.net.DiscriminatorNet.Mode;
import latentwilds.training.net.Labels;
import org.junit.jupiter.api.Test;

class LabelGuessTest {
    private final Streams streams = new Streams(new RunSeed(1));

    @Test
    void costIsTheCrossEntropyOfTheGuesses() {
        try (Adversaries adversaries = adversaries(2);
                NDManager scratch = adversaries.manager().newSubManager()) {
            DiscriminatorNet d = adversaries.discriminator();
            d.parameters().load("classifier.biome.weight", new float[2 * 12]);
            d.parameters().load("classifier.biome.bias", new float[] {1, 3});

            double cost = cost(adversaries, scratch, 2);

            // Half of the pictures show each label.
            double whole = Math.log(Math.exp(1) + Math.exp(3));
            assertThat(cost).isCloseTo(2 * (whole - (1 + 3) / 2.0), within(1e-5));
        }
    }

    @Test
    void realPicturesTeachTheDiscriminatorTheirLabels() {
        assertThat(afterSteps(0, 1)).isGreaterThan(0.5);
        assertThat(afterSteps(60, 1)).isLessThan(0.2);
    }

    @Test
    void theGeneratorIsAskedForWhatItsPicturesAreNamed() {
        assertThat(slope(1)).isNotEqualTo(slope(0));
        assertThat(slope(0)).isEqualTo(slope(0));
    }

    @Test
    void withoutWeightThereIsNoClassifier() {
        try (Adversaries adversaries = adversaries(0);
                NDManager scratch = adversaries.manager().newSubManager()) {
            assertThat(adversaries.discriminator().parameters().names())
                    .noneMatch(name -> name.startsWith("classifier"));
            assertThat(cost(adversaries, scratch, 0)).isZero();
        }
    }

    @Test
    void withoutLabelsItIsRefused() {
        assertThatThrownBy(() -> TinyTraining.with("loss.classifier=1", "generator.codes={}"))
                .hasMessageContaining("loss.classifier")
                .hasMessageContaining("generator.codes names no labels");
    }

    private double afterSteps(int steps, double weight) {
        try (Adversaries adversaries = adversaries(weight)) {
            for (int step = 0; step < steps; step++) {
                adversaries.step(step, batch());
            }
            try (NDManager scratch = adversaries.manager().newSubManager()) {
                return cost(adversaries, scratch, 1);
            }
        }
    }

    /** Norm of the generator's gradient in the first step. */
    private double slope(double weight) {
        try (Adversaries adversaries = adversaries(weight);
                NDManager scratch = adversaries.manager().newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            List<NDArray> labels = labels(adversaries, scratch);
            NDArray real = real(scratch);
            NDArray fake =
                    adversaries.draws().fakes(scratch, 4, labels, streams.stream("latents", 0));
            return adversaries
                    .stepGenerator(0, collector, real, new Drawn(fake, null, null), labels)
                    .norm();
        }
    }

    private double cost(Adversaries adversaries, NDManager scratch, double weight) {
        LabelGuess guess = new LabelGuess(adversaries.discriminator(), weight);
        List<NDArray> labels = labels(adversaries, scratch);
        adversaries.discriminator().forward(real(scratch), labels, Mode.JUDGE, guess);
        return guess.addTo(scratch.create(0f), labels).getFloat();
    }

    private NDArray real(NDManager scratch) {
        return scratch.create(batch().pictures(), new Shape(4, 4, 16, 16));
    }

    private List<NDArray> labels(Adversaries adversaries, NDManager scratch) {
        return Labels.oneHot(scratch, adversaries.generator().spec().condition(), batch().labels());
    }

    /** Two bright pictures of the one label, two dark ones of the other. */
    private static Batch batch() {
        float[] pictures = new float[4 * 4 * 16 * 16];
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = i / 1024 % 2 == 0 ? 0.8f : -0.8f;
        }
        return new Batch(pictures, new int[][] {{0}, {1}, {0}, {1}}, new int[4]);
    }

    private Adversaries adversaries(double weight) {
        TrainingOptions options = options(weight);
        return new Adversaries(
                options,
                options.generatorSpec(TinyTraining.LABELS, "0"),
                TexturePlaces.NONE,
                streams);
    }

    private static TrainingOptions options(double weight) {
        return TinyTraining.with("loss.classifier=" + weight);
    }
}
