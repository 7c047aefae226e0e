package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.RandomWeights;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.reference.ReferenceGenerator;
import org.junit.jupiter.api.Test;

class SampleColoursTest {
    private static final int YELLOW = 0xFFC800;
    private static final int BLACK = 0x000000;

    @Test
    void yellowOnBlackIsYellowOnAMapAndBrownInTheMean() {
        List<Picture> lava = List.of(picture(YELLOW, BLACK, BLACK, BLACK));
        assertThat(SampleColours.seen(lava)).isEqualTo("#ffc800");
        assertThat(SampleColours.mean(lava)).isEqualTo("#403200");
    }

    @Test
    void weightsAreTheLightOfTheStrongestChannel() {
        // 188 of 255 stands for 0.503 of the light, of whatever channel: (255 + 0.503 * 188) /
        // 1.503
        assertThat(SampleColours.seen(List.of(picture(0xFFFFFF, 0xBCBCBC)))).isEqualTo("#e9e9e9");
        assertThat(SampleColours.seen(List.of(picture(0x0000FF, 0xBC0000)))).isEqualTo("#3f00aa");
    }

    @Test
    void aPlainGroundIsItsOwnColour() {
        List<Picture> plain = List.of(picture(0x0A7382, 0x0A7382), picture(0x0A7382));
        assertThat(SampleColours.seen(plain)).isEqualTo("#0a7382");
        assertThat(SampleColours.seen(List.of(picture(BLACK)))).isEqualTo("#000000");
    }

    @Test
    void groundHasAColourPerLabelAndSpritesAreOnNoMap() {
        assertThat(onMaps(new Layer.UpConv(5, 3, Activation.TANH, true)))
                .containsOnlyKeys("ash", "lava")
                .allSatisfy((label, colour) -> assertThat(colour).matches("#[0-9a-f]{6}"));
        assertThat(onMaps(new Layer.Dense(5, 3, 4, 4, Activation.TANH, true))).isEmpty();
    }

    @Test
    void everyPlaceHasAColourOfItsOwn() {
        // What red and green are depends on the region alone: its two channels, times 2, as tanh.
        Condition.Group group =
                new Condition.Group("biome", List.of("ash", "lava"), 1)
                        .at(new Condition.Places(List.of(0, 2), 0));
        GeneratorSpec spec =
                new GeneratorSpec(
                        "tiny",
                        3,
                        2,
                        List.of(),
                        new Condition(List.of(group)),
                        List.of(new Layer.Conv3x3(3, 3, Activation.TANH, true)),
                        3,
                        "");
        float[] weight = new float[3 * 4 * 9];
        weight[4] = 2;
        weight[4 * 9 + 9 + 4] = 2;
        Map<String, float[]> tensors =
                Map.of(
                        "layers.0.weight", weight,
                        "layers.0.bias", new float[] {0, 0, -20},
                        "condition.biome.codes", new float[2],
                        "condition.biome.places", new float[] {20, -20, 0, 20});
        GeneratorWeights weights = new GeneratorWeights(spec, tensors);
        try (Generator generator = new ReferenceGenerator(weights)) {
            Samples samples = new Samples(weights, generator, Map.of(), 2);
            assertThat(SampleColours.ofPlaces(weights, samples))
                    .isEqualTo(Map.of("ash", List.of(), "lava", List.of("#ff0000", "#80ff00")));
        }
    }

    private static Map<String, String> onMaps(Layer layer) {
        Condition condition =
                new Condition(List.of(new Condition.Group("biome", List.of("ash", "lava"), 2)));
        GeneratorWeights weights =
                RandomWeights.of(new GeneratorSpec("tiny", 5, condition, List.of(layer), 3, ""), 1);
        try (Generator generator = new ReferenceGenerator(weights)) {
            return SampleColours.onMaps(weights, new Samples(weights, generator, Map.of(), 2));
        }
    }

    private static Picture picture(int... rgb) {
        float[] values = new float[3 * rgb.length];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < rgb.length; i++) {
                values[c * rgb.length + i] = (rgb[i] >> 16 - 8 * c & 255) / 127.5f - 1;
            }
        }
        return new Picture(3, rgb.length, 1, values);
    }
}
