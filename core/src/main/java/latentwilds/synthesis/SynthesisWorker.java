package latentwilds.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorWeights;

/**
 * What a {@link Synthesiser}'s thread does: opens the generators, serves the queue, closes the
 * generators. It outlives every error, {@code Error}s included (a native library that breaks, a
 * batch that does not fit into memory): one batch is lost, not the game's pictures.
 */
final class SynthesisWorker implements Runnable {
    private final OpenGenerators generators;
    private final RequestQueue queue;
    private final Meter meter;
    private final LongSupplier clock;
    private final Consumer<String> failures;

    SynthesisWorker(
            OpenGenerators generators,
            RequestQueue queue,
            Meter meter,
            LongSupplier clock,
            Consumer<String> failures) {
        this.generators = generators;
        this.queue = queue;
        this.meter = meter;
        this.clock = clock;
        this.failures = failures;
    }

    @Override
    public void run() {
        try {
            generators.open(queue::closed);
            for (Optional<Job> job = queue.take(); job.isPresent(); job = queue.take()) {
                serve(job.get());
            }
        } finally {
            generators.close();
        }
    }

    private void serve(Job first) {
        String kind = first.request().kind();
        Optional<Generator> generator = generators.get(kind);
        if (generator.isEmpty()) {
            // Told as a failure when it did not open.
            queue.drop(first);
        } else if (prepare(first)) {
            List<Job> batch = batch(first, generator.get().together());
            try {
                make(generator.get(), kind, batch);
            } catch (Throwable e) {
                batch.forEach(queue::drop);
                failures.accept(
                        "Generator '%s' (%s) failed on a batch of %d: %s"
                                .formatted(kind, generator.get().backend(), batch.size(), e));
            }
        }
    }

    /** Makes a job's input; false if that failed. */
    private boolean prepare(Job job) {
        try {
            job.makeInput(generators.weights(job.request().kind()));
            return true;
        } catch (Throwable e) {
            queue.drop(job);
            failures.accept("No input for %s: %s".formatted(job.request().key(), e));
            return false;
        }
    }

    private List<Job> batch(Job first, int least) {
        String kind = first.request().kind();
        long pixels = BatchSize.pixels(generators.weights(kind).spec(), first.input());
        int most = Math.max(least, BatchSize.of(pixels, meter.expectedNanos(kind, pixels)));
        List<Job> batch = new ArrayList<>(List.of(first));
        while (batch.size() < most) {
            Optional<Job> next = queue.nextLike(first);
            if (next.isEmpty()) {
                break;
            }
            // One of another size stays in the queue, and its input with it.
            Job job = next.get();
            if (prepare(job) && job.sameSize(first) && queue.take(job)) {
                batch.add(job);
            }
        }
        return batch;
    }

    private void make(Generator generator, String kind, List<Job> batch) {
        GeneratorWeights weights = generators.weights(kind);
        List<LatentGrid> inputs = batch.stream().map(Job::input).toList();
        List<Placement> placements =
                batch.stream().flatMap(job -> job.request().placement().stream()).toList();
        long start = clock.getAsLong();
        boolean drawn = placements.size() == batch.size() && generator.draw(inputs, placements);
        List<Picture> pictures = drawn ? List.of() : generator.synthesise(inputs);
        long nanos = clock.getAsLong() - start;
        long pixels = BatchSize.pixels(weights.spec(), inputs.get(0)) * inputs.size();
        meter.called(kind, generator.backend(), batch.size(), pixels, nanos);
        for (int i = 0; i < batch.size(); i++) {
            if (drawn) {
                batch.get(i).drawn();
                queue.finish(batch.get(i));
            } else {
                finish(batch.get(i), pictures.get(i));
            }
        }
    }

    private void finish(Job job, Picture picture) {
        if (job.cancelled()) {
            return;
        }
        try {
            job.finish(picture);
            queue.finish(job);
        } catch (Throwable e) {
            queue.drop(job);
            failures.accept("No result for %s: %s".formatted(job.request().key(), e));
        }
    }
}
