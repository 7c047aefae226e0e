package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import latentwilds.training.Fixtures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumeErrorsTest {
    @TempDir private Path folder;
    private TinyModel trained;
    private Path run;

    @BeforeAll
    void train(@TempDir Path shared) throws IOException {
        trained = TinyModel.make(shared);
    }

    /** Every test has its own copy of the run, to damage it. */
    @BeforeEach
    void copy() throws IOException {
        run = Files.createDirectories(folder.resolve("case-" + System.nanoTime()));
        try (Stream<Path> files = Files.list(trained.run())) {
            for (Path file : files.toList()) {
                Files.copy(file, run.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void aTruncatedCheckpointIsPassedOverForTheOneBefore() throws IOException {
        Path checkpoint = run.resolve("checkpoint-0000000008.safetensors");
        truncate(checkpoint);
        Files.write(run.resolve("fakes0000000008.png.part"), new byte[3]);

        Shell.Result result = Shell.run("resume", run);

        assertThat(result.code()).isZero();
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .startsWith("warning: " + checkpoint + ": data: expected ")
                .endsWith("going on from the checkpoint before");
        assertThat(result.out()).contains("Going on after 4 images", "Done.");
        assertThat(Files.readAllLines(run.resolve("stats.jsonl"))).hasSize(2);
        assertThat(run.toFile().list())
                .contains("checkpoint-0000000008.safetensors.damaged")
                .noneMatch(name -> name.endsWith(".part"));
        assertThat(Shell.done("resume", run)).contains("Going on after 8 images");
    }

    @Test
    void aRunWithoutAWholeCheckpointIsNotResumed() throws IOException {
        truncate(run.resolve("checkpoint-0000000008.safetensors"));
        truncate(run.resolve("checkpoint-0000000004.safetensors"));

        Shell.Result result = Shell.run("resume", run);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .startsWith("error: " + run.resolve("checkpoint-0000000004.safetensors"))
                .endsWith("the run has no other checkpoint, start a new one");
    }

    @Test
    void aRunThatCannotBeWrittenToIsNamed() throws IOException {
        Files.delete(run.resolve("run.lock"));
        Files.createDirectory(run.resolve("run.lock"));

        Shell.Result result = Shell.run("resume", run);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("error: " + run + ": expected a run that can be written to, found: ")
                .endsWith("free space, or copy the run elsewhere" + System.lineSeparator());
    }

    @Test
    void aCheckpointThatCannotBeWrittenLeavesTheOneBeforeAndSaysSo() throws IOException {
        Path last = run.resolve("checkpoint-0000000008.safetensors");
        Path before = run.resolve("checkpoint-0000000004.safetensors");
        Files.delete(last);
        Fixtures.write(run.resolve(last.getFileName() + ".part/in the way"), new byte[1]);
        byte[] whole = Files.readAllBytes(before);

        Shell.Result result = Shell.run("resume", run);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("error: " + run + ": cannot be written: ")
                .contains("then ./train resume " + run)
                .contains("(last good checkpoint: checkpoint-0000000004.safetensors)");
        assertThat(before).hasBinaryContent(whole);
        assertThat(last).doesNotExist();
    }

    private static void truncate(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
    }
}
