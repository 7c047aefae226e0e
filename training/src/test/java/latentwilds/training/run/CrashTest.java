package latentwilds.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import latentwilds.training.loop.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writers in processes of their own, ended in the middle of it. */
class CrashTest {
    private static final int VALUES = 1_000_000;

    @TempDir private Path folder;

    /** SIGKILL when the file beside a checkpoint is there, and so many milliseconds later. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void aKilledWriterLeavesACheckpointThatLoads(int moment) throws Exception {
        Path said = folder.resolve("said.txt");
        Process writer = new ProcessBuilder(java()).redirectOutput(said.toFile()).start();
        // Enough are there that old ones are dropped. A writer in one go is never seen at it.
        while (writer.isAlive() && last(said) < 30 && (last(said) < 3 || !writing())) {
            Thread.onSpinWait();
        }
        assertThat(writing()).as("caught in the middle of writing").isTrue();
        Thread.sleep(moment);
        writer.destroyForcibly().waitFor();
        long last = last(said);

        List<String> warnings = new ArrayList<>();
        RunFolder run = new RunFolder(only());
        run.removeParts();
        Checkpoint back = new Snapshots(run).lastGood(warnings::add).orElseThrow();

        assertThat(warnings).isEmpty();
        assertThat(back.step()).isBetween(last, last + 1);
        assertThat(back.arrays().get("g.a"))
                .isEqualTo(MadeUpRun.checkpoint(back.step(), VALUES).arrays().get("g.a"));
        assertThat(run.path().toFile().list()).noneMatch(name -> name.endsWith(".part"));
    }

    /** A limit on the size of a file stands for the disk that is full after so many bytes. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aWriterWithoutRoomSaysSoAndLeavesNothingHalfWritten() throws Exception {
        List<String> limited =
                new ArrayList<>(List.of("bash", "-c", "ulimit -f 1000; exec \"$@\""));
        limited.add("bash");
        limited.addAll(java());
        Process writer = new ProcessBuilder(limited).redirectErrorStream(true).start();
        String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(writer.waitFor()).isEqualTo(1);
        assertThat(said).contains("java.io.IOException: File too large");
        assertThat(only().toFile().list())
                .containsExactlyInAnyOrder(
                        "training_options.json", "run.json", "snapshot-0000000032.safetensors");
    }

    private boolean writing() throws IOException {
        try (Stream<Path> files = Files.list(only())) {
            return files.anyMatch(f -> f.toString().matches(".*checkpoint.*\\.part"));
        }
    }

    private static long last(Path said) throws IOException {
        return Files.readString(said).lines().mapToLong(Long::parseLong).max().orElse(0);
    }

    private List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                MadeUpRun.class.getName(),
                folder.toString(),
                Integer.toString(VALUES));
    }

    private Path only() throws IOException {
        try (Stream<Path> runs = Files.list(folder)) {
            return runs.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }
}
