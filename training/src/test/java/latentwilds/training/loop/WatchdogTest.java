package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentwilds.training.loop.Verdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchdogTest {
    private static final double NOTHING = Double.NaN;

    @Test
    void aSignHasToStandForThreeTicksAndIsThenRepeatedAfterThreeMore() {
        Watchdog watchdog = new Watchdog();
        List<Integer> told = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            if (!watchdog.read(tick(1, 0, 1, 1)).isEmpty()) {
                told.add(i);
            }
        }

        assertThat(told).containsExactly(3, 6, 9);
    }

    @Test
    void aSignThatGoesAwayStartsAgain() {
        Watchdog watchdog = new Watchdog();
        watchdog.read(tick(1, 0, 1, 1));
        watchdog.read(tick(1, 0, 1, 1));
        assertThat(watchdog.quiet()).isFalse();
        assertThat(watchdog.read(tick(0.5, 0, 1, 1))).isEmpty();
        assertThat(watchdog.quiet()).isTrue();
        watchdog.read(tick(1, 0, 1, 1));
        assertThat(watchdog.read(tick(1, 0, 1, 1))).isEmpty();
        assertThat(watchdog.read(tick(1, 0, 1, 1))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1, 1, DISCRIMINATOR_DOMINATES, right about real pictures 100.0 %",
        "0.5, 0, 1, 1e-8, FROZEN_GENERATOR, changed by 1.0e-08",
        "0.5, -5000, 1, 1, LOGITS_EXPLODE, logits have grown to 5.00e+03"
    })
    void everySignHasItsVerdictWithTheFigure(
            double sign, double logit, double diversity, double movement, Kind kind, String words) {
        Watchdog watchdog = new Watchdog();
        watchdog.read(tick(sign, logit, diversity, movement));
        watchdog.read(tick(sign, logit, diversity, movement));

        List<Watchdog.Finding> found = watchdog.read(tick(sign, logit, diversity, movement));

        assertThat(found).extracting(Watchdog.Finding::kind).containsExactly(kind);
        assertThat(found.get(0).words()).contains(words);
    }

    @Test
    void aGeneratorThatGetsMoreDiverseHasNotCollapsed() {
        Watchdog watchdog = new Watchdog();
        for (double diversity = 0.01; diversity < 0.15; diversity *= 1.2) {
            assertThat(watchdog.read(tick(0.5, 0, diversity, 1))).isEmpty();
        }
    }

    @Test
    void aGeneratorThatStaysAtOnePictureHasCollapsed() {
        Watchdog watchdog = new Watchdog();
        watchdog.read(tick(0.5, 0, 0.1, 1));
        watchdog.read(tick(0.5, 0, 0.1, 1));
        watchdog.read(tick(0.5, 0, 0.105, 1));

        List<Watchdog.Finding> found = watchdog.read(tick(0.5, 0, 0.1, 1));

        assertThat(found).extracting(Watchdog.Finding::kind).containsExactly(Kind.COLLAPSE);
        assertThat(found.get(0).words()).contains("10.0 % as different as real ones");
    }

    @Test
    void whatWasNotMeasuredIsNoSign() {
        Watchdog watchdog = new Watchdog();
        for (int i = 0; i < 10; i++) {
            assertThat(watchdog.read(tick(NOTHING, NOTHING, NOTHING, NOTHING))).isEmpty();
        }
    }

    @Test
    void countsSurviveACheckpoint() {
        Watchdog watchdog = new Watchdog();
        watchdog.read(tick(1, 0, 1, 1));
        watchdog.read(tick(1, 0, 1, 1));
        Watchdog loaded = new Watchdog();
        loaded.load(watchdog.toArray());

        assertThat(loaded.read(tick(1, 0, 1, 1))).hasSize(1);
    }

    private static Tick tick(double sign, double logit, double diversity, double movement) {
        return new Tick(
                100, 1, 100, 0.5, 0.5, logit, 0, NOTHING, sign, 1, 1e-3, 1e-3, 1, 1, 0, diversity,
                movement);
    }

    @Test
    void aHealthyRunGetsNoVerdict() {
        assertThat(run("images=320", "tickImages=16", "generator.codes={}")).isEmpty();
    }

    @Test
    void aDiscriminatorThatLearnsTooFastDominates() {
        assertThat(
                        kinds(
                                run(
                                        "images=480",
                                        "tickImages=32",
                                        "optimiser.criticSteps=8",
                                        "optimiser.rateG=1e-6",
                                        "optimiser.rateD=1e-2",
                                        "loss.relativistic=false",
                                        "loss.r1Gamma=0",
                                        "loss.r2Gamma=0",
                                        "augment.strength=0")))
                .contains(Kind.DISCRIMINATOR_DOMINATES);
    }

    @Test
    void aGeneratorThatIgnoresItsLatentCollapses() {
        // Small weights and no batch norm: hardly anything of the latent arrives.
        assertThat(
                        kinds(
                                run(
                                        "images=160",
                                        "tickImages=16",
                                        "generator.codes={}",
                                        "generator.batchNorm=false",
                                        "optimiser.rateG=1e-4")))
                .contains(Kind.COLLAPSE);
    }

    @ParameterizedTest
    @CsvSource({"optimiser.rateG=1e-30", "optimiser.headStart=100000"})
    void aGeneratorThatDoesNotLearnIsFrozen(String cause) {
        // Batch norm's statistics would still move.
        assertThat(kinds(run("images=64", "tickImages=8", "generator.batchNorm=false", cause)))
                .contains(Kind.FROZEN_GENERATOR);
    }

    @Test
    void aWassersteinCriticWithoutBoundsExplodes() {
        List<Verdict> verdicts =
                run(
                        "images=160",
                        "tickImages=16",
                        "loss.objective=wasserstein",
                        "loss.relativistic=false",
                        "loss.r1Gamma=0",
                        "loss.r2Gamma=0",
                        "optimiser.rateD=0.5");

        assertThat(kinds(verdicts)).contains(Kind.LOGITS_EXPLODE);
        assertThat(verdicts).allSatisfy(v -> assertThat(v.action()).isEqualTo("none"));
    }

    @Test
    void aRunWithoutNumbersEndsAndSaysWhatToDo() {
        assertThatThrownBy(() -> run("images=160", "optimiser.rateD=1e30", "optimiser.rateG=1e30"))
                .isInstanceOf(TrainingDiverged.class)
                .hasMessageContaining("expected finite losses and gradients, found")
                .hasMessageContaining("./train resume")
                .hasMessageContaining("lower optimiser.rateD");
    }

    @Test
    void switchedOffItSaysNothing() {
        assertThat(
                        run(
                                "images=64",
                                "tickImages=8",
                                "generator.batchNorm=false",
                                "optimiser.rateG=1e-30",
                                "watch.watchdog=off"))
                .isEmpty();
    }

    static List<Verdict> run(String... changes) {
        List<Verdict> verdicts = new ArrayList<>();
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void onVerdict(Verdict verdict) {
                        verdicts.add(verdict);
                    }
                };
        List<String> all = new ArrayList<>(List.of("snapshotImages=100000"));
        all.addAll(Arrays.asList(changes));
        try (Training training =
                TinyTraining.training(TinyTraining.with(all.toArray(String[]::new)), listener)) {
            training.run();
        }
        return verdicts;
    }

    private static List<Kind> kinds(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::verdict).toList();
    }
}
