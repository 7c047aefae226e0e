package latentwilds.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.RandomWeights;
import latentwilds.training.Fixtures;
import latentwilds.training.loop.Checkpoint;
import latentwilds.training.loop.TrainingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final RunFolder.Origin ORIGIN =
            new RunFolder.Origin("/data/set", Map.of("species", List.of("bat", "newt")));
    private static final GeneratorWeights WEIGHTS =
            RandomWeights.of(
                    new GeneratorSpec(
                            "tiny",
                            2,
                            Condition.NONE,
                            List.of(new Layer.Dense(2, 3, 4, 4, Activation.TANH, false)),
                            3,
                            ""),
                    1);

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
    void theLastTwoCheckpointsAndAllSnapshotsAreKept() throws IOException {
        RunFolder run = create();
        Snapshots snapshots = new Snapshots(run);
        assertThat(snapshots.latestCheckpoint()).isEmpty();

        for (int step = 1; step <= 4; step++) {
            snapshots.write(step * 32, checkpoint(step), WEIGHTS);
        }

        assertThat(snapshots.snapshots().stream().map(Snapshots.Snapshot::images))
                .containsExactly(32L, 64L, 96L, 128L);
        assertThat(run.path().toFile().list())
                .containsOnlyOnce("checkpoint-0000000096.safetensors")
                .containsOnlyOnce("checkpoint-0000000128.safetensors")
                .noneMatch(name -> name.endsWith(".part"))
                .filteredOn(name -> name.startsWith("checkpoint"))
                .hasSize(2);
    }

    @Test
    void aCheckpointComesBackBitForBit() throws IOException {
        Snapshots snapshots = new Snapshots(create());
        snapshots.write(160, checkpoint(5), WEIGHTS);

        Checkpoint back = snapshots.latestCheckpoint().orElseThrow();

        assertThat(back.step()).isEqualTo(5);
        assertThat(back.seconds()).isEqualTo(5 / 3.0);
        assertThat(back.arrays().get("g.a")).isEqualTo(checkpoint(5).arrays().get("g.a"));
    }

    @Test
    void aCheckpointThatCannotBeWrittenLeavesTheOneBefore() throws IOException {
        RunFolder run = create();
        Snapshots snapshots = new Snapshots(run);
        snapshots.write(32, checkpoint(1), WEIGHTS);
        Map<String, String> before = Fixtures.tree(run.path());
        Path blocked = run.path().resolve("checkpoint-0000000064.safetensors.part");
        Files.createDirectories(blocked.resolve("in the way"));

        assertThatThrownBy(() -> snapshots.write(64, checkpoint(2), WEIGHTS))
                .isInstanceOf(IOException.class);

        assertThat(Fixtures.tree(run.path())).containsAllEntriesOf(before);
        assertThat(snapshots.latestCheckpoint().orElseThrow().step()).isEqualTo(1);
    }

    @Test
    void aHalfWrittenCheckpointIsNotTakenForOne() throws IOException {
        RunFolder run = create();
        Snapshots snapshots = new Snapshots(run);
        snapshots.write(32, checkpoint(1), WEIGHTS);
        Files.write(run.path().resolve("checkpoint-0000000064.safetensors.part"), new byte[9]);

        assertThat(snapshots.latestCheckpoint().orElseThrow().step()).isEqualTo(1);
    }

    private RunFolder create() {
        return RunFolder.create(folder, TrainingOptions.DEFAULTS, ORIGIN);
    }

    private static Checkpoint checkpoint(int step) {
        float[] values = {step, step / 3f, -0f, Float.MIN_VALUE};
        return new Checkpoint(step, step / 3.0, Map.of("g.a", values), Map.of());
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
