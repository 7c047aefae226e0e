package latentwilds.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.ModelException;
import latentwilds.model.RandomWeights;
import latentwilds.model.SafeTensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ONNX Runtime makes of an exported graph. */
class OnnxTest {
    private static final GeneratorSpec GROUND =
            new GeneratorSpec(
                    "terrain",
                    3,
                    new Condition(
                            List.of(new Condition.Group("biome", List.of("sand", "snow"), 2))),
                    List.of(
                            new Layer.UpConv(3, 5, Activation.RELU, true),
                            new Layer.Conv3x3(5, 6, Activation.LEAKY_RELU, true),
                            new Layer.Conv3x3(6, 4, Activation.RELU, true),
                            new Layer.UpConv(4, 3, Activation.TANH, true)),
                    3,
                    "c0ffee");

    @TempDir private Path folder;

    static Stream<Exportable> models() {
        return DrawnModels.some();
    }

    @ParameterizedTest
    @MethodSource("models")
    void onnxRuntimeDrawsThePicturesOfTheReference(Exportable model) {
        double difference =
                OnnxCheck.difference(OnnxModel.of(model).toByteArray(), model.weights());

        assertThat(difference).isLessThan(1e-5);
    }

    @Test
    void inputsAndOutputSayWhatMayVary() throws IOException {
        Exporter.write(DrawnModels.of(GROUND, SafeTensors.Type.F32), ExportFormat.ONNX, folder);
        GraphProto graph = read(folder.resolve("generator.onnx")).getGraph();

        assertThat(graph.getInputList().stream().map(OnnxTest::shape))
                .containsExactly("noise [n, 3, rows, columns]", "code [n, 2, rows, columns]");
        assertThat(shape(graph.getOutput(0))).isEqualTo("picture [n, 3, height, width]");

        Exportable vector =
                DrawnModels.of(
                        new GeneratorSpec(
                                "tiny",
                                4,
                                Condition.NONE,
                                List.of(
                                        new Layer.Dense(4, 5, 3, 2, Activation.RELU, true),
                                        new Layer.UpConv(5, 4, Activation.TANH, true)),
                                4,
                                ""),
                        SafeTensors.Type.F32);
        graph = OnnxModel.of(vector).getGraph();
        assertThat(graph.getInputList().stream().map(OnnxTest::shape))
                .containsExactly("noise [n, 4, 1, 1]");
        assertThat(shape(graph.getOutput(0))).isEqualTo("picture [n, 4, 6, 4]");
    }

    @Test
    void creditsAndCodesTravelWithTheGraph() throws IOException {
        Exportable model = DrawnModels.of(GROUND, SafeTensors.Type.F32);
        Exporter.write(model, ExportFormat.ONNX, folder.resolve("new/ground.onnx"));
        ModelProto proto = read(folder.resolve("new/ground.onnx"));

        Map<String, String> metadata =
                proto.getMetadataPropsList().stream()
                        .collect(
                                Collectors.toMap(
                                        StringStringEntryProto::getKey,
                                        StringStringEntryProto::getValue,
                                        (a, b) -> a,
                                        TreeMap::new));
        assertThat(metadata)
                .containsEntry("licence", "CC BY 4.0")
                .containsEntry("credits", "Dots (CC0): Nobody's dots")
                .containsEntry("training_hash", "c0ffee");
        JsonNode snow = new ObjectMapper().readTree(metadata.get("codes")).at("/biome/snow");
        float[] expected = model.weights().code("biome", "snow");
        assertThat(snow).hasSize(2);
        assertThat(snow.get(1).floatValue()).isEqualTo(expected[1]);
        assertThat(proto.getOpsetImport(0).getVersion()).isEqualTo(17);
    }

    @Test
    void halfPrecisionHalvesTheFile() {
        Exportable whole = DrawnModels.of(GROUND, SafeTensors.Type.F32);
        Exportable half = DrawnModels.of(GROUND, SafeTensors.Type.F16);
        int numbers =
                whole.weights().tensors().entrySet().stream()
                        .filter(e -> e.getKey().startsWith("layers"))
                        .mapToInt(e -> e.getValue().length)
                        .sum();

        assertThat(rawBytes(whole)).isEqualTo(4L * numbers);
        assertThat(rawBytes(half)).isEqualTo(2L * numbers);
    }

    private static long rawBytes(Exportable model) {
        return OnnxModel.of(model).getGraph().getInitializerList().stream()
                .filter(t -> t.getName().startsWith("layers"))
                .mapToLong(t -> t.getRawData().size())
                .sum();
    }

    @Test
    void anotherModelsPicturesAreNoticed() {
        byte[] onnx = OnnxModel.of(DrawnModels.of(GROUND, SafeTensors.Type.F32)).toByteArray();

        assertThat(OnnxCheck.difference(onnx, RandomWeights.of(GROUND, 6))).isGreaterThan(0.01);
    }

    @Test
    void aGraphThatIsNoneIsRefused() {
        assertThatThrownBy(() -> OnnxCheck.difference(new byte[99], RandomWeights.of(GROUND, 6)))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("Export to ONNX: expected a graph that ONNX Runtime runs");
    }

    /** Values in the millions: no two orders of summation agree to a ten-thousandth. */
    @Test
    void aModelThatOnnxRuntimeDrawsOtherwiseIsNotExported() {
        GeneratorSpec unbounded =
                new GeneratorSpec(
                        "wild",
                        9,
                        Condition.NONE,
                        List.of(
                                new Layer.UpConv(9, 64, Activation.NONE, false),
                                new Layer.Conv3x3(64, 3, Activation.NONE, false)),
                        3,
                        "");
        GeneratorWeights weights = RandomWeights.of(unbounded, 6);
        for (int i = 0; i < 2; i++) {
            float[] values = weights.weight(i);
            for (int j = 0; j < values.length; j++) {
                values[j] *= 3000;
            }
        }
        Exportable wild =
                new Exportable(weights, DrawnModels.card(unbounded), SafeTensors.Type.F32);

        assertThatThrownBy(
                        () -> Exporter.write(wild, ExportFormat.ONNX, folder.resolve("a/b.onnx")))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(
                        "Export to ONNX: expected the reference backend's pictures from ONNX"
                                + " Runtime, to 1.0E-4, found a difference of ");
        assertThat(folder).isEmptyDirectory();
    }

    private static ModelProto read(Path file) throws IOException {
        return ModelProto.parseFrom(Files.readAllBytes(file));
    }

    private static String shape(ValueInfoProto value) {
        return value.getType().getTensorType().getShape().getDimList().stream()
                .map(d -> d.hasDimValue() ? Long.toString(d.getDimValue()) : d.getDimParam())
                .collect(Collectors.joining(", ", value.getName() + " [", "]"));
    }
}
