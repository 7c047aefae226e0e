package latentwilds.synthesis;

import static latentwilds.synthesis.Priority.NEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import latentwilds.model.Model;
import latentwilds.synthesis.reference.ReferenceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SynthesiserOpeningTest {
    @Test
    void everyGeneratorIsWarmedUpTwiceBeforeItIsReady() {
        try (SynthesiserBench bench = new SynthesiserBench()) {
            assertThat(bench.synthesiser.ready()).isFalse();
            assertThat(bench.synthesiser.progress()).isZero();
            bench.synthesiser.start();
            SynthesiserBench.await(bench.synthesiser::ready);

            assertThat(bench.synthesiser.progress()).isEqualTo(1);
            assertThat(bench.monsters.warmUps).isEqualTo(2);
            assertThat(bench.terrain.warmUps).isEqualTo(2);
            assertThat(bench.terrain.warmedUpWith).isEqualTo(7);
            assertThat(bench.synthesiser.stats().made())
                    .containsEntry("monsters", 0L)
                    .containsEntry("terrain", 0L);
        }
    }

    @Test
    void aBackendChooserOpensTheGenerators() {
        Model model = FakeGenerator.model(FakeGenerator.MONSTERS);
        List<Picture> made = new ArrayList<>();
        BackendChooser chooser = new BackendChooser(Backend.REFERENCE, message -> {});
        try (Synthesiser synthesiser =
                new Synthesiser(Map.of("monsters", model), chooser::open, 6)) {
            synthesiser.request(
                    new Request<>(
                            1,
                            "monsters",
                            NEAR,
                            weights -> FakeGenerator.grid(1, 1),
                            picture -> picture,
                            made::add));
            synthesiser.start();
            SynthesiserBench.await(() -> synthesiser.deliver(0) == 1);

            assertThat(synthesiser.stats().backends()).containsEntry("monsters", "reference");
        }
        try (ReferenceGenerator reference = new ReferenceGenerator(model.weights())) {
            assertThat(made.get(0).values())
                    .containsExactly(reference.synthesise(FakeGenerator.grid(1, 1)).values());
        }
    }

    @Test
    void callsAreTimedPerPictureAndInTotal() {
        AtomicLong clock = new AtomicLong();
        FakeGenerator monsters = new FakeGenerator(FakeGenerator.MONSTERS);
        List<Integer> delivered = new ArrayList<>();
        try (Synthesiser synthesiser =
                new Synthesiser(
                        Map.of("monsters", FakeGenerator.model(FakeGenerator.MONSTERS)),
                        weights -> monsters,
                        6,
                        // Read before and after each call: every call takes 1 ms.
                        () -> clock.getAndAdd(1_000_000))) {
            for (int i = 0; i < 20; i++) {
                synthesiser.request(
                        new Request<>(
                                i,
                                "monsters",
                                NEAR,
                                weights -> FakeGenerator.grid(1, 1),
                                picture -> 1,
                                delivered::add));
            }
            synthesiser.start();
            SynthesiserBench.await(
                    () -> {
                        synthesiser.deliver(Long.MAX_VALUE);
                        return delivered.size() == 20;
                    });

            SynthesisStats stats = synthesiser.stats();
            assertThat(stats.lastMillis()).isEqualTo(1);
            assertThat(stats.totalMillis()).isEqualTo(2);
            assertThat(stats.meanMillis().get("monsters")).isCloseTo(0.1, within(1e-9));
        }
    }

    @Test
    void aBatchIsSmallerWhereACallWouldTakeLong() {
        int big = BatchSize.SMALL_PIXELS + 1;
        assertThat(BatchSize.of(32 * 32, 0)).isEqualTo(16);
        assertThat(BatchSize.of(64 * 64, 0)).isEqualTo(16);
        assertThat(BatchSize.of(big, 0)).isEqualTo(8);
        assertThat(BatchSize.of(big, BatchSize.LONGEST_CALL_NANOS / 8)).isEqualTo(8);
        assertThat(BatchSize.of(big, BatchSize.LONGEST_CALL_NANOS / 3)).isEqualTo(3);
        assertThat(BatchSize.of(big, BatchSize.LONGEST_CALL_NANOS * 5)).isEqualTo(1);
    }
}
