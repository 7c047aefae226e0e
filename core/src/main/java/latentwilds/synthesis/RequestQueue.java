package latentwilds.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * Requests that wait, are being made, or wait to be delivered. Within one priority the oldest comes
 * first. The only state that render thread and worker share; every method is safe on both.
 */
final class RequestQueue {
    // Every job that is neither delivered nor dropped, by key: what makes a request a repetition.
    private final Map<Object, Job> known = new HashMap<>();
    private final Map<Priority, LinkedHashMap<Object, Job>> waiting = new EnumMap<>(Priority.class);
    private final PriorityQueue<Finished> finished =
            new PriorityQueue<>(
                    Comparator.comparing((Finished f) -> f.job().priority())
                            .thenComparingLong(Finished::order));
    private long finishedSoFar;
    private boolean closed;

    private record Finished(Job job, long order) {}

    RequestQueue() {
        for (Priority priority : Priority.values()) {
            waiting.put(priority, new LinkedHashMap<>());
        }
    }

    /**
     * Takes a request in.
     *
     * @return false if its key is known already (if it still waits, it gets the higher priority of
     *     the two) or the queue is closed
     */
    synchronized boolean offer(Request<?> request) {
        if (closed) {
            return false;
        }
        Job before = known.get(request.key());
        if (before != null) {
            raise(before, request.priority());
            return false;
        }
        Job job = new Job(request);
        known.put(request.key(), job);
        waiting.get(job.priority()).put(request.key(), job);
        notifyAll();
        return true;
    }

    private void raise(Job job, Priority priority) {
        Object key = job.request().key();
        if (priority.compareTo(job.priority()) < 0
                && waiting.get(job.priority()).remove(key) != null) {
            job.raise(priority);
            waiting.get(priority).put(key, job);
        }
    }

    /** Forgets requests; one that is being made right now is made, but not delivered. */
    synchronized void cancel(Predicate<Object> keys) {
        List<Job> gone = new ArrayList<>();
        for (Job job : known.values()) {
            if (keys.test(job.request().key())) {
                gone.add(job);
            }
        }
        for (Job job : gone) {
            job.cancel();
            forget(job);
            waiting.get(job.priority()).remove(job.request().key());
        }
        finished.removeIf(f -> f.job().cancelled());
    }

    /** Waits for the most urgent job and takes it; empty when the queue is closed. */
    synchronized Optional<Job> take() {
        // Nothing but close ends the worker, whatever a request's own code did to its thread.
        Thread.interrupted();
        while (!closed) {
            for (Map<Object, Job> jobs : waiting.values()) {
                if (!jobs.isEmpty()) {
                    Job job = jobs.values().iterator().next();
                    jobs.remove(job.request().key());
                    return Optional.of(job);
                }
            }
            try {
                wait();
            } catch (InterruptedException e) {
                // As above.
            }
        }
        return Optional.empty();
    }

    /**
     * The oldest waiting job that may share a call with another: same kind, same priority (an
     * urgent picture does not wait for idle ones), and an input of the same size or not made yet.
     * It stays in the queue until {@link #take(Job)}.
     */
    synchronized Optional<Job> nextLike(Job first) {
        for (Job job : waiting.get(first.priority()).values()) {
            if (job.request().kind().equals(first.request().kind())
                    && (job.input() == null || job.sameSize(first))) {
                return Optional.of(job);
            }
        }
        return Optional.empty();
    }

    /** Takes a certain job; false if it does not wait any more. */
    synchronized boolean take(Job job) {
        return waiting.get(job.priority()).remove(job.request().key(), job);
    }

    /** A job's result is there; it waits for delivery unless it was cancelled meanwhile. */
    synchronized void finish(Job job) {
        if (!job.cancelled() && !closed) {
            finished.add(new Finished(job, finishedSoFar++));
        }
    }

    /** A job cannot be made; its key may be requested again. */
    synchronized void drop(Job job) {
        take(job);
        forget(job);
    }

    /** The next result to hand out. From now on its key may be requested again. */
    synchronized Optional<Job> takeFinished() {
        Finished next = finished.poll();
        if (next == null) {
            return Optional.empty();
        }
        forget(next.job());
        return Optional.of(next.job());
    }

    private void forget(Job job) {
        known.remove(job.request().key(), job);
    }

    synchronized int waiting() {
        return waiting.values().stream().mapToInt(Map::size).sum();
    }

    /** Forgets everything and lets the worker go. */
    synchronized void close() {
        closed = true;
        known.clear();
        waiting.values().forEach(Map::clear);
        finished.clear();
        notifyAll();
    }

    synchronized boolean closed() {
        return closed;
    }
}
