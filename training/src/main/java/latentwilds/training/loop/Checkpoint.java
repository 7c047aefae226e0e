package latentwilds.training.loop;

import java.util.Map;

/**
 * Everything a run needs to go on exactly: both networks, batch-norm statistics, the average, both
 * optimisers' moments. Random numbers need no state: they are derived from the step's index.
 *
 * @param step steps taken
 * @param seconds training time so far
 * @param arrays name to values; names start with {@code g.}, {@code stats.}, {@code d.}, {@code
 *     ema.}, {@code adam.g.} or {@code adam.d.}
 */
public record Checkpoint(long step, double seconds, Map<String, float[]> arrays) {}
