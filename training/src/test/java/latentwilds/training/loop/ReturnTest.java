package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.training.augment.Batch;
import latentwilds.training.augment.Batches;
import latentwilds.training.report.Grids;
import latentwilds.training.report.Recorder;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Seen;
import latentwilds.training.run.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A resumed run is exact, also when the watchdog has acted and goes on acting. The generator hardly
 * moves here, so D soon dominates, which the watchdog slows it down for; and step 15 fails when it
 * is first taken, which sends the run back to its start: no snapshot was quiet.
 */
class ReturnTest {
    private static final int SPOILT = 15;

    @TempDir private Path folder;

    private final List<Verdict> verdicts = new ArrayList<>();

    @Test
    void aRunThatIsResumedBeforeItGoesBackGoesBackAsFar() {
        Checkpoint straight = run(null, Long.MAX_VALUE, Long.MAX_VALUE, true, null);
        List<Verdict> told = List.copyOf(verdicts);
        assertThat(told)
                .extracting(Verdict::verdict)
                .contains(Verdict.Kind.DISCRIMINATOR_DOMINATES, Verdict.Kind.NOT_A_NUMBER);
        assertThat(told).extracting(Verdict::goesOn).contains(0L);
        verdicts.clear();

        Checkpoint half = run(null, 40, Long.MAX_VALUE, true, null);
        assertThat(half.step()).isEqualTo(10);
        assertThat(verdicts).hasSize(1);
        Checkpoint resumed = run(half, Long.MAX_VALUE, Long.MAX_VALUE, true, null);

        assertThat(verdicts).isEqualTo(told);
        assertSame(resumed, straight);
    }

    @Test
    void aRunThatIsResumedAfterItWentBackDoesNotGoOnFromWhatItLeft() throws IOException {
        RunFolder straightRun = create();
        Checkpoint straight = run(null, Long.MAX_VALUE, Long.MAX_VALUE, true, straightRun);
        RunFolder run = create();
        Checkpoint left = run(null, Long.MAX_VALUE, 0, true, run);
        assertThat(left.step()).isZero();
        Snapshots files = new Snapshots(run);
        assertThat(files.snapshots()).extracting(Snapshots.Snapshot::images).containsExactly(0L);
        assertThat(Grids.all(run)).containsOnlyKeys(0L);

        Checkpoint kept = files.newestWhole().orElseThrow();
        run.rewind(kept.step() * options().batch());
        Checkpoint resumed = run(kept, Long.MAX_VALUE, Long.MAX_VALUE, false, run);

        assertSame(resumed, straight);
        assertThat(run.lines("verdicts.jsonl")).isEqualTo(straightRun.lines("verdicts.jsonl"));
        assertThat(run.lines("stats.jsonl"))
                .hasSameSizeAs(straightRun.lines("stats.jsonl"))
                .hasSize(10);
    }

    private RunFolder create() {
        return RunFolder.create(
                folder, options(), new RunFolder.Origin("", TinyTraining.LABELS, Seen.NOTHING));
    }

    private static TrainingOptions options() {
        return TinyTraining.with(
                "watch.watchdog=act",
                "optimiser.rateG=1e-12",
                "images=80",
                "tickImages=8",
                "snapshotImages=40");
    }

    /** Trains to the end, to a snapshot, or to a return. */
    private Checkpoint run(
            Checkpoint from, long snapshot, long back, boolean spoils, RunFolder run) {
        List<TrainingListener> listeners = new ArrayList<>();
        if (run != null) {
            listeners.add(new Recorder(run, 2));
        }
        listeners.add(
                new TrainingListener() {
                    @Override
                    public void onVerdict(Verdict verdict) {
                        verdicts.add(verdict);
                    }

                    @Override
                    public void onReturn(Training training) {
                        if (training.images() == back) {
                            training.stop();
                        }
                    }

                    @Override
                    public void onSnapshot(Training training) {
                        if (training.images() >= snapshot) {
                            training.stop();
                        }
                    }
                });
        TrainingOptions options = options();
        try (Training training =
                new Training(
                        options,
                        options.generatorSpec(TinyTraining.LABELS, "0"),
                        spoiling(options, spoils),
                        listeners)) {
            if (from != null) {
                training.restore(from);
            }
            training.run();
            return training.checkpoint();
        }
    }

    private static Batches spoiling(TrainingOptions options, boolean spoils) {
        Batches good = TinyTraining.batches(options);
        Streams streams = new Streams(new RunSeed(options.seed()));
        Batch spoilt = good.next(options.batch(), streams.stream("batch", SPOILT));
        boolean[] done = {!spoils};
        return (count, random) -> {
            Batch batch = good.next(count, random);
            // Which step asks shows in what its stream gives.
            if (!done[0] && java.util.Arrays.equals(batch.pictures(), spoilt.pictures())) {
                done[0] = true;
                batch.pictures()[0] = Float.NaN;
            }
            return batch;
        };
    }

    private static void assertSame(Checkpoint found, Checkpoint expected) {
        assertThat(found.step()).isEqualTo(expected.step()).isEqualTo(20);
        assertThat(found.arrays().keySet()).isEqualTo(expected.arrays().keySet());
        for (Map.Entry<String, float[]> array : expected.arrays().entrySet()) {
            assertThat(found.arrays().get(array.getKey()))
                    .as(array.getKey())
                    .isEqualTo(array.getValue());
        }
    }
}
