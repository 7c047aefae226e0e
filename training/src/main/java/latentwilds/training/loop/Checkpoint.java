package latentwilds.training.loop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a run needs to go on exactly: both networks, batch-norm statistics, the average, both
 * optimisers' moments, the watchdog's counts, the means of a tick that is not over, and, where the
 * run may go back, the state that it would go back to. Random numbers need no state: they are
 * derived from the step's index.
 *
 * @param step steps taken
 * @param seconds training time so far
 * @param arrays name to values; names start with {@code g.}, {@code stats.}, {@code d.}, {@code
 *     ema.}, {@code standing.}, {@code adam.g.}, {@code adam.d.} or {@code state.}; behind {@code
 *     good.} the same names again
 * @param shapes name to dimensions, for those that have more than one
 */
public record Checkpoint(
        long step, double seconds, Map<String, float[]> arrays, Map<String, int[]> shapes) {

    /** Part of the averaged generator's batch-norm statistics, measured on its own pictures. */
    public static final String STANDING = "standing.";

    private static final String GOOD = "good.";
    private static final String GOOD_STEP = "state.step";

    /** The same with one more part, whose names get the prefix. */
    Checkpoint with(String prefix, Map<String, float[]> part) {
        Map<String, float[]> all = new LinkedHashMap<>(arrays);
        part.forEach((name, values) -> all.put(prefix + name, values));
        return new Checkpoint(step, seconds, all, shapes);
    }

    /** The same with a state to go back to. */
    Checkpoint withGood(Checkpoint good) {
        Map<String, float[]> part = new LinkedHashMap<>(good.arrays);
        part.put(GOOD_STEP, Counts.of(good.step));
        Map<String, int[]> allShapes = new LinkedHashMap<>(shapes);
        good.shapes.forEach((name, shape) -> allShapes.put(GOOD + name, shape));
        return new Checkpoint(step, seconds, with(GOOD, part).arrays, allShapes);
    }

    /** The state to go back to that was put in, if any. */
    Optional<Checkpoint> good() {
        Map<String, float[]> part = part(GOOD);
        float[] at = part.remove(GOOD_STEP);
        return at == null
                ? Optional.empty()
                : Optional.of(new Checkpoint(Counts.read(at, 0), seconds, part, goodShapes()));
    }

    private Map<String, int[]> goodShapes() {
        Map<String, int[]> part = new LinkedHashMap<>();
        shapes.forEach(
                (name, shape) -> {
                    if (name.startsWith(GOOD)) {
                        part.put(name.substring(GOOD.length()), shape);
                    }
                });
        return part;
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
