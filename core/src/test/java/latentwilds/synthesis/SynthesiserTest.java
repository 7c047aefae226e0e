package latentwilds.synthesis;

import static latentwilds.synthesis.Priority.NEAR;
import static latentwilds.synthesis.Priority.ON_SCREEN;
import static latentwilds.synthesis.Priority.PREFETCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SynthesiserTest {
    private final SynthesiserBench bench = new SynthesiserBench();
    private final Synthesiser synthesiser = bench.synthesiser;

    @AfterEach
    void close() {
        bench.monsters.gate.countDown();
        bench.close();
    }

    @Test
    void urgentRequestsComeFirstAndOlderOnesFirstAmongEquals() {
        bench.terrain(1, PREFETCH, 1);
        bench.terrain(2, NEAR, 1);
        bench.terrain(3, ON_SCREEN, 1);
        bench.monster(4, ON_SCREEN);
        bench.terrain(5, ON_SCREEN, 1);
        synthesiser.start();
        bench.deliver(5);

        assertThat(bench.terrain.calls).containsExactly(List.of(3, 5), List.of(2), List.of(1));
    }

    @Test
    void smallPicturesShareACallOfSixteen() {
        IntStream.range(0, 20).forEach(i -> bench.monster(i, NEAR));
        synthesiser.start();
        bench.deliver(20);

        assertThat(bench.monsters.calls).extracting(List::size).containsExactly(16, 4);
        assertThat(bench.delivered)
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void gridsOfDifferentSizesNeverShareACallAndEachInputIsMadeOnce() {
        AtomicInteger inputs = new AtomicInteger();
        for (int i = 0; i < 6; i++) {
            Request<Integer> plain = bench.request(i, "terrain", NEAR, 1 + i % 2);
            synthesiser.request(
                    new Request<>(
                            plain.key(),
                            plain.kind(),
                            plain.priority(),
                            weights -> {
                                inputs.incrementAndGet();
                                return plain.input().apply(weights);
                            },
                            plain.finish(),
                            plain.ready()));
        }
        synthesiser.start();
        bench.deliver(6);

        assertThat(bench.terrain.calls).containsExactly(List.of(0, 2, 4), List.of(1, 3, 5));
        assertThat(inputs).hasValue(6);
    }

    @Test
    void aKeyThatWaitsIsRefusedButRaised() {
        assertThat(bench.terrain(1, NEAR, 1)).isTrue();
        assertThat(bench.terrain(2, PREFETCH, 1)).isTrue();
        assertThat(bench.terrain(2, ON_SCREEN, 1)).isFalse();
        assertThat(bench.terrain(1, PREFETCH, 1)).as("never lowered").isFalse();
        bench.terrain(3, NEAR, 1);
        assertThat(synthesiser.stats().queued()).isEqualTo(3);
        synthesiser.start();
        bench.deliver(3);

        assertThat(bench.terrain.calls).containsExactly(List.of(2), List.of(1, 3));
        assertThat(bench.delivered).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void aKeyIsRefusedUntilItsResultIsDelivered() {
        bench.monster(1, NEAR);
        synthesiser.start();
        SynthesiserBench.await(() -> synthesiser.stats().made().getOrDefault("monsters", 0L) == 1);

        assertThat(bench.monster(1, NEAR)).isFalse();
        bench.deliver(1);
        assertThat(bench.monster(1, NEAR)).isTrue();
        bench.deliver(2);
        assertThat(bench.delivered).containsExactly(1, 1);
    }

    @Test
    void cancelledRequestsAreNotMade() {
        IntStream.range(0, 10).forEach(i -> bench.terrain(i, NEAR, 1));
        synthesiser.cancel(key -> (Integer) key % 2 == 0);

        assertThat(synthesiser.stats().queued()).isEqualTo(5);
        synthesiser.start();
        bench.deliver(5);
        assertThat(bench.terrain.calls).containsExactly(List.of(1, 3, 5, 7, 9));
    }

    @Test
    void aRequestCancelledWhileItIsMadeIsNotDeliveredButMayBeMadeAgain() {
        bench.monsters.gate = new CountDownLatch(1);
        bench.monster(1, NEAR);
        synthesiser.start();
        FakeGenerator.await(bench.monsters.begun);
        synthesiser.cancel(key -> true);
        assertThat(bench.monster(1, NEAR)).isTrue();
        bench.monsters.gate.countDown();
        bench.deliver(1);

        SynthesiserBench.await(() -> synthesiser.stats().made().get("monsters") == 2);
        assertThat(synthesiser.deliver(Long.MAX_VALUE)).isZero();
        assertThat(bench.delivered).containsExactly(1);
    }

    @Test
    void aResultCancelledBeforeDeliveryIsNotDelivered() {
        bench.monster(1, NEAR);
        bench.terrain(2, PREFETCH, 1);
        synthesiser.start();
        // Terrain comes second, so the monster's result waits for delivery by then.
        SynthesiserBench.await(() -> synthesiser.stats().made().getOrDefault("terrain", 0L) == 1);
        synthesiser.cancel(key -> key.equals(1));
        bench.deliver(1);

        assertThat(bench.delivered).containsExactly(2);
    }

    @Test
    void inputAndFinishRunOnTheWorkerAndReadyOnTheCaller() {
        List<String> threads = new ArrayList<>();
        synthesiser.request(
                new Request<>(
                        "who",
                        "monsters",
                        NEAR,
                        weights -> {
                            threads.add(Thread.currentThread().getName());
                            return FakeGenerator.grid(1, 1);
                        },
                        picture -> Thread.currentThread().getName(),
                        finisher -> {
                            threads.add(finisher);
                            threads.add(Thread.currentThread().getName());
                            bench.delivered.add(1);
                        }));
        synthesiser.start();
        bench.deliver(1);

        assertThat(threads)
                .containsExactly("synthesis", "synthesis", Thread.currentThread().getName());
    }

    @Test
    void deliveryWithoutTimeHandsOverOneResultTheMostUrgentFirst() {
        bench.monsters.gate = new CountDownLatch(1);
        bench.monster(1, PREFETCH);
        synthesiser.start();
        FakeGenerator.await(bench.monsters.begun);
        bench.monster(2, ON_SCREEN);
        bench.terrain(3, PREFETCH, 1);
        bench.monsters.gate.countDown();
        // The terrain is last, so the two monsters wait for delivery by then.
        SynthesiserBench.await(() -> synthesiser.stats().made().get("terrain") == 1);

        assertThat(synthesiser.deliver(0)).isEqualTo(1);
        assertThat(bench.delivered).containsExactly(2);
        bench.deliver(3);
        assertThat(synthesiser.deliver(0)).isZero();
    }

    @Test
    void aConsumerMayAskForMore() {
        Request<Integer> first = bench.request(1, "monsters", NEAR, 1);
        synthesiser.request(
                new Request<>(
                        first.key(),
                        first.kind(),
                        first.priority(),
                        first.input(),
                        first.finish(),
                        number -> {
                            bench.delivered.add(number);
                            bench.monster(number + 1, NEAR);
                        }));
        synthesiser.start();
        bench.deliver(2);

        assertThat(bench.delivered).containsExactly(1, 2);
    }

    @Test
    void tenThousandRequestsLeaveNothingQueued() {
        synthesiser.start();
        Priority[] priorities = Priority.values();
        for (int i = 0; i < 10_000; i++) {
            Priority priority = priorities[i % 3];
            boolean accepted =
                    i % 5 == 0 ? bench.terrain(i, priority, 1 + i % 4) : bench.monster(i, priority);
            assertThat(accepted).isTrue();
        }
        bench.deliver(10_000);

        assertThat(bench.delivered)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10_000).boxed().toList());
        SynthesisStats stats = synthesiser.stats();
        assertThat(stats.queued()).isZero();
        assertThat(stats.made()).containsEntry("monsters", 8000L).containsEntry("terrain", 2000L);
        assertThat(synthesiser.deliver(Long.MAX_VALUE)).isZero();
        assertThat(synthesiser.failure()).isEmpty();
    }
}
