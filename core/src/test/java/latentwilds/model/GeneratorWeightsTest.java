package latentwilds.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorWeightsTest {
    private final GeneratorSpec spec = Specs.face();
    private final Map<String, float[]> tensors = new HashMap<>(RandomWeights.of(spec, 1).tensors());

    @Test
    void theSpecTellsTheShapes() {
        Map<String, int[]> shapes = GeneratorWeights.expectedShapes(spec);

        assertThat(shapes.keySet())
                .containsExactly(
                        "condition.ancestry.codes",
                        "condition.gender.codes",
                        "layers.0.weight",
                        "layers.0.bias",
                        "layers.1.weight",
                        "layers.1.bias",
                        "layers.2.weight",
                        "layers.2.bias",
                        "layers.3.weight",
                        "layers.3.bias");
        assertThat(shapes.get("condition.ancestry.codes")).containsExactly(3, 2);
        assertThat(shapes.get("layers.0.weight")).containsExactly(8, 6, 3, 2);
        assertThat(shapes.get("layers.1.weight")).containsExactly(9, 4, 4, 4);
        assertThat(shapes.get("layers.2.weight")).containsExactly(5, 4, 3, 3);
        assertThat(shapes.get("layers.3.weight")).containsExactly(5, 4, 4, 4);
        assertThat(shapes.get("layers.3.bias")).containsExactly(4);
    }

    @Test
    void aLabelsCodeIsItsRow() {
        tensors.put("condition.ancestry.codes", new float[] {1, 2, 3, 4, 5, 6});
        GeneratorWeights weights = new GeneratorWeights(spec, tensors);

        assertThat(weights.code("ancestry", "orc")).containsExactly(3, 4);
        weights.code("ancestry", "orc")[0] = 99;
        assertThat(weights.code("ancestry", "orc")).containsExactly(3, 4);
    }

    @Test
    void aMissingTensorIsNamed() {
        tensors.remove("layers.2.bias");

        assertThatThrownBy(() -> new GeneratorWeights(spec, tensors))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Tensor 'layers.2.bias': expected 5 values, found no such tensor");
    }

    @Test
    void aTensorOfAnotherSizeIsNamed() {
        tensors.put("layers.2.bias", new float[6]);

        assertThatThrownBy(() -> new GeneratorWeights(spec, tensors))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Tensor 'layers.2.bias': expected 5 values, found 6");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aNumberThatIsNoneIsNamedWithItsPlace(float value) {
        tensors.get("layers.1.weight")[17] = value;

        assertThatThrownBy(() -> new GeneratorWeights(spec, tensors))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Tensor 'layers.1.weight': expected finite numbers, found %s at index 17;"
                                + " the training run diverged or the file is damaged",
                        value);
    }
}
