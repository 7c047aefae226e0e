package latentwilds.training.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.SafeTensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The names and shapes that PyTorch's own modules have. */
class StateDictTest {
    private static final GeneratorSpec FACE =
            new GeneratorSpec(
                    "faces",
                    5,
                    new Condition(
                            List.of(
                                    new Condition.Group("ancestry", List.of("elf", "orc"), 2),
                                    new Condition.Group("gender", List.of("a", "b", "c"), 1))),
                    List.of(
                            new Layer.Dense(5, 6, 3, 2, Activation.RELU, true),
                            new Layer.UpConv(6, 4, Activation.NONE, true),
                            new Layer.Conv3x3(4, 7, Activation.LEAKY_RELU, false),
                            new Layer.Conv3x3(7, 4, Activation.TANH, true)),
                    4,
                    "c0ffee");

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(SafeTensors.Type.class)
    void everyTensorHasTheNameShapeAndNumbersOfItsModule(SafeTensors.Type type) {
        Exportable model = DrawnModels.of(FACE, type);
        Exporter.write(model, ExportFormat.PYTORCH, folder);

        Map<String, SafeTensors.Tensor> read =
                SafeTensors.read(folder.resolve("state_dict.safetensors")).tensors();

        assertThat(read)
                .containsOnlyKeys(
                        "0.weight",
                        "0.bias",
                        "2.weight",
                        "2.bias",
                        "4.weight",
                        "4.bias",
                        "6.weight",
                        "6.bias",
                        "codes.0.weight",
                        "codes.1.weight");
        // ConvTranspose2d: inputs first; Conv2d: outputs first; the code's 3 channels come last.
        assertThat(read.get("0.weight").shape()).containsExactly(5 + 3, 6, 3, 2);
        assertThat(read.get("2.weight").shape()).containsExactly(6 + 3, 4, 4, 4);
        assertThat(read.get("4.weight").shape()).containsExactly(7, 4, 3, 3);
        assertThat(read.get("6.weight").shape()).containsExactly(4, 7 + 3, 3, 3);
        assertThat(read.get("4.bias").shape()).containsExactly(7);
        assertThat(read.get("codes.0.weight").shape()).containsExactly(2, 2);
        assertThat(read.get("codes.1.weight").shape()).containsExactly(3, 1);
        GeneratorWeights weights = model.weights();
        for (int i = 0; i < 4; i++) {
            assertThat(read.get(2 * i + ".weight").values()).isEqualTo(weights.weight(i));
            assertThat(read.get(2 * i + ".bias").values()).isEqualTo(weights.bias(i));
        }
        float[] codes = read.get("codes.1.weight").values();
        assertThat(codes[1]).isEqualTo(weights.code("gender", "b")[0]);
    }

    @Test
    void accentsAndPlacesAreThere() {
        Condition.Group group =
                new Condition.Group(
                        "biome",
                        List.of("mud", "sand"),
                        2,
                        true,
                        new Condition.Places(List.of(3, 1), 0.5f));
        GeneratorSpec ground =
                new GeneratorSpec(
                        "terrain",
                        4,
                        3,
                        List.of(),
                        new Condition(List.of(group)),
                        List.of(new Layer.UpConv(4, 3, Activation.TANH, true)),
                        3,
                        "");
        Exportable model = DrawnModels.of(ground, SafeTensors.Type.F32);
        Exporter.write(model, ExportFormat.PYTORCH, folder);

        Map<String, SafeTensors.Tensor> read =
                SafeTensors.read(folder.resolve("state_dict.safetensors")).tensors();

        assertThat(read.get("accents.0").shape()).containsExactly(2, 3, 2);
        assertThat(Arrays.copyOfRange(read.get("accents.0").values(), 6, 12))
                .isEqualTo(model.weights().accent("biome", "sand"));
        assertThat(read.get("places_0").shape()).containsExactly(4, 3);
        assertThat(Arrays.copyOfRange(read.get("places_0").values(), 9, 12))
                .isEqualTo(model.weights().places("biome", "sand").get(0));
    }

    @Test
    void theMetadataTellHowToRebuildTheModule() throws IOException {
        Exporter.write(
                DrawnModels.of(FACE, SafeTensors.Type.F32),
                ExportFormat.PYTORCH,
                folder.resolve("face.safetensors"));

        Map<String, String> metadata =
                SafeTensors.read(folder.resolve("face.safetensors")).metadata();
        ObjectMapper json = new ObjectMapper();
        JsonNode spec = json.readTree(metadata.get("spec"));
        assertThat(spec.at("/layers/0/op").asText()).isEqualTo("dense");
        assertThat(spec.at("/layers/2/activation").asText()).isEqualTo("leaky_relu");
        assertThat(spec.at("/condition/groups/0/labels/1").asText()).isEqualTo("orc");
        assertThat(json.readTree(metadata.get("card")).at("/licence").asText())
                .isEqualTo("CC BY 4.0");
        assertThat(metadata)
                .containsEntry("format", "pt")
                .containsEntry("credits", "Dots (CC0): Nobody's dots")
                .containsEntry("training_hash", "c0ffee");
    }

    @Test
    void aLoaderLiesBesideTheWeightsUnderTheirName() throws IOException {
        Exporter.write(
                DrawnModels.of(FACE, SafeTensors.Type.F32),
                ExportFormat.PYTORCH,
                folder.resolve("new/face.safetensors"));

        assertThat(folder.resolve("new").toFile().list())
                .containsExactlyInAnyOrder("face.safetensors", "face.py");
        assertThat(Files.readString(folder.resolve("new/face.py")))
                .contains("class Generator(nn.Sequential)", "def load(path)");
    }
}
