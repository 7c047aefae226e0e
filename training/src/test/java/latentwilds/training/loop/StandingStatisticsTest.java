package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import latentwilds.model.GeneratorWeights;
import latentwilds.training.net.ParameterSet;
import org.junit.jupiter.api.Test;

class StandingStatisticsTest {
    private static final String FIRST = GeneratorWeights.weightName(0);

    @Test
    void statisticsAreThoseOfTheAverageAndNotOfTheGeneratorThatIsTrained() {
        try (Training training = TinyTraining.training(TinyTraining.with())) {
            float[] before = weights(training).weight(0);
            ParameterSet average = training.adversaries().average().parameters();
            float[] larger = average.values(FIRST);
            for (int i = 0; i < larger.length; i++) {
                larger[i] *= 10;
            }
            average.load(FIRST, larger);

            float[] after = weights(training).weight(0);

            // Batch norm undoes the factor; with the other generator's variance it would stay.
            for (int i = 0; i < before.length; i++) {
                assertThat((double) after[i])
                        .isCloseTo(before[i], within(0.02 + 0.02 * Math.abs(before[i])));
            }
        }
    }

    @Test
    void measuringLeavesTheTrainingAsItWas() {
        try (Training training = TinyTraining.training(TinyTraining.with())) {
            training.runStep();
            Map<String, float[]> before = new HashMap<>(training.checkpoint().arrays());

            training.checkpoint();

            training.checkpoint()
                    .arrays()
                    .forEach((name, now) -> assertThat(now).as(name).isEqualTo(before.get(name)));
        }
    }

    @Test
    void codesCountAsMuchAsTheyDoInTraining() {
        String codes = GeneratorWeights.codesName("biome");
        try (Training training =
                TinyTraining.training(
                        TinyTraining.with("optimiser.labelsFrom=0.1", "optimiser.labelsTo=0.2"))) {
            for (float value : weights(training).tensors().get(codes)) {
                assertThat(value).isZero();
            }
        }
        try (Training training = TinyTraining.training(TinyTraining.with())) {
            assertThat(weights(training).tensors().get(codes))
                    .isEqualTo(training.adversaries().average().parameters().values(codes));
        }
    }

    private static GeneratorWeights weights(Training training) {
        return training.weights(training.checkpoint());
    }
}
