package latentwilds.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import org.junit.jupiter.api.Test;

class CodesTest {
    private final GeneratorWeights weights = weights();

    private static GeneratorWeights weights() {
        Map<String, float[]> tensors = new HashMap<>(RandomWeights.of(Specs.face(), 1).tensors());
        tensors.put("condition.ancestry.codes", new float[] {1, 2, 3, 4, 5, 6});
        tensors.put("condition.gender.codes", new float[] {7, 8});
        return new GeneratorWeights(Specs.face(), tensors);
    }

    @Test
    void theCodeIsEachGroupsRowInTheModelsOrder() {
        assertThat(Codes.of(weights, Map.of("gender", "male", "ancestry", "elf")))
                .containsExactly(1, 2, 8);
        assertThat(Codes.of(weights, Map.of("ancestry", "human", "gender", "female")))
                .containsExactly(5, 6, 7);
    }

    @Test
    void anUnconditionalGeneratorHasNoCode() {
        assertThat(Codes.of(RandomWeights.of(Specs.monster(), 1), Map.of())).isEmpty();
    }

    @Test
    void aPlaneIsTheSameCodeInEveryCellWithoutAccents() {
        float[] plane =
                Codes.plane(weights, Map.of("gender", "male", "ancestry", "elf"), new float[99], 2);

        assertThat(plane).containsExactly(1, 1, 2, 2, 8, 8);
    }

    @Test
    void withAccentsACellsCodeLeansWithTheNoiseOfItsRegion() {
        Condition.Group biome = new Condition.Group("biome", List.of("sand", "mud"), 2, true, null);
        GeneratorSpec spec = Specs.regions(biome);
        Map<String, float[]> tensors = new HashMap<>(RandomWeights.of(spec, 1).tensors());
        tensors.put("condition.biome.codes", new float[] {1, 2, 3, 4});
        tensors.put("condition.biome.accents", new float[] {0, 0, 0, 0, 10, 20, 30, 40});
        GeneratorWeights leaning = new GeneratorWeights(spec, tensors);
        // Two cells; the third channel is a cell's own.
        float[] noise = {1, 0, 2, -1, 5, 5};

        assertThat(Codes.plane(leaning, Map.of("biome", "mud"), noise, 2))
                .containsExactly(3 + 10 + 60, 3 - 30, 4 + 20 + 80, 4 - 40);
        assertThat(Codes.plane(leaning, Map.of("biome", "sand"), noise, 2))
                .containsExactly(1, 1, 2, 2);
        assertThat(Codes.of(leaning, Map.of("biome", "mud"))).containsExactly(3, 4);
    }

    @Test
    void aMissingGroupIsNamedWithItsLabels() {
        assertThatThrownBy(() -> Codes.of(weights, Map.of("ancestry", "elf")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{ancestry=elf}")
                .hasMessageContaining("group 'gender', one of [female, male]");
    }

    @Test
    void anUnknownLabelIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Codes.of(weights, Map.of("ancestry", "gnome", "gender", "male")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'gnome'")
                .hasMessageContaining("[elf, orc, human]");
    }
}
