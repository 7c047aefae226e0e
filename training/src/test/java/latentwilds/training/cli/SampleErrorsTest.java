package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.Layer;
import latentwilds.model.ModelFile;
import latentwilds.model.RandomWeights;
import latentwilds.model.SafeTensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleErrorsTest {
    private static final GeneratorSpec SPEC =
            new GeneratorSpec(
                    "tiny",
                    8,
                    new Condition(
                            List.of(new Condition.Group("species", List.of("bat", "newt"), 4))),
                    List.of(
                            new Layer.Dense(8, 6, 4, 4, Activation.RELU, true),
                            new Layer.UpConv(6, 4, Activation.TANH, true)),
                    4,
                    "");

    @TempDir private Path folder;
    private Path model;

    @BeforeEach
    void write() throws IOException {
        model = folder.resolve(ModelFile.NAME);
        ModelFile.write(model, RandomWeights.of(SPEC, 1), SafeTensors.Type.F32);
    }

    @Test
    void aWholeModelIsSampled() {
        Path out = folder.resolve("deep/out");

        Shell.done(args("--seeds", "9-12", "--out-dir", out, "--label", "species=newt"));

        assertThat(out.toFile().list())
                .containsExactlyInAnyOrder(
                        "seed0009.png", "seed0010.png", "seed0011.png", "seed0012.png");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0005, 0.02, 0.5, 0.999})
    void aTruncatedModelIsNamed(double kept) throws IOException {
        byte[] bytes = Files.readAllBytes(model);
        Files.write(model, Arrays.copyOf(bytes, (int) (bytes.length * kept)));

        assertThat(sample("--out", folder.resolve("a.png")))
                .startsWith(model + ": ")
                .contains("expected ", "found ", "copy");
    }

    @Test
    void aMissingModelIsNamed() throws IOException {
        Files.delete(model);

        assertThat(sample("--out", folder.resolve("a.png")))
                .isEqualTo(
                        model
                                + ": expected a model file, found nothing. Export one with ./train"
                                + " export");
    }

    @Test
    void aSpecThatDisagreesWithItsTensorsIsNamed() throws IOException {
        SafeTensors content = SafeTensors.read(model);
        Map<String, SafeTensors.Tensor> tensors = new LinkedHashMap<>(content.tensors());
        float[] weight = tensors.get("layers.1.weight").values();
        tensors.put("layers.1.weight", new SafeTensors.Tensor(new int[] {4, 10, 4, 4}, weight));
        new SafeTensors(tensors, content.metadata()).write(model, SafeTensors.Type.F32);

        assertThat(sample("--out", folder.resolve("a.png")))
                .isEqualTo(
                        model
                                + ": tensor 'layers.1.weight': expected shape [10, 4, 4, 4] (from"
                                + " the spec), found [4, 10, 4, 4]; export the model again");
    }

    @Test
    void weightsThatAreNotNumbersAreNamed() throws IOException {
        SafeTensors content = SafeTensors.read(model);
        content.tensors().get("layers.0.bias").values()[3] = Float.NaN;
        content.write(model, SafeTensors.Type.F32);

        assertThat(sample("--out", folder.resolve("a.png")))
                .startsWith(
                        model
                                + ": Tensor 'layers.0.bias': expected finite numbers, found NaN at"
                                + " index 3");
    }

    @Test
    void anUnknownFormatVersionIsNamed() throws IOException {
        SafeTensors content = SafeTensors.read(model);
        Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
        metadata.put("version", "99");
        new SafeTensors(content.tensors(), metadata).write(model, SafeTensors.Type.F32);

        assertThat(sample("--out", folder.resolve("a.png")))
                .startsWith(model + ": metadata 'version': expected 1, found 99; ")
                .contains("export it again");
    }

    @Test
    void oneSeedIsOnePicture() throws IOException {
        Path out = folder.resolve("one");

        Shell.done(args("--seeds", "7", "--out-dir", out));

        assertThat(out.toFile().list()).containsExactly("seed0007.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5-", "9-2", "a-b", "-1-4", "1-2-3", "0-99999999999999999", "1e2-1e3", ""})
    void aBadRangeOfSeedsIsNamed(String seeds) throws IOException {
        assertThat(sample("--out", folder.resolve("a.png"), "--seeds=" + seeds))
                .startsWith("--seeds: expected ")
                .endsWith("found '" + seeds + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "--cells, 0, '--cells: expected 1 to 32, found 0'",
        "--cells, 1000000, '--cells: expected 1 to 32, found 1000000'",
        "--cells, few, 'Invalid value for option ''--cells'''",
        "--backend, abacus, 'Backend: expected one of [auto, '",
        "--label, species, 'Value for option option ''--label'''",
        "--label, species=crow, 'No label ''crow'' in group ''species''; it has [bat, newt]'",
        "--label, biome=sand, 'No label group ''biome''; this model has [species]'"
    })
    void aMistypedOptionValueIsNamed(String option, String value, String message)
            throws IOException {
        assertThat(sample("--out", folder.resolve("a.png"), option, value)).startsWith(message);
    }

    @Test
    void aPlaceForThePicturesIsAskedFor() throws IOException {
        assertThat(sample())
                .isEqualTo("sample: expected --out PNG or --out-dir DIR, found neither");
    }

    @Test
    void picturesThatAreThereAreOverwrittenOnlyWhenAskedTo() throws IOException {
        Path sheet = Files.write(folder.resolve("sheet.png"), new byte[] {1, 2, 3});
        Path single = Files.createDirectory(folder.resolve("single"));
        Path mine = Files.write(single.resolve("seed0001.png"), new byte[] {4, 5});

        assertThat(sample("--out", sheet)).startsWith(sheet + ": expected nothing there, found a");
        assertThat(sample("--out", single)).startsWith(single + ": expected a file or nothing");
        assertThat(sample("--seeds", "0-1", "--out-dir", single))
                .startsWith(mine + ": expected nothing there, found a file")
                .contains("nothing was overwritten. Give --replace or another place");

        Shell.done(args("--seeds", "0-1", "--out", sheet, "--out-dir", single, "--replace"));

        assertThat(Files.size(sheet)).isGreaterThan(100);
        assertThat(Files.size(mine)).isGreaterThan(100);
    }

    @Test
    void anOutputBelowAFileCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Path below = file.resolve("deep/a.png");

        assertThat(sample("--out", below))
                .startsWith(below + ": cannot be written: ")
                .endsWith("Choose another place");
        assertThat(sample("--out-dir", below)).startsWith(below + ": cannot be written: ");
        assertThat(sample("--out", folder.resolve("new/a.png"), "--out-dir", below))
                .startsWith(below + ": cannot be written: ");
    }

    private String sample(Object... more) throws IOException {
        return Shell.refused(folder, args(more));
    }

    private Object[] args(Object... more) {
        boolean backend = Arrays.asList(more).contains("--backend");
        Object[] fixed = {"sample", "--model", folder.resolve(ModelFile.NAME)};
        Object[] plain = backend ? new Object[0] : new Object[] {"--backend", "reference"};
        return Stream.of(fixed, plain, more).flatMap(Stream::of).toArray();
    }
}
