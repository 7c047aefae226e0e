package latentwilds.synthesis;

import java.util.Map;

/**
 * What a {@link Synthesiser} has done so far, for the overlay and the log. Times are those of
 * generator calls alone, warm-up excluded.
 *
 * @param backends kind to the name of the backend that runs it; only opened kinds
 * @param queued requests that wait to be made
 * @param made kind to pictures made
 * @param meanMillis kind to milliseconds per picture, over all calls
 * @param lastMillis milliseconds of the latest call, whatever its batch; 0 before the first
 * @param totalMillis milliseconds of all calls
 */
public record SynthesisStats(
        Map<String, String> backends,
        int queued,
        Map<String, Long> made,
        Map<String, Double> meanMillis,
        double lastMillis,
        double totalMillis) {

    /** Copies the maps. */
    public SynthesisStats {
        backends = Map.copyOf(backends);
        made = Map.copyOf(made);
        meanMillis = Map.copyOf(meanMillis);
    }
}
