package latentwilds.training.loop;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import latentwilds.seed.Streams;
import latentwilds.training.augment.Batch;
import latentwilds.training.augment.Batches;

/**
 * Makes the next step's batch on a thread of its own while the networks are busy with this one's.
 * Which pictures a step gets follows from its index, whoever makes the batch and when.
 */
final class Prefetch implements AutoCloseable {
    private final Batches batches;
    private final Streams streams;
    private final int size;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread made = new Thread(task, "batches");
                        made.setDaemon(true);
                        return made;
                    });
    private long coming = -1;
    private Future<Batch> next;

    Prefetch(Batches batches, Streams streams, int size) {
        this.batches = batches;
        this.streams = streams;
        this.size = size;
    }

    /** The batch of a step; the one after it is begun. */
    Batch batch(long step) {
        Future<Batch> wanted = coming == step ? next : begin(step);
        try {
            Batch batch = wanted.get();
            coming = step + 1;
            next = begin(coming);
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for pictures", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Future<Batch> begin(long step) {
        return thread.submit(() -> batches.next(size, streams.stream("batch", step)));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
