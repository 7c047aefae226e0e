package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.Layer;
import latentwilds.model.ModelFile;
import latentwilds.model.RandomWeights;
import latentwilds.model.SafeTensors;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Seen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolateErrorsTest {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seeds 4         | --seeds: expected at least two, found [4]",
                "--seeds 4,x       | Invalid value for option '--seeds'",
                "--frames 1        | --frames: expected at least 2, and 1024 pictures at most in",
                "--frames 2000     | --frames: expected at least 2, and 1024 pictures at most in",
                "--frames few      | Invalid value for option '--frames'",
                "--fps 0           | --fps: expected 1 to 50, found 0",
                "--cells 99        | --cells: expected 1 to 32, found 99",
                "--label species=x | No label 'x' in group 'species'",
                "--backend abacus  | Backend: expected one of [auto, "
            })
    void aMistypedOptionValueIsNamed(String option, String message) throws IOException {
        List<Object> args = new ArrayList<>(List.of("--out", folder.resolve("a.png")));
        args.addAll(Arrays.asList(option.split(" ")));

        assertThat(refused(args.toArray())).startsWith(message);
    }

    @Test
    void aPlaceForThePicturesIsAskedFor() throws IOException {
        Path same = folder.resolve("a.png");

        assertThat(refused()).startsWith("interpolate: expected --out, --gif or --apng");
        assertThat(refused("--out", same, "--apng", same)).contains("expected different files");
    }

    @Test
    void picturesThatAreThereAreOverwrittenOnlyWhenAskedTo() throws IOException {
        Path there = Files.writeString(folder.resolve("a.gif"), "mine");

        assertThat(refused("--out", folder.resolve("a.png"), "--gif", there))
                .startsWith(there + ": expected nothing there, found a file");

        Shell.done(args("--gif", there, "--replace"));

        assertThat(Files.size(there)).isGreaterThan(100);
    }

    @Test
    void oneOutputThatCannotBeWrittenLeavesNoneOfThem() throws IOException {
        Path below = Files.writeString(folder.resolve("file"), "in the way").resolve("a.gif");

        assertThat(refused("--out", folder.resolve("new/a.png"), "--gif", below))
                .startsWith(below + ": cannot be written: ")
                .endsWith("Choose another place");
    }

    @Test
    void aTruncatedModelIsNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(model);
        Files.write(model, Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(refused("--out", folder.resolve("a.png")))
                .startsWith(model + ": ")
                .contains("truncated");
    }

    @Test
    void aRunWithoutASnapshotIsNamed() throws IOException {
        Path run =
                RunFolder.create(
                                folder,
                                TrainingOptions.DEFAULTS,
                                new RunFolder.Origin("/data", Map.of(), Seen.NOTHING))
                        .path();
        Path out = folder.resolve("a.png");

        assertThat(
                        Shell.refused(
                                folder,
                                "interpolate",
                                "--run",
                                run,
                                "--seeds",
                                "1,2",
                                "--out",
                                out))
                .isEqualTo(run + ": expected a run with snapshots, found none. Train it first");
        assertThat(Shell.refused(folder, "interpolate", "--seeds", "1,2", "--out", out))
                .contains("--model", "--run");
    }

    private String refused(Object... more) throws IOException {
        return Shell.refused(folder, args(more));
    }

    private Object[] args(Object... more) {
        List<Object> args = new ArrayList<>(List.of("interpolate", "--model", model));
        List<Object> given = Arrays.asList(more);
        if (!given.contains("--seeds")) {
            args.addAll(List.of("--seeds", "1,2"));
        }
        if (!given.contains("--backend")) {
            args.addAll(List.of("--backend", "reference"));
        }
        args.addAll(given);
        return args.toArray();
    }
}
