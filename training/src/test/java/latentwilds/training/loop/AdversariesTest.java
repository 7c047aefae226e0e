package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Map;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.training.augment.Batch;
import latentwilds.training.augment.TexturePlaces;
import latentwilds.training.net.Labels;
import latentwilds.training.net.ParameterSet;
import latentwilds.training.net.Upsampling;
import org.junit.jupiter.api.Test;

class AdversariesTest {
    private final TrainingOptions options = TinyTraining.sprites(Upsampling.TRANSPOSED);
    private final Streams streams = new Streams(new RunSeed(1));
    private final Batch batch =
            TinyTraining.batches(options).next(options.batch(), streams.stream("batch", 0));

    @Test
    void aDiscriminatorStepLeavesTheGeneratorBitIdenticalAndTheReverse() {
        try (Adversaries adversaries = adversaries()) {
            Map<String, float[]> generator = adversaries.generator().parameters().toArrays();
            Map<String, float[]> discriminator =
                    adversaries.discriminator().parameters().toArrays();

            halfStep(adversaries, true);

            assertSame(adversaries.generator().parameters(), generator);
            // The head's bias cancels in a relativistic loss.
            assertThat(unchanged(adversaries.discriminator().parameters(), discriminator))
                    .containsExactly("head.bias");
            discriminator = adversaries.discriminator().parameters().toArrays();

            halfStep(adversaries, false);

            assertSame(adversaries.discriminator().parameters(), discriminator);
            assertThat(unchanged(adversaries.generator().parameters(), generator)).isEmpty();
        }
    }

    @Test
    void aDiscriminatorStepDoesNotDependOnTheGeneratorStepBeforeIt() {
        try (Adversaries plain = adversaries();
                Adversaries polluted = adversaries()) {
            // Gradients left over in D, as a generator's step through it would leave them.
            NDManager manager = polluted.manager();
            for (String name : polluted.discriminator().parameters().names()) {
                NDArray weight = polluted.discriminator().parameters().get(name);
                try (GradientCollector collector =
                        Engine.getEngine("PyTorch").newGradientCollector()) {
                    collector.backward(weight.mul(manager.create(1000f)).sum());
                }
                assertThat(weight.getGradient().toFloatArray()).containsOnly(1000f);
            }

            halfStep(plain, true);
            halfStep(polluted, true);

            assertSame(
                    polluted.discriminator().parameters(),
                    plain.discriminator().parameters().toArrays());
        }
    }

    @Test
    void theNumberOfArraysDoesNotGrowFromStepToStep() {
        try (Adversaries adversaries = adversaries()) {
            adversaries.step(0, batch);
            adversaries.step(1, batch);
            int before = adversaries.manager().getManagedArrays().size();

            for (int i = 2; i < 12; i++) {
                adversaries.step(i, batch);
            }

            assertThat(adversaries.manager().getManagedArrays()).hasSize(before);
        }
    }

    private Adversaries adversaries() {
        return new Adversaries(
                options,
                options.generatorSpec(TinyTraining.LABELS, "0"),
                TexturePlaces.NONE,
                streams);
    }

    /** One network's half of step 0, on fakes from fixed latents. */
    private void halfStep(Adversaries adversaries, boolean discriminator) {
        try (NDManager scratch = adversaries.manager().newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            int n = options.batch();
            NDArray real =
                    scratch.create(
                            batch.pictures(),
                            new Shape(n, options.channels(), options.size(), options.size()));
            List<NDArray> labels =
                    Labels.oneHot(
                            scratch, adversaries.generator().spec().condition(), batch.labels());
            NDArray fake =
                    adversaries.draws().fakes(scratch, n, labels, streams.stream("latents", 0));
            if (discriminator) {
                int arrays = scratch.getManagedArrays().size();
                adversaries.stepDiscriminator(0, collector, real, fake, labels);
                assertThat(scratch.getManagedArrays())
                        .as("what D computed is gone before G's step")
                        .hasSize(arrays);
            } else {
                adversaries.stepGenerator(0, collector, real, new Drawn(fake, null, null), labels);
            }
        }
    }

    private static void assertSame(ParameterSet now, Map<String, float[]> before) {
        now.toArrays()
                .forEach((name, values) -> assertThat(values).as(name).isEqualTo(before.get(name)));
    }

    /** Names of the arrays that are still as they were. */
    private static List<String> unchanged(ParameterSet now, Map<String, float[]> before) {
        return now.toArrays().entrySet().stream()
                .filter(e -> java.util.Arrays.equals(e.getValue(), before.get(e.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
