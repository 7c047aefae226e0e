package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a step makes is gone after it: native memory would run out otherwise. */
class SoakTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loss.objective=wasserstein loss.relativistic=false loss.wganPenalty=10",
                "loss.penaltyNoise=0.1 discriminator.head=patch generator.upsampling=resize",
                "loss.r1Gamma=0 loss.r2Gamma=0 loss.clip=0.1 discriminator.batchNorm=true",
                "generator.mlp=[16] discriminator.mlp=[16] precision=bf16"
            })
    void theNumberOfArraysIsFlatOverTwoHundredSteps(String changes) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "images=800",
                                "tickImages=40",
                                "snapshotImages=400",
                                "generator.dropout=0.2",
                                "discriminator.dropout=0.2",
                                "discriminator.spectralNorm=true",
                                "augment.adaptive=true",
                                "augment.colour=0.3",
                                "optimiser.criticSteps=2",
                                "optimiser.clipNorm=1"));
        all.addAll(List.of(changes.split(" ")));
        List<Integer> counts = new ArrayList<>();
        Training[] watched = new Training[1];
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void onTick(Tick tick) {
                        counts.add(watched[0].adversaries().manager().getManagedArrays().size());
                    }
                };
        try (Training training =
                TinyTraining.training(TinyTraining.with(all.toArray(String[]::new)), listener)) {
            watched[0] = training;
            training.run();
        }

        assertThat(counts).hasSize(20);
        assertThat(counts.subList(1, 20)).containsOnly(counts.get(1));
    }
}
