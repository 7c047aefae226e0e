package latentwilds.synthesis;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts and times generator calls. Safe on every thread. */
final class Meter {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, String> backends = new LinkedHashMap<>();
    private final Map<String, Long> made = new LinkedHashMap<>();
    private final Map<String, Long> nanos = new HashMap<>();
    private final Map<String, Double> pace = new HashMap<>();
    private long lastNanos;
    private long totalNanos;

    synchronized void opened(String kind, String backend) {
        backends.put(kind, backend);
        made.put(kind, 0L);
        nanos.put(kind, 0L);
    }

    /** A warm-up call: not counted, but a first idea of the pace. */
    synchronized void warmedUp(String kind, long pixels, long callNanos) {
        pace.put(kind, (double) callNanos / pixels);
    }

    synchronized void called(
            String kind, String backend, int pictures, long pixels, long callNanos) {
        // It may have changed: a backend that fails gives way to the next.
        backends.put(kind, backend);
        made.merge(kind, (long) pictures, Long::sum);
        nanos.merge(kind, callNanos, Long::sum);
        // Half old, half new: follows a change of load, shrugs off a single hiccup.
        pace.merge(kind, (double) callNanos / pixels, (old, now) -> (old + now) / 2);
        lastNanos = callNanos;
        totalNanos += callNanos;
    }

    /** Expected nanoseconds for a picture of a kind; 0 before the first call. */
    synchronized double expectedNanos(String kind, long pixels) {
        return pace.getOrDefault(kind, 0.0) * pixels;
    }

    synchronized SynthesisStats stats(int queued) {
        Map<String, Double> means = new HashMap<>();
        made.forEach(
                (kind, count) ->
                        means.put(
                                kind, count == 0 ? 0 : nanos.get(kind) / NANOS_PER_MILLI / count));
        return new SynthesisStats(
                backends,
                queued,
                made,
                means,
                lastNanos / NANOS_PER_MILLI,
                totalNanos / NANOS_PER_MILLI);
    }
}
