package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import latentwilds.latent.LatentId;
import latentwilds.model.GeneratorWeights;
import latentwilds.synthesis.reference.ReferenceGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two batches through every network with every loss. */
class NetworksTest {
    private static final List<String> NETWORKS =
            List.of(
                    "generator.upsampling=transposed",
                    "generator.upsampling=resize",
                    "generator.doubled=true discriminator.doubled=true",
                    "generator.start=8 generator.widths=[12]",
                    "generator.refine=6",
                    "generator.batchNorm=false generator.initialisation=glorot",
                    "generator.dropout=0.3 discriminator.dropout=0.3",
                    "generator.mlp=[16,24] discriminator.mlp=[24,16]",
                    "discriminator.spectralNorm=true",
                    "discriminator.head=patch discriminator.diversity=false",
                    "discriminator.initialisation=glorot discriminator.frozen=1",
                    "generator.codes={}",
                    "precision=bf16",
                    "size=32 generator.widths=[12,8,6] discriminator.widths=[6,8,12]");

    private static final List<String> LOSSES =
            List.of(
                    "loss.objective=bce loss.relativistic=false loss.smoothing=0.1",
                    "loss.objective=bce",
                    "loss.objective=least-squares loss.relativistic=false",
                    "loss.objective=hinge",
                    "loss.objective=hinge loss.relativistic=false loss.penaltyNoise=0.1",
                    "loss.objective=wasserstein loss.relativistic=false loss.clip=0.05"
                            + " loss.r1Gamma=0 loss.r2Gamma=0",
                    "loss.objective=wasserstein loss.relativistic=false loss.wganPenalty=10"
                            + " optimiser.criticSteps=2");

    static Stream<Arguments> everyNetworkWithEveryLoss() {
        return NETWORKS.stream().flatMap(n -> LOSSES.stream().map(l -> Arguments.of(n, l)));
    }

    @ParameterizedTest
    @MethodSource("everyNetworkWithEveryLoss")
    void everyNetworkTakesTwoBatchesOfEveryLoss(String network, String loss) {
        train(options(network, loss));
    }

    @ParameterizedTest
    @MethodSource("everyLoss")
    void discriminatorsWithBatchNormTakeTwoBatchesOfLossesWithoutSlopes(String loss) {
        train(
                options(
                        "discriminator.batchNorm=true",
                        loss + " loss.r1Gamma=0 loss.r2Gamma=0 loss.wganPenalty=0"));
    }

    static Stream<String> everyLoss() {
        return LOSSES.stream();
    }

    private static TrainingOptions options(String network, String loss) {
        List<String> changes = new ArrayList<>();
        changes.addAll(Arrays.asList(network.split(" ")));
        changes.addAll(Arrays.asList(loss.split(" ")));
        return TinyTraining.with(changes.toArray(String[]::new));
    }

    private static void train(TrainingOptions options) {
        try (Training training = TinyTraining.training(options)) {
            Checkpoint before = training.checkpoint();
            StepStats first = training.runStep();
            StepStats second = training.runStep();

            assertThat(first.finite()).as("%s", first).isTrue();
            assertThat(second.finite()).as("%s", second).isTrue();
            Checkpoint after = training.checkpoint();
            List<String> frozen = training.adversaries().discriminator().frozen();
            for (String name : before.part("d.").keySet()) {
                boolean same =
                        Arrays.equals(before.part("d.").get(name), after.part("d.").get(name));
                // A bias in front of a difference, or of a mean over centred values, has no slope.
                if (name.endsWith("weight")) {
                    assertThat(same).as("%s is as it was", name).isEqualTo(frozen.contains(name));
                }
            }
            for (String name : before.part("g.").keySet()) {
                assertThat(after.part("g.").get(name))
                        .as(name)
                        .isNotEqualTo(before.part("g.").get(name));
            }
            drawnByTheGame(training.weights(training.checkpoint()));
        }
    }

    /** What was trained is a model that the game runs. */
    private static void drawnByTheGame(GeneratorWeights weights) {
        try (ReferenceGenerator generator = new ReferenceGenerator(weights)) {
            var labels =
                    weights.spec().condition().groups().isEmpty()
                            ? java.util.Map.<String, String>of()
                            : java.util.Map.of("biome", "sand");
            var picture = generator.synthesise(LatentId.of("tiny", 1, labels).grid(weights));
            assertThat(picture.values()).hasSizeGreaterThanOrEqualTo(16 * 16 * 4);
        }
    }
}
