package latentwilds.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
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
