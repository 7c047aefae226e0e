package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import latentwilds.training.augment.Batch;
import latentwilds.training.augment.Batches;
import latentwilds.training.loop.Verdict.Kind;
import org.junit.jupiter.api.Test;

/** What the watchdog does in {@code act}. */
class KeeperTest {
    private static final int BATCH = 4;

    private final List<Verdict> verdicts = new ArrayList<>();
    private final TrainingListener listener =
            new TrainingListener() {
                @Override
                public void onVerdict(Verdict verdict) {
                    verdicts.add(verdict);
                }
            };

    @Test
    void aDominantDiscriminatorIsSlowedDownButNotForEver() {
        try (Training training = training(options())) {
            Keeper keeper = new Keeper(training);
            double rate = training.adversaries().rates().discriminator(0);

            Verdict verdict = keeper.decide(finding(Kind.DISCRIMINATOR_DOMINATES));

            assertThat(verdict.action()).isEqualTo("D's rate is 0.5000 of the scheduled one");
            assertThat(training.adversaries().rates().discriminator(0)).isEqualTo(rate / 2);
            for (int i = 0; i < 10; i++) {
                keeper.decide(finding(Kind.DISCRIMINATOR_DOMINATES));
            }
            assertThat(training.adversaries().rates().discriminator(0)).isEqualTo(rate / 16);
        }
    }

    @Test
    void aCollapsedRunGoesBackWithMoreAugmentation() {
        try (Training training = training(options("augment.strength=0.5"))) {
            Keeper keeper = new Keeper(training);
            training.runStep();
            Checkpoint good = training.checkpoint();
            keeper.remember();
            training.runStep();

            Verdict verdict = keeper.decide(finding(Kind.COLLAPSE));

            assertThat(verdict.action())
                    .isEqualTo("augmentation strength is 0.60, back to 4 images");
            assertThat(training.step()).isEqualTo(1);
            assertThat(training.adversaries().strength().strength()).isEqualTo(0.6f);
            assertThat(training.checkpoint().part("g.").get("layers.0.weight"))
                    .isEqualTo(good.part("g.").get("layers.0.weight"));
        }
    }

    @Test
    void askedToWarnItOnlyWarns() {
        try (Training training = training(options("watch.watchdog=warn"))) {
            Keeper keeper = new Keeper(training);
            keeper.remember();

            assertThat(keeper.decide(finding(Kind.COLLAPSE)).action()).isEqualTo("none");
            assertThat(training.adversaries().rates().factorD()).isEqualTo(1);
        }
    }

    /** One spoilt batch: the run goes back to the last good snapshot and on to its end. */
    @Test
    void afterAStepWithoutNumbersTheRunGoesOnFromTheLastGoodSnapshot() {
        int[] spoilt = {0};
        TrainingOptions options = options("images=40", "snapshotImages=8");
        try (Training training =
                training(options, (step, batch) -> step == 5 && spoilt[0]++ == 0)) {
            training.run();

            assertThat(training.images()).isEqualTo(40);
            assertThat(training.weights(training.checkpoint()).tensors().get("layers.0.weight"))
                    .doesNotContain(Float.NaN);
            assertThat(training.adversaries().rates().factorD()).isEqualTo(0.5f);
        }
        assertThat(verdicts).hasSize(1);
        assertThat(verdicts.get(0).verdict()).isEqualTo(Kind.NOT_A_NUMBER);
        assertThat(verdicts.get(0).action())
                .isEqualTo("back to 16 images, D's rate is 0.5000 of the scheduled one");
    }

    @Test
    void aRunThatNeverGivesNumbersEndsAfterThreeReturns() {
        TrainingOptions options = options("images=40", "snapshotImages=8");
        try (Training training = training(options, (step, batch) -> step == 5)) {
            assertThatThrownBy(training::run)
                    .isInstanceOf(TrainingDiverged.class)
                    .hasMessageContaining("Training diverged after 24 images")
                    .hasMessageContaining("lower optimiser.rateD, raise loss.r1Gamma");
        }
        assertThat(verdicts)
                .extracting(Verdict::verdict)
                .hasSize(4)
                .containsOnly(Kind.NOT_A_NUMBER);
        assertThat(verdicts.get(2).action()).contains("D's rate is 0.1250");
        // The last one is the end.
        assertThat(verdicts.get(3).action()).isEqualTo("none");
    }

    private interface Spoiler {
        boolean spoils(long step, Batch batch);
    }

    private Training training(TrainingOptions options) {
        return training(options, (step, batch) -> false);
    }

    private Training training(TrainingOptions options, Spoiler spoiler) {
        Batches good = TinyTraining.batches(options);
        var streams = new latentwilds.seed.Streams(new latentwilds.seed.RunSeed(options.seed()));
        Batches batches =
                (count, random) -> {
                    // Which step asks shows in what its stream gives.
                    Batch batch = good.next(count, random);
                    for (long step = 0; step < 20; step++) {
                        Batch of = good.next(count, streams.stream("batch", step));
                        if (count == BATCH
                                && java.util.Arrays.equals(of.pictures(), batch.pictures())
                                && spoiler.spoils(step, batch)) {
                            batch.pictures()[0] = Float.NaN;
                        }
                    }
                    return batch;
                };
        return new Training(
                options,
                options.generatorSpec(TinyTraining.LABELS, "0"),
                batches,
                List.of(listener));
    }

    private static TrainingOptions options(String... changes) {
        List<String> all = new ArrayList<>(List.of("watch.watchdog=act", "tickImages=100000"));
        all.addAll(List.of(changes));
        return TinyTraining.with(all.toArray(String[]::new));
    }

    private static Watchdog.Finding finding(Kind kind) {
        return new Watchdog.Finding(kind, "It goes wrong");
    }
}
