package latentwilds.synthesis.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What the GPU took is known some frames later; how many is how far it is behind. */
class StopwatchTest {
    private final FakeQueries queries = new FakeQueries();
    private final AtomicLong now = new AtomicLong();
    private final Stopwatch stopwatch = new TimerQueries(queries.gl(), now::get);
    private final Pacer pacer = new Pacer(stopwatch, now::get);
    private final List<Double> answers = new ArrayList<>();

    private void slice() {
        stopwatch.begin();
        stopwatch.end(answers::add);
    }

    private void frames(int count) {
        for (int i = 0; i < count; i++) {
            pacer.beginFrame(2_000_000, false);
        }
    }

    @Test
    void answersComeInTheOrderOfTheSlices() {
        slice();
        slice();
        frames(1);
        assertThat(answers).isEmpty();
        queries.answer(70);
        frames(1);
        queries.answer(50);
        frames(1);

        assertThat(answers).containsExactly(70.0, 50.0);
    }

    @Test
    void moreThanThereAreQueriesForGoesUntimed() {
        for (int i = 0; i < TimerQueries.QUERIES + 1; i++) {
            slice();
        }
        for (int i = 0; i < TimerQueries.QUERIES; i++) {
            queries.answer(1 + i);
        }
        frames(1);
        assertThat(answers).hasSize(TimerQueries.QUERIES);
        assertThat(stopwatch.lag()).isZero();
        slice();
        queries.answer(70);
        frames(1);

        assertThat(answers).endsWith(70.0);
    }

    @Test
    void whatAFrameDrawsOfAPassIsTimedAsOne() {
        Pass pass = pass("a layer 1");
        frames(1);
        for (int slice = 0; slice < 3; slice++) {
            pacer.draw(pass, new Area(0, 10 * slice, 100, 10), () -> {});
        }
        pacer.draw(pass("a layer 2"), new Area(0, 0, 100, 10), () -> {});
        pacer.endFrame();
        assertThat(queries.begun()).isEqualTo(2);
        // 3,000 texels in 6 us: 2 ns each, and 2 ms have room for a million.
        queries.answer(6_000);
        frames(1);

        assertThat(pacer.next(pass, 0).texels()).isEqualTo(1_000_000);
    }

    private static Pass pass(String name) {
        return new Pass(
                name, Op.ENLARGE, 1, new Area(0, 0, 2_000, 2_000), 1, () -> {}, shader -> {});
    }

    @Test
    void theLagIsThatOfTheOldestSlice() {
        slice();
        frames(2);
        slice();
        frames(1);
        assertThat(stopwatch.lag()).isEqualTo(3);
        queries.answer(70);
        frames(1);

        assertThat(stopwatch.lag()).isEqualTo(2);
    }

    @Test
    void nothingIsAddedToWhatTheGpuHasStillToDraw() {
        FrameQueue queue = new FrameQueue();
        int[] steps = {0};
        queue.add(waiting(steps));
        slice();
        for (int frame = 1; frame <= Pacer.MOST_LAG + 4; frame++) {
            frames(1);
            queue.frame(pacer);
        }
        assertThat(steps[0]).isEqualTo(Pacer.MOST_LAG);
        queries.answer(70);
        frames(1);
        queue.frame(pacer);

        assertThat(steps[0]).isEqualTo(Pacer.MOST_LAG + 1);
    }

    @Test
    void whoWaitsForTheResultDoesNotWaitForTheGpuToo() {
        slice();
        frames(Pacer.MOST_LAG + 1);
        assertThat(pacer.behind()).isTrue();
        pacer.beginFrame(Long.MAX_VALUE, false);

        assertThat(pacer.behind()).isFalse();
    }

    @Test
    void aDriverThatNeverAnswersDoesNotStopTheWork() {
        slice();
        frames(1_000);
        now.set(Pacer.GIVEN_UP);
        assertThat(pacer.behind()).isTrue();
        now.incrementAndGet();

        assertThat(pacer.behind()).isFalse();
    }

    private static Work<Void> waiting(int[] steps) {
        return new Work<>() {
            @Override
            public Step step(Pacer pacer) {
                steps[0]++;
                return Step.WAIT;
            }

            @Override
            public Void result() {
                return null;
            }

            @Override
            public String progress() {
                return "waits";
            }
        };
    }
}
