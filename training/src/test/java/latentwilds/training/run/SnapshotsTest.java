package latentwilds.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelException;
import latentwilds.training.Fixtures;
import latentwilds.training.loop.Checkpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotsTest {
    private static final int VALUES = 40;
    private static final GeneratorWeights WEIGHTS = MadeUpRun.weights();

    @TempDir private Path folder;
    private final List<String> warnings = new ArrayList<>();
    private RunFolder run;
    private Snapshots snapshots;

    @BeforeEach
    void create() {
        run = MadeUpRun.create(folder);
        snapshots = new Snapshots(run);
    }

    @Test
    void theLastTwoCheckpointsAndAllSnapshotsAreKept() throws IOException {
        assertThat(snapshots.lastGood(warnings::add)).isEmpty();

        write(snapshots, 4);

        assertThat(snapshots.snapshots().stream().map(Snapshots.Snapshot::images))
                .containsExactly(32L, 64L, 96L, 128L);
        assertThat(checkpoints()).containsExactly(file(96), file(128));
        assertThat(run.path().toFile().list()).noneMatch(name -> name.endsWith(".part"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 9})
    void asManyCheckpointsAreKeptAsAskedFor(int kept) throws IOException {
        write(new Snapshots(run, kept), 5);

        assertThat(checkpoints()).hasSize(Math.min(kept, 5)).endsWith(file(160));
    }

    @Test
    void atLeastOneCheckpointHasToStay() {
        assertThatThrownBy(() -> new Snapshots(run, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Checkpoints to keep: expected at least 1, found 0");
    }

    @Test
    void aCheckpointComesBackBitForBit() throws IOException {
        write(snapshots, 5);

        Checkpoint back = snapshots.lastGood(warnings::add).orElseThrow();

        Checkpoint written = MadeUpRun.checkpoint(5, VALUES);
        assertThat(back.step()).isEqualTo(5);
        assertThat(back.seconds()).isEqualTo(5 / 3.0);
        assertThat(back.arrays().get("g.a")).isEqualTo(written.arrays().get("g.a"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void aCheckpointThatCannotBeWrittenLeavesTheOneBefore() throws IOException {
        write(snapshots, 1);
        Map<String, String> before = Fixtures.tree(run.path());
        Files.createDirectories(run.path().resolve(file(64) + ".part/in the way"));

        assertThatThrownBy(() -> snapshots.write(64, MadeUpRun.checkpoint(2, VALUES), WEIGHTS))
                .isInstanceOf(IOException.class);

        assertThat(Fixtures.tree(run.path())).containsAllEntriesOf(before);
        assertThat(snapshots.lastGood(warnings::add).orElseThrow().step()).isEqualTo(1);
    }

    @Test
    void aHalfWrittenCheckpointIsNotTakenForOne() throws IOException {
        write(snapshots, 1);
        Files.write(run.path().resolve(file(64) + ".part"), new byte[9]);

        assertThat(snapshots.lastGood(warnings::add).orElseThrow().step()).isEqualTo(1);
    }

    /** Cut short, one bit of a number, one digit of the step: by how far into the file it lies. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.2, 0.3, 0.6, 0.999, -1, -10, -1000})
    void aDamagedCheckpointIsPassedOverForTheOneBefore(double where) throws IOException {
        write(snapshots, 2);
        Path newest = run.path().resolve(file(64));
        byte[] bytes = Files.readAllBytes(newest);
        if (where < 0) {
            bytes = Arrays.copyOf(bytes, Math.max(0, bytes.length + (int) where));
        } else {
            bytes[(int) (where * bytes.length)] ^= 1;
        }
        Files.write(newest, bytes);

        assertThat(snapshots.newestWhole().orElseThrow().step()).isEqualTo(1);
        assertThat(newest).hasBinaryContent(bytes);

        Checkpoint back = snapshots.lastGood(warnings::add).orElseThrow();

        assertThat(back.step()).isEqualTo(1);
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0))
                .startsWith(newest + ": ")
                .endsWith(
                        "; kept as checkpoint-0000000064.safetensors.damaged, going on from the"
                                + " checkpoint before");
        assertThat(run.path().resolve(file(64) + ".damaged")).hasBinaryContent(bytes);

        // The damaged one is not among those kept.
        new Snapshots(run, 1).write(96, MadeUpRun.checkpoint(3, VALUES), WEIGHTS);
        assertThat(checkpoints()).containsExactly(file(96));
    }

    @Test
    void aRunWithNothingButDamagedCheckpointsIsRefused() throws IOException {
        write(snapshots, 2);
        for (String name : checkpoints()) {
            Files.write(run.path().resolve(name), new byte[20]);
        }

        assertThatThrownBy(() -> snapshots.lastGood(warnings::add))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(run.path().resolve(file(32)) + ": ")
                .hasMessageEndingWith("the run has no other checkpoint, start a new one");
        assertThat(checkpoints()).hasSize(2);
    }

    @Test
    void aSnapshotIsFoundByItsImages() throws IOException {
        assertThatThrownBy(() -> snapshots.snapshot(null))
                .hasMessage(
                        run.path() + ": expected a run with snapshots, found none. Train it first");
        write(snapshots, 3);

        assertThat(snapshots.snapshot(null).images()).isEqualTo(96);
        assertThat(snapshots.snapshot(64L).file())
                .isEqualTo(run.path().resolve("snapshot-0000000064.safetensors"));
        assertThatThrownBy(() -> snapshots.snapshot(65L))
                .hasMessage("--snapshot: expected one of [32, 64, 96], found 65");
    }

    private static void write(Snapshots to, int steps) throws IOException {
        for (int step = 1; step <= steps; step++) {
            to.write(step * 32, MadeUpRun.checkpoint(step, VALUES), WEIGHTS);
        }
    }

    private static String file(int images) {
        return "checkpoint-%010d.safetensors".formatted(images);
    }

    private List<String> checkpoints() {
        return Arrays.stream(run.path().toFile().list())
                .filter(name -> name.matches("checkpoint.*safetensors"))
                .sorted()
                .toList();
    }
}
