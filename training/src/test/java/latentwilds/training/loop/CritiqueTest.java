package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.training.augment.Batch;
import latentwilds.training.augment.TexturePlaces;
import latentwilds.training.net.DiscriminatorNet.Mode;
import latentwilds.training.net.Labels;
import latentwilds.training.net.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CritiqueTest {
    private final Streams streams = new Streams(new RunSeed(1));

    /** Judged one after the other, pictures lead to the gradients that they lead to together. */
    @ParameterizedTest
    @ValueSource(strings = {"bce", "least-squares", "hinge", "wasserstein"})
    void halvesAddUpToTheWhole(String objective) {
        TrainingOptions options =
                options(
                        "loss.objective=" + objective,
                        objective.equals("bce") ? "loss.smoothing=0.1" : "loss.smoothing=0");
        Map<String, float[]> apart = new TreeMap<>();
        Map<String, float[]> together = new TreeMap<>();

        Critique.Opinion halves = critique(options, false, apart);
        Critique.Opinion whole = critique(options, true, together);

        assertThat(halves.loss()).isCloseTo(whole.loss(), within(1e-6f));
        assertThat(List.of(halves.real(), halves.fake(), halves.sign(), halves.slope()))
                .isEqualTo(List.of(whole.real(), whole.fake(), whole.sign(), whole.slope()));
        assertThat(apart).containsOnlyKeys(together.keySet());
        together.forEach(
                (name, gradient) -> {
                    float[] sum = apart.get(name);
                    for (int i = 0; i < gradient.length; i++) {
                        assertThat(sum[i]).as(name).isCloseTo(gradient[i], within(1e-6f));
                    }
                });
        assertThat(together.get("stem.weight")).isNotEqualTo(new float[4 * 4 * 9]);
    }

    /** A half that waits for the other costs as much memory as the networks themselves. */
    @Test
    void realPicturesAreDoneWithBeforeFakeOnesAreShown() {
        assertThat(heldWhenShown(options()))
                .containsExactly("augment.d.real 1", "augment.d.fake 1");
        assertThat(heldWhenShown(TinyTraining.with())).hasSize(2);
        assertThat(heldWhenShown(TinyTraining.with()).get(1)).isEqualTo("augment.d.fake 2");
    }

    @Test
    void aWayThroughANetworkKeepsOnlyItsEnd() {
        TrainingOptions options = options("discriminator.batchNorm=true");
        try (Adversaries adversaries = adversaries(options);
                NDManager scratch = adversaries.manager().newSubManager()) {
            int n = options.batch();
            List<NDArray> labels = labels(adversaries, scratch, options);
            NDArray fake =
                    adversaries.draws().fakes(scratch, n, labels, streams.stream("latents", 0));
            assertThat(maps(scratch)).containsExactly(fake.getShape());

            adversaries.discriminator().forward(fake, labels, Mode.LEARN);

            assertThat(maps(scratch)).containsExactly(fake.getShape());
        }
    }

    /** Shapes of the larger maps that a manager holds, one per picture of the batch. */
    private static List<Shape> maps(NDManager manager) {
        return manager.getManagedArrays().stream()
                .map(NDArray::getShape)
                .filter(s -> s.dimension() == 4 && s.get(0) == 4 && s.get(2) > 4)
                .toList();
    }

    /** How many arrays the step holds when D is shown pictures of a kind. */
    private List<String> heldWhenShown(TrainingOptions options) {
        List<String> held = new ArrayList<>();
        try (Adversaries adversaries = adversaries(options);
                NDManager scratch = adversaries.manager().newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            Critique critique =
                    new Critique(
                            options.loss(),
                            adversaries.discriminator(),
                            new Penalties(
                                    options.loss(), null, adversaries.discriminator(), streams),
                            (pictures, purpose, step) -> {
                                int own = pictures.getManager().getManagedArrays().size();
                                held.add(purpose + " " + own);
                                return pictures;
                            });
            NDArray real = scratch.randomNormal(new Shape(options.batch(), 4, 16, 16));
            critique.of(1, collector, real, real.mul(-1), List.of());
        }
        return held;
    }

    private Critique.Opinion critique(
            TrainingOptions options, boolean together, Map<String, float[]> gradients) {
        Batch batch =
                TinyTraining.batches(options).next(options.batch(), streams.stream("batch", 0));
        try (Adversaries adversaries = adversaries(options);
                NDManager scratch = adversaries.manager().newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            int n = options.batch();
            List<NDArray> labels = labels(adversaries, scratch, options);
            NDArray real = scratch.create(batch.pictures(), new Shape(n, 4, 16, 16));
            NDArray fake =
                    adversaries.draws().fakes(scratch, n, labels, streams.stream("latents", 0));
            ParameterSet parameters = adversaries.discriminator().parameters();
            parameters.zeroGradients();
            Critique critique = adversaries.critique();
            Critique.Opinion opinion =
                    together
                            ? critique.together(1, collector, real, fake, labels)
                            : critique.of(1, collector, real, fake, labels);
            for (String name : parameters.names()) {
                gradients.put(name, parameters.get(name).getGradient().toFloatArray());
            }
            return opinion;
        }
    }

    private List<NDArray> labels(
            Adversaries adversaries, NDManager manager, TrainingOptions options) {
        Batch batch =
                TinyTraining.batches(options).next(options.batch(), streams.stream("batch", 0));
        return Labels.oneHot(manager, adversaries.generator().spec().condition(), batch.labels());
    }

    private Adversaries adversaries(TrainingOptions options) {
        return new Adversaries(
                options,
                options.generatorSpec(TinyTraining.LABELS, "0"),
                TexturePlaces.NONE,
                streams);
    }

    /** Without anything that needs real and fake pictures at once. */
    private static TrainingOptions options(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of("loss.relativistic=false", "loss.r1Gamma=0", "loss.r2Gamma=0"));
        all.addAll(List.of(more));
        return TinyTraining.with(all.toArray(String[]::new));
    }
}
