package latentwilds.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelFile;
import latentwilds.model.RandomWeights;
import latentwilds.model.SafeTensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlendsTest {
    private static final GeneratorSpec SPEC =
            new GeneratorSpec(
                    "terrain",
                    3,
                    new Condition(
                            List.of(
                                    new Condition.Group(
                                            "biome", List.of("grass", "sand", "wood"), 2))),
                    List.of(new Layer.UpConv(3, 3, Activation.TANH, true)),
                    3,
                    "");

    @TempDir Path folder;

    @Test
    void aLabelBecomesAMixOfLearnedOnesAndTheOthersStay() {
        GeneratorWeights learned = RandomWeights.of(SPEC, 1);
        GeneratorWeights mixed =
                Blends.parse(Map.of("wood", "wood:0.9,grass:0.4,sand:-0.3", "sand", "wood:1"))
                        .of(learned);
        for (int i = 0; i < 2; i++) {
            float wood = learned.code("biome", "wood")[i];
            float grass = learned.code("biome", "grass")[i];
            float sand = learned.code("biome", "sand")[i];
            assertThat(mixed.code("biome", "wood")[i])
                    .isCloseTo(0.9f * wood + 0.4f * grass - 0.3f * sand, within(1e-6f));
            assertThat(mixed.code("biome", "sand")[i]).isEqualTo(wood);
            assertThat(mixed.code("biome", "grass")[i]).isEqualTo(grass);
        }
        assertThat(mixed.weight(0)).isEqualTo(learned.weight(0));
    }

    @Test
    void accentsAreMixedLikeCodes() {
        GeneratorSpec spec =
                new GeneratorSpec(
                        "terrain",
                        3,
                        2,
                        List.of(),
                        new Condition(
                                List.of(
                                        new Condition.Group(
                                                "biome", List.of("grass", "sand"), 2, true, null))),
                        SPEC.layers(),
                        3,
                        "");
        GeneratorWeights learned = RandomWeights.of(spec, 1);

        GeneratorWeights mixed = Blends.parse(Map.of("sand", "sand:0.75,grass:0.25")).of(learned);

        for (int i = 0; i < 4; i++) {
            float sand = learned.accent("biome", "sand")[i];
            float grass = learned.accent("biome", "grass")[i];
            assertThat(mixed.accent("biome", "sand")[i])
                    .isCloseTo(0.75f * sand + 0.25f * grass, within(1e-6f));
            assertThat(mixed.accent("biome", "grass")[i]).isEqualTo(grass);
        }
    }

    @Test
    void whatIsNoBlendIsRefused() {
        refused("wood:0.9", "add up to 1", "0.9");
        refused("wood", "grass:0.4", "'wood'");
        refused("wood:much,grass:1", "grass:0.4", "'wood:much,grass:1'");
        refused("wood:1,", "grass:0.4", "'wood:1,'");
        assertThatThrownBy(
                        () -> Blends.parse(Map.of("wood", "moss:1")).of(RandomWeights.of(SPEC, 1)))
                .hasMessageContaining("No label 'moss'");
    }

    private static void refused(String shares, String... words) {
        assertThatThrownBy(() -> Blends.parse(Map.of("wood", shares)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("--blend wood", words[0], words[1]);
    }

    @Test
    void theCardSaysSoAndNobodyBlendsTwice() throws Exception {
        Path model = folder.resolve("terrain");
        Exporter.write(DrawnModels.of(SPEC, SafeTensors.Type.F32), ExportFormat.SAFETENSORS, model);
        Naming naming = new Naming(null, null, Map.of(), Blends.parse(Map.of("wood", "grass:1")));
        Exportable blended = Exportable.ofModel(model, SafeTensors.Type.F32, naming);
        assertThat(blended.card().blends()).isEqualTo(Map.of("wood", Map.of("grass", 1.0)));
        assertThat(blended.weights().code("biome", "wood"))
                .isEqualTo(ModelFile.read(model.resolve(ModelFile.NAME)).code("biome", "grass"));
        assertThat(blended.card().meanColours().get("wood")).matches("#[0-9a-f]{6}");

        Path second = folder.resolve("second");
        Exporter.write(blended, ExportFormat.SAFETENSORS, second);
        assertThat(ModelCard.read(second.resolve(ModelCard.NAME)).blends())
                .isEqualTo(blended.card().blends());
        assertThatThrownBy(() -> Exportable.ofModel(second, SafeTensors.Type.F32, naming))
                .hasMessageContaining("--blend wood")
                .hasMessageContaining("{grass=1.0}");
    }

    @Test
    void anchorsOfSpritesGetTheirColoursAndThoseOfGroundNone() throws Exception {
        GeneratorSpec sprites =
                new GeneratorSpec(
                        "monsters",
                        3,
                        Condition.NONE,
                        List.of(new Layer.Dense(3, 4, 8, 8, Activation.TANH, false)),
                        4,
                        "");
        Naming naming = new Naming(null, null, Map.of("people", List.of(4L, 7L)), Blends.NONE);
        for (GeneratorSpec spec : List.of(sprites, SPEC)) {
            Path model = folder.resolve("anchored-" + spec.kind());
            Exporter.write(
                    DrawnModels.of(spec, SafeTensors.Type.F32), ExportFormat.SAFETENSORS, model);
            ModelCard card = Exportable.ofModel(model, SafeTensors.Type.F32, naming).card();
            if (spec.spatial()) {
                assertThat(card.anchorColours()).isEmpty();
            } else {
                assertThat(card.anchorColours().get("people")).hasSize(2);
                assertThat(card.anchorColours().get("people").get(1)).hasSize(2);
            }
        }
    }
}
