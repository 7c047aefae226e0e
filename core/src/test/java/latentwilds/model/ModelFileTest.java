package latentwilds.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;
    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve(ModelFile.NAME);
    }

    static List<GeneratorSpec> specs() {
        return List.of(Specs.face(), Specs.field(), Specs.monster(), Specs.perceptron());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aGeneratorComesBackAsItWas(GeneratorSpec spec) throws IOException {
        GeneratorWeights weights = RandomWeights.of(spec, 3);
        ModelFile.write(path, weights, SafeTensors.Type.F32);

        GeneratorWeights read = ModelFile.read(path);

        assertThat(read.spec()).isEqualTo(spec);
        assertThat(read.tensors().keySet()).isEqualTo(weights.tensors().keySet());
        weights.tensors()
                .forEach((name, values) -> assertThat(read.tensors().get(name)).isEqualTo(values));
    }

    @Test
    void halfPrecisionLosesAtMostOneInTwoThousand() throws IOException {
        GeneratorWeights weights = RandomWeights.of(Specs.face(), 4);
        ModelFile.write(path, weights, SafeTensors.Type.F16);

        GeneratorWeights read = ModelFile.read(path);

        weights.tensors()
                .forEach(
                        (name, values) -> {
                            float[] halves = read.tensors().get(name);
                            for (int i = 0; i < values.length; i++) {
                                assertThat(Math.abs(halves[i] - values[i]))
                                        .isLessThanOrEqualTo(Math.abs(values[i]) / 2048 + 1e-7f);
                            }
                        });
    }

    @Test
    void aMissingFileAndFolderAreNamedWithWhatToDo() {
        for (Path missing : List.of(path, folder.resolve("none").resolve(ModelFile.NAME))) {
            assertThatThrownBy(() -> ModelFile.read(missing))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining(missing + ": expected a model file, found nothing")
                    .hasMessageContaining("./train export");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "version, 2, expected 1, found 2",
        "version, '', 'expected 1, found '",
        "format, other, 'expected latentwilds-generator, found other'"
    })
    void anUnknownFormatIsNamed(String key, String value, String message) throws IOException {
        rewrite((tensors, metadata) -> metadata.put(key, value));

        assertRefused("metadata '" + key + "'", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"format", "version", "spec"})
    void missingMetadataIsNamed(String key) throws IOException {
        rewrite((tensors, metadata) -> metadata.remove(key));

        assertRefused("metadata '" + key + "'", "expected", "found n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kind", "latentSize", "condition", "layers", "channels", "trainingHash"})
    void aFieldThatTheSpecLacksIsNamed(String field) throws IOException {
        rewriteSpec(spec -> spec.remove(field));

        assertRefused("metadata 'spec'", field);
    }

    @Test
    void aSpecOfALaterVersionIsNotGuessedAt() throws IOException {
        rewriteSpec(spec -> spec.put("attention", true));
        assertRefused("metadata 'spec'", "attention");

        rewriteSpec(spec -> ((ObjectNode) spec.at("/layers/1")).put("op", "attention"));
        assertRefused("metadata 'spec'", "layers[1]", "attention", "upconv");

        rewriteSpec(spec -> ((ObjectNode) spec.at("/layers/1")).put("activation", "gelu"));
        assertRefused("metadata 'spec'", "layers[1].activation", "gelu", "leaky_relu");

        rewriteSpec(spec -> spec.put("latentSize", "five"));
        assertRefused("metadata 'spec'", "latentSize", "five");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''   | found: No content",
                "null | found: null",
                "5    | found: Cannot construct",
                "[]   | found: Cannot deserialize",
                "{    | found: Unexpected end-of-input"
            })
    void aSpecThatIsNoneIsNamed(String spec, String reason) throws IOException {
        rewrite((tensors, metadata) -> metadata.put("spec", spec));

        assertRefused("metadata 'spec'", "expected a generator", reason);
    }

    @Test
    void aTensorOfAnotherShapeIsNamed() throws IOException {
        rewrite(
                (tensors, metadata) ->
                        tensors.put(
                                "layers.2.weight",
                                new SafeTensors.Tensor(new int[] {4, 5, 3, 3}, new float[180])));

        assertRefused(
                "tensor 'layers.2.weight'", "expected shape [5, 4, 3, 3]", "found [4, 5, 3, 3]");
    }

    @Test
    void aSpecThatDisagreesWithTheTensorsIsNamed() throws IOException {
        rewriteSpec(spec -> ((ObjectNode) spec.at("/layers/0")).put("height", 2_000_000_000));

        assertRefused(
                "tensor 'layers.0.weight'",
                "expected shape [8, 6, 2000000000, 2]",
                "found [8, 6, 3, 2]");
    }

    @Test
    void aMissingAndAnUnknownTensorAreNamed() throws IOException {
        rewrite((tensors, metadata) -> tensors.remove("layers.3.bias"));
        assertRefused("tensor 'layers.3.bias'", "expected shape [4]", "found no such tensor");

        rewrite(
                (tensors, metadata) ->
                        tensors.put(
                                "extra", new SafeTensors.Tensor(new int[] {1}, new float[] {1})));
        assertRefused("tensor 'extra'", "expected only tensors that the spec names");
    }

    @Test
    void weightsThatAreNoNumbersAreNamed() throws IOException {
        rewrite((tensors, metadata) -> tensors.get("layers.1.weight").values()[3] = Float.NaN);

        assertRefused("'layers.1.weight'", "expected finite numbers", "found NaN at index 3");
    }

    @Test
    void anyFlippedBitIsReadOrRefusedAndNothingElse() throws IOException {
        ModelFile.write(path, RandomWeights.of(Specs.monster(), 5), SafeTensors.Type.F16);
        byte[] whole = Files.readAllBytes(path);
        int header = whole[0] & 0xFF | (whole[1] & 0xFF) << 8;
        for (int i = 0; i < 8 + header; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) (1 << i % 7);
            TensorBytes.write(path, damaged);
            try {
                assertThat(ModelFile.read(path).spec()).isNotNull();
            } catch (ModelException e) {
                assertThat(e).hasMessageContaining(path.toString());
            }
        }
    }

    private interface Change {
        void make(Map<String, SafeTensors.Tensor> tensors, Map<String, String> metadata);
    }

    /** A good file of {@link Specs#face} with something changed. */
    private void rewrite(Change change) throws IOException {
        ModelFile.write(path, RandomWeights.of(Specs.face(), 6), SafeTensors.Type.F32);
        SafeTensors good = SafeTensors.read(path);
        Map<String, SafeTensors.Tensor> tensors = new LinkedHashMap<>(good.tensors());
        Map<String, String> metadata = new LinkedHashMap<>(good.metadata());
        change.make(tensors, metadata);
        new SafeTensors(tensors, metadata).write(path, SafeTensors.Type.F32);
    }

    private void rewriteSpec(Consumer<ObjectNode> change) throws IOException {
        ObjectNode spec = JSON.valueToTree(Specs.face());
        change.accept(spec);
        rewrite((tensors, metadata) -> metadata.put("spec", spec.toString()));
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> ModelFile.read(path))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContainingAll(parts);
    }
}
