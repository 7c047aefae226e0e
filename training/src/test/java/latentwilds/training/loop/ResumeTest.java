package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Seen;
import latentwilds.training.run.Snapshots;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty steps are ten, a restart and ten more, bit for bit, with everything on. */
class ResumeTest {
    private static final String RHYTHM = " images=80 tickImages=8 snapshotImages=40 ";

    @TempDir private Path folder;

    static Stream<String> options() {
        String everywhere =
                "generator.dropout=0.2 discriminator.dropout=0.2 augment.adaptive=true"
                        + " augment.adaptImages=200 augment.strength=0.5 augment.colour=0.3"
                        + " optimiser.criticSteps=2 optimiser.headStart=3 optimiser.clipNorm=0.5"
                        + " optimiser.schedule=cosine optimiser.decayFrom=0.2"
                        + RHYTHM;
        return Stream.of(
                everywhere + "discriminator.spectralNorm=true discriminator.doubled=true",
                everywhere + "loss.penaltyNoise=0.1 loss.penaltyInterval=3 augment.toroidal=true",
                everywhere
                        + "loss.objective=wasserstein loss.relativistic=false loss.wganPenalty=10",
                everywhere
                        + "discriminator.batchNorm=true loss.r1Gamma=0 loss.r2Gamma=0"
                        + " loss.clip=0.05 generator.mlp=[16,24]",
                everywhere + "precision=bf16",
                String.join(" ", TinyTraining.GROUND)
                        + " generator.regionSize=3 generator.regionSpread=0.5"
                        + " discriminator.textures=0.75"
                        + RHYTHM,
                // The end and the middle are within a tick.
                everywhere + "watch.watchdog=act tickImages=24");
    }

    @ParameterizedTest
    @MethodSource("options")
    void aRestoredRunGoesOnBitForBit(String changes) {
        TrainingOptions options = TinyTraining.with(changes.split(" "));
        Checkpoint straight = run(options, null, Long.MAX_VALUE, null);
        Checkpoint half = run(options, null, 40, null);
        assertThat(half.step()).isEqualTo(10);

        Checkpoint resumed = run(options, half, Long.MAX_VALUE, null);

        assertSame(resumed, straight);
    }

    @ParameterizedTest
    @MethodSource("options")
    void soDoesOneThatWentThroughItsFiles(String changes) throws IOException {
        TrainingOptions options = TinyTraining.with(changes.split(" "));
        RunFolder run =
                RunFolder.create(
                        folder,
                        options,
                        new RunFolder.Origin("", TinyTraining.LABELS, Seen.NOTHING));
        Snapshots files = new Snapshots(run);
        Checkpoint straight = run(options, null, Long.MAX_VALUE, null);
        run(options, null, 40, files);

        Checkpoint read = files.newestWhole().orElseThrow();
        Checkpoint resumed = run(RunFolder.open(run.path()).options(), read, 1000, files);

        assertSame(resumed, straight);
        assertSame(files.newestWhole().orElseThrow(), straight);
    }

    /** Trains to the end or, at a snapshot, to so many images. */
    private static Checkpoint run(
            TrainingOptions options, Checkpoint from, long images, Snapshots files) {
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void onSnapshot(Training training) {
                        if (files != null && training.images() > 0) {
                            try {
                                Checkpoint checkpoint = training.checkpoint();
                                files.write(
                                        training.images(),
                                        checkpoint,
                                        training.weights(checkpoint));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }
                        if (training.images() >= images) {
                            training.stop();
                        }
                    }
                };
        try (Training training = TinyTraining.training(options, listener)) {
            if (from != null) {
                training.restore(from);
            }
            training.run();
            return training.checkpoint();
        }
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
