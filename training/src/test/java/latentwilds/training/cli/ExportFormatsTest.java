package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.Layer;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelFile;
import latentwilds.model.RandomWeights;
import latentwilds.model.SafeTensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code export --model}, in every format. */
class ExportFormatsTest {
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
        model = Files.createDirectory(folder.resolve("model"));
        ModelFile.write(
                model.resolve(ModelFile.NAME), RandomWeights.of(SPEC, 1), SafeTensors.Type.F32);
        new ModelCard(
                        "tiny",
                        "Tiny",
                        "",
                        null,
                        "CC0",
                        "",
                        "",
                        96,
                        0,
                        "2026-01-02",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "")
                .write(model.resolve(ModelCard.NAME));
    }

    @ParameterizedTest
    @CsvSource({
        "safetensors, new/out, new/out/generator.safetensors new/out/card.json new/out/samples.png",
        "pytorch, new/out, new/out/state_dict.safetensors new/out/state_dict.py",
        "pytorch, new/a.safetensors, new/a.safetensors new/a.py",
        "onnx, new/out, new/out/generator.onnx",
        "ONNX, a.onnx, a.onnx"
    })
    void everyFormatIsWrittenWhereItIsWanted(String format, String out, String files)
            throws IOException {
        String said = Shell.done(args("--format", format, "--out", folder.resolve(out), "--json"));

        JsonNode answer =
                new ObjectMapper().readTree(said.lines().reduce((a, b) -> b).orElseThrow());
        List<String> expected =
                Stream.of(files.split(" ")).map(f -> folder.resolve(f).toString()).toList();
        assertThat(answer.path("files").findValuesAsText("")).isEmpty();
        assertThat(answer.path("files")).extracting(JsonNode::asText).isEqualTo(expected);
        assertThat(answer.path("model").asText()).isEqualTo(expected.get(0));
        assertThat(answer.path("imagesSeen").asInt()).isEqualTo(96);
        assertThat(answer.path("bytes").asLong()).isEqualTo(Files.size(Path.of(expected.get(0))));
        assertThat(expected).allSatisfy(f -> assertThat(Path.of(f)).isNotEmptyFile());
        if (format.equalsIgnoreCase("onnx")) {
            assertThat(answer.path("maxDifference").asDouble()).isBetween(0.0, 1e-4);
        }
    }

    @Test
    void allFormatsFitIntoOneFolder() {
        for (String format : List.of("safetensors", "pytorch", "onnx")) {
            Shell.done(args("--format", format, "--out", folder.resolve("all"), "--fp16"));
        }

        assertThat(folder.resolve("all").toFile().list())
                .containsExactlyInAnyOrder(
                        "generator.safetensors",
                        "card.json",
                        "samples.png",
                        "state_dict.safetensors",
                        "state_dict.py",
                        "generator.onnx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"safetensors", "pytorch", "onnx"})
    void nothingIsOverwrittenUnlessAskedTo(String format) throws IOException {
        Path out = folder.resolve("out");
        Shell.done(args("--format", format, "--out", out));

        assertThat(export("--format", format, "--out", out))
                .startsWith(out + "/")
                .contains("expected nothing there, found a file");
        Shell.done(args("--format", format, "--out", out, "--replace"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"safetensors", "pytorch", "onnx"})
    void badModelsAndPlacesAreNamedInEveryFormat(String format) throws IOException {
        Path out = folder.resolve("deep/out");
        Path file = model.resolve(ModelFile.NAME);
        byte[] whole = Files.readAllBytes(file);

        Path inTheWay = Files.writeString(folder.resolve("file"), "in the way");
        assertThat(export("--format", format, "--out", inTheWay.resolve("below")))
                .startsWith(inTheWay.resolve("below") + ": cannot be written: ")
                .endsWith("Choose another --out");

        byte[] damaged = whole.clone();
        damaged[damaged.length - 40] ^= 1;
        Files.write(file, damaged);
        assertThat(export("--format", format, "--out", out))
                .startsWith(file + ": __metadata__.content_sha256: expected ");

        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThat(export("--format", format, "--out", out)).startsWith(file + ": data: expected");

        Files.write(file, whole);
        Files.delete(model.resolve(ModelCard.NAME));
        assertThat(export("--format", format, "--out", out))
                .startsWith(model.resolve(ModelCard.NAME) + ": expected a model card");

        Files.delete(file);
        assertThat(export("--format", format, "--out", out))
                .startsWith(file + ": expected a model file, found nothing");
    }

    @Test
    void whatContradictsItselfIsNamed() throws IOException {
        Path out = folder.resolve("out");
        assertThat(export("--out", out, "--snapshot", 8))
                .startsWith("--snapshot 8: expected --run with it");
        assertThat(export("--out", out, "--run", folder))
                .isEqualTo("export: expected --run or --model, found both");
        assertThat(Shell.refused(folder, "export", "--out", out))
                .isEqualTo("export: expected --run or --model, found neither");
        assertThat(export("--out", folder.resolve("a.safetensors")))
                .startsWith("--out " + folder.resolve("a.safetensors") + ": expected a folder")
                .endsWith("Give a folder, or --format pytorch");
        assertThat(export("--out", out, "--format", "pickle"))
                .contains("--format", "pickle", "SAFETENSORS, PYTORCH, ONNX");
        assertThat(export("--out", out, "--anchor", "people=x"))
                .isEqualTo("--anchor people: expected seeds like 4,7,22, found 'x'");
    }

    private String export(Object... more) throws IOException {
        return Shell.refused(folder, args(more));
    }

    private Object[] args(Object... more) {
        Object[] fixed = {"export", "--model", model};
        return Stream.of(fixed, more).flatMap(Stream::of).toArray();
    }

    @Test
    void labelsAndCreditsAreNotLostOnTheWayThroughASecondExport() {
        Path first = folder.resolve("first");
        Shell.done(args("--out", first));
        Shell.done("export", "--model", first, "--out", folder.resolve("second"));

        Map<String, String> metadata =
                SafeTensors.read(folder.resolve("second").resolve(ModelFile.NAME)).metadata();
        assertThat(metadata).containsEntry("licence", "CC0").containsEntry("title", "Tiny");
        assertThat(metadata.get("spec")).contains("\"labels\":[\"bat\",\"newt\"]");
    }
}
