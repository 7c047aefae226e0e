package latentwilds.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import latentwilds.training.Fixtures;
import latentwilds.training.loop.TrainingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final RunFolder.Origin ORIGIN =
            new RunFolder.Origin(
                    "/data/set", Map.of("species", List.of("bat", "newt")), Seen.NOTHING);
    @TempDir private Path folder;

    @Test
    void runsAreNumberedAndNeverOverwritten() throws IOException {
        RunFolder first = create();
        Map<String, String> before = Fixtures.tree(first.path());
        Files.createDirectory(folder.resolve("00006-other"));

        RunFolder second = create();

        assertThat(first.path()).hasFileName("00000-monsters-32px-b32-seed0");
        assertThat(second.path()).hasFileName("00007-monsters-32px-b32-seed0");
        assertThat(Fixtures.tree(first.path())).isEqualTo(before);
    }

    @Test
    void aRunSaysWhatItWasStartedWith() {
        RunFolder run = RunFolder.open(create().path());

        assertThat(run.options()).isEqualTo(TrainingOptions.DEFAULTS);
        assertThat(run.origin()).isEqualTo(ORIGIN);
    }

    @Test
    void aLogGrowsByALineAtATime() throws IOException {
        RunFolder run = create();
        assertThat(run.lines("stats.jsonl")).isEmpty();

        run.append("stats.jsonl", "{\"images\":1}");
        run.append("stats.jsonl", "{\"images\":2}");

        assertThat(run.lines("stats.jsonl")).containsExactly("{\"images\":1}", "{\"images\":2}");
    }

    @Test
    void whatTheLogsSayAboutLostStepsIsTakenBack() throws IOException {
        RunFolder run = create();
        run.append("stats.jsonl", "{\"images\":32}");
        run.append("stats.jsonl", "{\"images\":64}");
        run.append("stats.jsonl", "{\"images\":96}");
        run.append("verdicts.jsonl", "{\"images\":96}");
        run.append("metric-kid.jsonl", "{\"images\":64}");
        run.append("metric-kid.jsonl", "{\"images\":96}");
        Files.writeString(run.path().resolve("stats.jsonl"), "{\"ima", StandardOpenOption.APPEND);

        run.rewind(64);

        assertThat(run.lines("stats.jsonl")).containsExactly("{\"images\":32}", "{\"images\":64}");
        assertThat(run.lines("verdicts.jsonl")).isEmpty();
        assertThat(run.lines("metric-kid.jsonl")).containsExactly("{\"images\":64}");
        assertThat(run.path().toFile().list()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aVerdictThatTookTheRunBackStaysSaid() throws IOException {
        RunFolder run = create();
        run.append("verdicts.jsonl", "{\"images\":96,\"goesOn\":32}");
        run.append("verdicts.jsonl", "{\"images\":64,\"goesOn\":64}");
        run.append("verdicts.jsonl", "{\"images\":80,\"goesOn\":80}");

        run.rewind(64);

        assertThat(run.lines("verdicts.jsonl"))
                .containsExactly("{\"images\":96,\"goesOn\":32}", "{\"images\":64,\"goesOn\":64}");
    }

    @Test
    void whatAKillLeftHalfWrittenIsRemoved() throws IOException {
        RunFolder run = create();
        Map<String, String> before = Fixtures.tree(run.path());
        Files.write(run.path().resolve("checkpoint-0000000064.safetensors.part"), new byte[9]);
        Files.write(run.path().resolve("fakes0000000064.png.part"), new byte[9]);

        run.removeParts();

        assertThat(Fixtures.tree(run.path())).isEqualTo(before);
    }

    @Test
    void aRunThatCannotBeMadeLeavesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(
                        () ->
                                RunFolder.create(
                                        file.resolve("runs"), TrainingOptions.DEFAULTS, ORIGIN))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.resolve("runs") + ": expected a folder");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    private RunFolder create() {
        return RunFolder.create(folder, TrainingOptions.DEFAULTS, ORIGIN);
    }

    @Test
    void onlyOneTrainingAtATimeHasTheRun() throws IOException {
        RunFolder run = create();
        try (RunLock lock = RunLock.take(run)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> RunLock.take(run))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(run.path().toString())
                    .hasMessageContaining("another training");
        }
        RunLock.take(run).close();
    }
}
