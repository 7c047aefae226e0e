package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import latentwilds.training.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainErrorsTest {
    @TempDir private Path folder;
    private Path dataset;
    private Path config;
    private Path runs;

    @BeforeEach
    void prepare() throws IOException {
        dataset = TinyModel.dataset(folder);
        config = Fixtures.config(folder.resolve("tiny.json"));
        runs = folder.resolve("runs");
    }

    @Test
    void aDryRunPrintsEveryOptionAndWritesNothing() throws IOException {
        var before = Fixtures.tree(folder);

        String said = Shell.done(args("--dry-run", "--set", "images=2e5", "--set", "seed=7"));

        assertThat(said).contains("\"images\" : 200000", "\"seed\" : 7", "\"emaDecay\" : 0.998");
        assertThat(Fixtures.tree(folder)).isEqualTo(before);

        String json = Shell.done(args("--dry-run", "--json", "--set", "seed=7"));

        assertThat(json.strip().lines().reduce((a, b) -> b).orElseThrow())
                .startsWith("{\"kind\":\"tiny\",\"size\":16,")
                .contains("\"seed\":7");
    }

    @Test
    void anUnknownConfigurationKeyIsAnsweredWithTheKnownOnes() throws IOException {
        Files.writeString(config, "{\"bach\": 4}");

        assertThat(train())
                .startsWith(
                        config
                                + ": unknown key 'bach'; known keys are [kind, size, channels,"
                                + " generator");
        assertThat(train("--set", "bach=4")).startsWith(config + ": unknown key 'bach'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "batch=many | 'batch': expected a whole number, found \"many\"",
                "batch=4 px | 'batch': expected a whole number, found \"4 px\"",
                "batch=4.5 | 'batch': expected a whole number, found 4.5",
                "batch=1 | Option 'batch': expected at least 2, found 1",
                "augment.mirror=perhaps | 'augment.mirror': expected true or false, found",
                "generator.upsampling=bilinear | not one of the values accepted for Enum class: [",
                "generator.widths=12 | 'generator.widths': Cannot deserialize value",
                "optimiser.emaDecay=2 | Option 'optimiser.emaDecay': expected 0 to 1, found 2",
                "size=48 | Option 'size': expected 16 (from generator.start and generator.widths),"
                        + " found 48",
                "loss.gamma=4 | unknown key 'loss.gamma'; known keys are [",
                "bach=4 | unknown key 'bach'; known keys are [",
                "seed=nil | 'seed': expected a whole number, found \"nil\"",
                "batch | expected key=value"
            })
    void aMistypedOptionValueIsNamed(String override, String message) throws IOException {
        assertThat(train("--set", override)).contains("--set " + override).contains(message);
    }

    @Test
    void nullIsNoValue() throws IOException {
        Shell.Result result = Shell.run(args("--set", "batch=null"));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().strip())
                .isEqualTo(
                        "error: --set batch=null: key 'batch': expected a value, found null; leave"
                                + " the key out for the default");
        assertThat(runs).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | expected options as a JSON object, found ARRAY",
                "'' | expected options as a JSON object, found MISSING",
                "{\"batch\": 4 | expected JSON, found: Unexpected end-of-input",
                "{\"batch\": 4, \"batch\": 8} | expected JSON, found: Duplicate field 'batch'",
                "{\"batch\": 4} 5 | expected JSON, found: "
            })
    void aConfigurationThatIsNoneIsNamed(String text, String message) throws IOException {
        Files.writeString(config, text);

        assertThat(train()).startsWith(config + ": " + message);
    }

    @Test
    void aMissingConfigurationIsNamed() throws IOException {
        Files.delete(config);

        assertThat(train()).startsWith(config + ": expected a configuration, found no file");
    }

    @Test
    void aFolderWithoutADatasetIsNamed() throws IOException {
        Files.delete(dataset.resolve("dataset.json"));

        assertThat(train())
                .isEqualTo(
                        dataset
                                + ": expected a prepared data set, found no dataset.json. Make one"
                                + " with ./train prepare");
        dataset = Files.writeString(folder.resolve("art.zip"), "a file");
        assertThat(train())
                .isEqualTo(
                        dataset
                                + ": expected the folder of a prepared data set, found a file. Make"
                                + " one with ./train prepare --from "
                                + dataset);
        dataset = folder.resolve("nowhere");
        assertThat(train()).startsWith(dataset + ": expected a prepared data set");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\" : 1 | \"version\" : 99 | version: expected 1, found 99",
                "\"size\" : 16 | \"size\" : 0 | size: expected a positive number, found 0",
                "\"channels\" : 4 | \"channels\" : 2 | channels: expected 3 or 4, found 2",
                "\"labels\" : | \"label\" : | unknown key 'entries.0.label'",
                "\"TRAIN\" | \"TRIAN\" | not one of the values accepted"
            })
    void aDamagedManifestIsNamed(String from, String to, String message) throws IOException {
        Path manifest = dataset.resolve("dataset.json");
        Files.writeString(manifest, Files.readString(manifest).replace(from, to));

        assertThat(train())
                .startsWith(manifest.toString())
                .contains(message)
                .endsWith("Prepare the data set again");
    }

    @Test
    void aDamagedImageIsNamedBeforeARunIsMade() throws IOException {
        String text = Files.readString(dataset.resolve("dataset.json"));
        String name = text.replaceAll("(?s).*\"file\" : \"([^\"]*)\"[^}]*}[^}]*TRAIN.*", "$1");
        Path image = dataset.resolve(name);
        Fixtures.write(image, Fixtures.image(8, 8, 1));
        assertThat(train())
                .startsWith(image + ": expected 16 x 16 pixels, found 8 x 8. Prepare the data");

        Files.write(image, new byte[4]);
        assertThat(train()).startsWith(image + ": expected an image, found something else");

        Files.delete(image);
        assertThat(train()).startsWith(image + ": there is no " + image);
    }

    @Test
    void anUnlabelledDatasetDoesNotFitAConditionalGenerator() throws IOException {
        Path plain = folder.resolve("plain");
        Path images = folder.resolve("images");
        Shell.done("prepare", "--from", images, "--out", plain, "--size", 16);
        dataset = plain;

        assertThat(train())
                .isEqualTo(
                        "Option 'generator.codes': expected one of the data set's groups [], found"
                                + " species");
    }

    @Test
    void aDatasetOfAnotherSizeOrFormatIsNamed() throws IOException {
        assertThat(train("--set", "channels=3"))
                .isEqualTo(
                        dataset
                                + ": expected 16 px with 3 channels (from the configuration), found"
                                + " 16 px with 4. Prepare it with --size and --channels, or choose"
                                + " another configuration");
    }

    @Test
    void anOutputBelowAFileCannotBeWritten() throws IOException {
        runs = Files.writeString(folder.resolve("file"), "in the way").resolve("runs");

        assertThat(train())
                .startsWith(runs + ": expected a folder that runs can be written to, found: ")
                .endsWith("Choose another --out");
    }

    private String train(Object... more) throws IOException {
        return Shell.refused(folder, args(more));
    }

    private Object[] args(Object... more) {
        Object[] fixed = {"train", "--config", config, "--data", dataset, "--out", runs};
        return Stream.concat(Stream.of(fixed), Stream.of(more)).toArray();
    }
}
