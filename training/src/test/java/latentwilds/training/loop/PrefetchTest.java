package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.training.augment.Batch;
import latentwilds.training.augment.Batches;
import org.junit.jupiter.api.Test;

class PrefetchTest {
    private final Streams streams = new Streams(new RunSeed(5));
    private final Batches numbers =
            (count, random) ->
                    new Batch(new float[] {random.nextFloat()}, new int[count][0], new int[count]);

    @Test
    void theStepDecidesTheBatchWhateverTheOrder() {
        try (Prefetch prefetch = new Prefetch(numbers, streams, 3)) {
            for (long step : new long[] {0, 1, 2, 7, 3, 3, 4, 0, 1}) {
                Batch batch = prefetch.batch(step);

                assertThat(batch.pictures())
                        .as("step %d", step)
                        .containsExactly(streams.stream("batch", step).nextFloat());
                assertThat(batch.labels()).hasNumberOfRows(3);
            }
        }
    }

    @Test
    void theNextBatchIsMadeOnAnotherThread() {
        Thread[] maker = new Thread[1];
        Batches batches =
                (count, random) -> {
                    maker[0] = Thread.currentThread();
                    return numbers.next(count, random);
                };
        try (Prefetch prefetch = new Prefetch(batches, streams, 1)) {
            prefetch.batch(0);

            assertThat(maker[0]).isNotEqualTo(Thread.currentThread());
            assertThat(maker[0].isDaemon()).isTrue();
        }
    }

    @Test
    void whatGoesWrongInTheDataIsThrownAtTheStepThatNeedsItAndNotBefore() {
        Batches batches =
                (count, random) -> {
                    float first = random.nextFloat();
                    if (first == streams.stream("batch", 1).nextFloat()) {
                        throw new IllegalArgumentException("bat.png: broken");
                    }
                    return new Batch(new float[] {first}, new int[count][0], new int[count]);
                };
        try (Prefetch prefetch = new Prefetch(batches, streams, 1)) {
            prefetch.batch(0);

            assertThatThrownBy(() -> prefetch.batch(1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("bat.png: broken");
            assertThat(prefetch.batch(2).pictures())
                    .containsExactly(streams.stream("batch", 2).nextFloat());
        }
    }

    @Test
    void anInterruptIsPassedOn() {
        Batches never =
                (count, random) -> {
                    java.util.concurrent.locks.LockSupport.park();
                    return numbers.next(count, random);
                };
        try (Prefetch prefetch = new Prefetch(never, streams, 1)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> prefetch.batch(0)).hasMessageContaining("Interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
