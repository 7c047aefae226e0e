package latentwilds.training.loop;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything a run needs to go on exactly: both networks, batch-norm statistics, the average, both
 * optimisers' moments, the watchdog's counts. Random numbers need no state: they are derived from
 * the step's index.
 *
 * @param step steps taken
 * @param seconds training time so far
 * @param arrays name to values; names start with {@code g.}, {@code stats.}, {@code d.}, {@code
 *     ema.}, {@code standing.}, {@code adam.g.}, {@code adam.d.} or {@code state.}
 * @param shapes name to dimensions, for those that have more than one
 */
public record Checkpoint(
        long step, double seconds, Map<String, float[]> arrays, Map<String, int[]> shapes) {

    /** Part of the averaged generator's batch-norm statistics, measured on its own pictures. */
    public static final String STANDING = "standing.";

    /** The same with one more part, whose names get the prefix. */
    Checkpoint with(String prefix, Map<String, float[]> part) {
        Map<String, float[]> all = new LinkedHashMap<>(arrays);
        part.forEach((name, values) -> all.put(prefix + name, values));
        return new Checkpoint(step, seconds, all, shapes);
    }

    /**
     * The arrays of one part.
     *
     * @param prefix for example {@code g.}
     * @return those whose name starts with it, named by the rest
     */
    public Map<String, float[]> part(String prefix) {
        Map<String, float[]> part = new LinkedHashMap<>();
        arrays.forEach(
                (name, values) -> {
                    if (name.startsWith(prefix)) {
                        part.put(name.substring(prefix.length()), values);
                    }
                });
        return part;
    }
}
