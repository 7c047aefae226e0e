package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.RandomWeights;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.reference.ReferenceGenerator;
import org.junit.jupiter.api.Test;

class BlendsTest {
    private static final Condition BIOMES =
            new Condition(List.of(new Condition.Group("biome", List.of("sand", "ice"), 2)));

    /** Colour is the code itself: the first number is red, the second green. */
    private static GeneratorWeights codeIsColour() {
        Layer layer = new Layer.UpConv(3, 3, Activation.TANH, true);
        GeneratorSpec spec = new GeneratorSpec("ground", 3, BIOMES, List.of(layer), 3, "");
        float[] weight = new float[RandomWeights.of(spec, 1).weight(0).length];
        int perInput = weight.length / 5;
        for (int k = 0; k < 16; k++) {
            // Four of sixteen taps meet in a pixel.
            weight[3 * perInput + k] = 0.25f;
            weight[4 * perInput + 16 + k] = 0.25f;
        }
        return new GeneratorWeights(
                spec,
                Map.of(
                        GeneratorWeights.weightName(0),
                        weight,
                        GeneratorWeights.biasName(0),
                        new float[3],
                        GeneratorWeights.codesName("biome"),
                        new float[] {1, -1, -1, 1}));
    }

    @Test
    void everyStripGoesFromTheLabelOfItsRowToThatOfItsColumn() {
        try (ReferenceGenerator generator = new ReferenceGenerator(codeIsColour())) {
            Blends blends = new Blends(codeIsColour(), generator, 8, 2);

            List<Picture> table = blends.table();

            assertThat(blends.labels()).containsExactly("sand", "ice");
            assertThat(table).hasSize(4);
            float full = (float) Math.tanh(1);
            Picture sandToIce = table.get(1);
            assertThat(sandToIce.width()).isEqualTo(16);
            assertThat(sandToIce.height()).isEqualTo(4);
            assertThat(sandToIce.at(0, 0, 2)).isCloseTo(full, within(0.05f));
            assertThat(sandToIce.at(0, 15, 2)).isCloseTo(-full, within(0.05f));
            for (int x = 1; x < 16; x++) {
                assertThat(sandToIce.at(0, x, 1)).isLessThanOrEqualTo(sandToIce.at(0, x - 1, 1));
                assertThat(table.get(3).at(1, x, 1)).isCloseTo(full, within(1e-5f));
            }
        }
    }

    @Test
    void whatIsNoGroundIsRefused() {
        Layer dense = new Layer.Dense(3, 3, 4, 4, Activation.TANH, true);
        GeneratorWeights face =
                RandomWeights.of(new GeneratorSpec("faces", 3, BIOMES, List.of(dense), 3, ""), 1);

        assertThatThrownBy(() -> new Blends(face, null, 4, 2))
                .hasMessageContaining("found faces (whole pictures, 1 groups)");
    }
}
