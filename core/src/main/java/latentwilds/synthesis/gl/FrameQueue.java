package latentwilds.synthesis.gl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** Work that others want done on the render thread, in order, a little in every frame. */
final class FrameQueue {
    private final Deque<Entry<?>> entries = new ArrayDeque<>();
    private boolean closed;

    private static final class Entry<T> {
        private final Work<T> work;
        private final CompletableFuture<T> result = new CompletableFuture<>();

        Entry(Work<T> work) {
            this.work = work;
        }

        Work.Step step(Pacer pacer) {
            try {
                Work.Step step = work.step(pacer);
                if (step == Work.Step.DONE) {
                    result.complete(work.result());
                }
                return step;
            } catch (Throwable e) {
                // Errors too: whoever waits must not wait for ever.
                fail(e);
                return Work.Step.DONE;
            }
        }

        void fail(Throwable reason) {
            try {
                work.abandon();
            } finally {
                result.completeExceptionally(reason);
            }
        }
    }

    /**
     * Takes work in.
     *
     * @return what will come out of it
     * @throws IllegalStateException after {@link #close}
     */
    synchronized <T> CompletableFuture<T> add(Work<T> work) {
        if (closed) {
            throw new IllegalStateException("The shader backend is closed");
        }
        Entry<T> entry = new Entry<>(work);
        entries.add(entry);
        return entry.result;
    }

    /** Whether the next frame has something to do. */
    synchronized boolean idle() {
        return entries.isEmpty();
    }

    synchronized int waiting() {
        return entries.size();
    }

    synchronized String progress() {
        return entries.isEmpty() ? "" : entries.peek().work.progress();
    }

    /** Does slices until the frame's time is up; at least one, unless the GPU is behind. */
    void frame(Pacer pacer) {
        if (pacer.behind()) {
            return;
        }
        for (Entry<?> entry = peek(); entry != null; entry = peek()) {
            String name = entry.work.progress();
            Work.Step step = entry.step(pacer);
            boolean exhausted = pacer.exhausted(name);
            if (step == Work.Step.DONE) {
                remove(entry);
            }
            if (step == Work.Step.WAIT || exhausted) {
                return;
            }
        }
    }

    private synchronized Entry<?> peek() {
        return entries.peek();
    }

    private synchronized void remove(Entry<?> entry) {
        entries.remove(entry);
    }

    /** Fails what waits and whatever comes. */
    void close() {
        Deque<Entry<?>> left;
        synchronized (this) {
            closed = true;
            left = new ArrayDeque<>(entries);
            entries.clear();
        }
        left.forEach(e -> e.fail(new IllegalStateException("The shader backend is closed")));
    }
}
