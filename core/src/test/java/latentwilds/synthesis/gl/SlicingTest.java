package latentwilds.synthesis.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cutting a batch anywhere changes nothing, and every frame gets on. */
@Timeout(120)
class SlicingTest {
    private final GeneratorWeights weights = RandomWeights.of(Specs.field(), 1);
    private final HiddenWindow window = new HiddenWindow(3, 2);

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void slicesMakeTheWholeForAnyCut() {
        // A clock that jumps by any amount cuts slices of any size.
        RandomStream random = new RandomStream(1);
        AtomicLong now = new AtomicLong();
        LongSupplier clock = () -> now.getAndAdd(random.nextInt(1, 400_000));
        GlBackend sliced = backend(clock);
        GlBackend whole = backend(() -> 0);
        Generator cut = window.call(() -> sliced.open(weights));
        Generator uncut = window.call(() -> whole.open(weights));
        for (int i = 0; i < 25; i++) {
            // Other latents every time: what the last run left must not pass for this one's.
            List<LatentGrid> inputs = GlBench.inputs(weights.spec(), 1 + i % 6, 4, 5, i);
            List<Picture> expected = window.call(() -> uncut.synthesise(inputs));
            CompletableFuture<List<Picture>> made =
                    CompletableFuture.supplyAsync(() -> cut.synthesise(inputs));
            int frames = 0;
            while (!made.isDone()) {
                long budget = random.nextInt(1, 2_000_000);
                window.run(() -> sliced.frame(budget));
                frames++;
            }
            assertThat(frames).isGreaterThan(4);
            assertThat(GlBench.difference(made.join(), expected)).isZero();
        }
        closeAll(List.of(cut, uncut), List.of(sliced, whole));
    }

    @Test
    void withoutAnyTimeEveryFrameStillGetsOn() {
        GlBackend backend = backend(System::nanoTime);
        Generator generator = window.call(() -> backend.open(weights));
        List<LatentGrid> inputs = GlBench.inputs(weights.spec(), 1, 2, 2, 3);
        Picture expected = window.call(() -> generator.synthesise(inputs)).get(0);
        List<LatentGrid> others = GlBench.inputs(weights.spec(), 1, 2, 2, 4);
        window.call(() -> generator.synthesise(others));
        CompletableFuture<List<Picture>> made =
                CompletableFuture.supplyAsync(() -> generator.synthesise(inputs));
        List<String> seen = new ArrayList<>();
        while (!made.isDone()) {
            window.run(() -> backend.frame(0));
            seen.add(backend.schedule().now());
        }
        assertThat(GlBench.difference(made.join(), List.of(expected))).isZero();
        assertThat(seen).anyMatch(now -> now.contains("terrain layer 2, 0 of 1"));
        closeAll(List.of(generator), List.of(backend));
    }

    @Test
    void aFrameStopsWhenWhatIsMeasuredSaysThatItsTimeIsUp() {
        // Every look at the clock costs 0.3 ms: a budget of 2 ms has room for a few.
        AtomicLong now = new AtomicLong();
        GlBackend backend = backend(() -> now.addAndGet(300_000));
        Generator generator = window.call(() -> backend.open(weights));
        List<LatentGrid> inputs = GlBench.inputs(weights.spec(), 4, 5, 5, 3);
        CompletableFuture<List<Picture>> made =
                CompletableFuture.supplyAsync(() -> generator.synthesise(inputs));
        while (backend.schedule().waiting() == 0) {
            Thread.onSpinWait();
        }
        while (!made.isDone()) {
            window.run(() -> backend.frame(2_000_000));
            assertThat(backend.schedule().slices()).isLessThanOrEqualTo(3);
        }
        // Reading back looks four times: how much, from when, till when, and whether to go on.
        assertThat(backend.schedule().longestMillis()).isLessThan(2 + 5.5 * 0.3);
        closeAll(List.of(generator), List.of(backend));
    }

    private GlBackend backend(LongSupplier clock) {
        return window.call(
                () -> new GlBackend(window.gl(), Device::of, clock, ProcessorClock.blind(clock)));
    }

    private void closeAll(List<Generator> generators, List<GlBackend> backends) {
        window.run(
                () -> {
                    generators.forEach(Generator::close);
                    backends.forEach(GlBackend::close);
                });
    }
}
