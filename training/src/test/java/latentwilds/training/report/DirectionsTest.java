package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latentwilds.latent.LatentGrid;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.ModelCard;
import latentwilds.model.RandomWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionsTest {
    private static final Condition LABELS =
            new Condition(List.of(new Condition.Group("family", List.of("a", "b"), 2)));

    private static GeneratorWeights weights(boolean spatial) {
        Layer first =
                spatial
                        ? new Layer.UpConv(4, 3, Activation.RELU, true)
                        : new Layer.Dense(4, 3, 4, 4, Activation.RELU, true);
        List<Layer> layers = List.of(first, new Layer.UpConv(3, 3, Activation.TANH, true));
        return RandomWeights.of(new GeneratorSpec("tiny", 4, LABELS, layers, 3, ""), 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFirstDirectionIsTheOneThatTheFirstLayerAmplifies(boolean spatial) {
        GeneratorWeights plain = weights(spatial);
        Map<String, float[]> tensors = new HashMap<>(plain.tensors());
        String name = GeneratorWeights.weightName(0);
        float[] first = tensors.get(name).clone();
        int perInput = first.length / 6;
        for (int i = 0; i < perInput; i++) {
            first[2 * perInput + i] *= 50;
            // The label's code is no latent, however strong it is.
            first[5 * perInput + i] *= 500;
        }
        tensors.put(name, first);

        List<ModelCard.Direction> found =
                Directions.of(new GeneratorWeights(plain.spec(), tensors), 4);

        assertThat(found).hasSize(4);
        assertThat(found.get(0).vector().get(2)).isGreaterThan(0.99f);
        for (ModelCard.Direction direction : found) {
            double squares = direction.vector().stream().mapToDouble(v -> v * v).sum();
            assertThat(squares).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void movingSetsTheComponentAndKeepsTheRest() {
        ModelCard.Direction direction = new ModelCard.Direction(List.of(0.6f, 0.8f), -3, 3);
        LatentGrid grid = new LatentGrid(1, 2, new float[] {1, 2, 3, -1}, new float[] {7, 7});

        float[] moved = Directions.moved(grid, direction, 2.5);

        for (int cell = 0; cell < 2; cell++) {
            float a = moved[cell];
            float b = moved[2 + cell];
            assertThat(0.6 * a + 0.8 * b).isCloseTo(2.5, within(1e-5));
            // Across the direction nothing moves.
            assertThat(0.8 * a - 0.6 * b)
                    .isCloseTo(
                            0.8 * grid.noise()[cell] - 0.6 * grid.noise()[2 + cell], within(1e-5));
        }
    }
}
