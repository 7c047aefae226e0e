package latentwilds.synthesis;

import static latentwilds.synthesis.Priority.NEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import latentwilds.model.Model;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class SynthesiserFailureTest {
    private final SynthesiserBench bench = new SynthesiserBench();
    private final Synthesiser synthesiser = bench.synthesiser;

    @AfterEach
    void close() {
        bench.close();
    }

    static List<Throwable> troubles() {
        return List.of(
                new IllegalStateException("no luck"),
                new UnsatisfiedLinkError("no luck"),
                new OutOfMemoryError("no luck"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aFailedBatchIsRememberedAndTheWorkerGoesOn(Throwable trouble) {
        synthesiser.start();
        SynthesiserBench.await(synthesiser::ready);
        bench.monsters.trouble = trouble;
        bench.monster(1, NEAR);
        SynthesiserBench.await(() -> synthesiser.failure().isPresent());
        bench.monsters.trouble = null;

        assertThat(synthesiser.failure().get()).contains("monsters", "fake", "no luck");
        assertThat(bench.monster(1, NEAR)).as("may be asked for again").isTrue();
        bench.deliver(1);
        assertThat(bench.delivered).containsExactly(1);
    }

    @Test
    void aRequestWhoseFunctionsFailSpoilsOnlyItself() {
        Request<Integer> good = bench.request(1, "monsters", NEAR, 1);
        synthesiser.request(
                new Request<Integer>(
                        "bad input",
                        "monsters",
                        NEAR,
                        weights -> {
                            throw new IllegalStateException("input");
                        },
                        good.finish(),
                        good.ready()));
        synthesiser.request(
                new Request<Integer>(
                        "bad finish",
                        "monsters",
                        NEAR,
                        weights -> FakeGenerator.grid(2, 1),
                        picture -> {
                            throw new IllegalStateException("finish");
                        },
                        good.ready()));
        synthesiser.request(good);
        synthesiser.start();
        bench.deliver(1);

        assertThat(bench.monsters.calls).containsExactly(List.of(2, 1));
        assertThat(synthesiser.failure().get()).contains("bad finish", "finish");
        assertThat(synthesiser.stats().queued()).isZero();
    }

    @Test
    void aRequestThatInterruptsItsThreadDoesNotEndTheWorker() {
        Request<Integer> plain = bench.request(1, "monsters", NEAR, 1);
        synthesiser.request(
                new Request<>(
                        1,
                        "monsters",
                        NEAR,
                        plain.input(),
                        picture -> {
                            Thread.currentThread().interrupt();
                            return 1;
                        },
                        plain.ready()));
        synthesiser.start();
        bench.deliver(1);
        bench.monster(2, NEAR);
        bench.deliver(2);

        assertThat(bench.delivered).containsExactly(1, 2);
    }

    @Test
    void aConsumersExceptionReachesItsOwnThreadAndTheRestIsDelivered() {
        Request<Integer> plain = bench.request(1, "monsters", NEAR, 1);
        synthesiser.request(
                new Request<Integer>(
                        1,
                        "monsters",
                        NEAR,
                        plain.input(),
                        plain.finish(),
                        number -> {
                            throw new IllegalStateException("consumer");
                        }));
        bench.monster(2, NEAR);
        synthesiser.start();

        assertThatThrownBy(() -> bench.deliver(1)).hasMessage("consumer");
        bench.deliver(1);
        assertThat(bench.delivered).containsExactly(2);
    }

    @Test
    void aGeneratorThatDoesNotOpenIsNamedAndTheOthersServe() {
        Map<String, Model> models = new LinkedHashMap<>();
        models.put("monsters", FakeGenerator.model(FakeGenerator.MONSTERS));
        models.put("terrain", FakeGenerator.model(FakeGenerator.TERRAIN));
        bench.monsters.trouble = new IllegalStateException("will not warm up");
        try (Synthesiser lame =
                new Synthesiser(
                        models,
                        weights ->
                                FakeGenerator.open(
                                        Map.of(
                                                "monsters",
                                                bench.monsters,
                                                "terrain",
                                                bench.terrain),
                                        weights),
                        7)) {
            lame.request(bench.request(1, "monsters", NEAR, 1));
            lame.request(bench.request(2, "terrain", NEAR, 1));
            lame.start();
            SynthesiserBench.await(() -> lame.deliver(0) == 1);

            assertThat(bench.delivered).containsExactly(2);
            assertThat(lame.failure().get()).contains("monsters", "will not warm up");
            assertThat(lame.ready()).isFalse();
            assertThat(lame.progress()).isLessThan(1);
            assertThat(lame.stats().queued()).isZero();
            assertThat(lame.stats().backends()).containsExactly(Map.entry("terrain", "fake"));
            assertThat(bench.monsters.closedOn).containsExactly("synthesis");
        }
    }

    @Test
    void aKindWithoutAModelIsRefusedWithTheKindsThereAre() {
        assertThat(synthesiser.request(bench.request(1, "castles", NEAR, 1))).isFalse();
        assertThat(synthesiser.failure().get()).contains("castles", "monsters", "terrain");
    }

    @Test
    void closingWaitsForTheCallClosesOnTheWorkerAndMayBeRepeated() throws InterruptedException {
        bench.monsters.gate = new CountDownLatch(1);
        bench.monster(1, NEAR);
        synthesiser.start();
        FakeGenerator.await(bench.monsters.begun);
        Thread closer = new Thread(synthesiser::close);
        closer.start();
        SynthesiserBench.await(() -> !bench.monster(2, NEAR));
        assertThat(bench.monsters.closedOn).isEmpty();
        bench.monsters.gate.countDown();
        closer.join();
        synthesiser.close();

        assertThat(bench.monsters.closedOn).containsExactly("synthesis");
        assertThat(bench.terrain.closedOn).containsExactly("synthesis");
        assertThat(synthesiser.deliver(Long.MAX_VALUE)).isZero();
        assertThat(bench.monster(3, NEAR)).isFalse();
        assertThatIllegalStateException().isThrownBy(synthesiser::start);
    }

    @Test
    void closingBeforeTheStartOpensNothing() {
        synthesiser.close();
        synthesiser.close();

        assertThat(bench.monsters.warmUps).isZero();
        assertThatIllegalStateException().isThrownBy(synthesiser::start);
    }
}
