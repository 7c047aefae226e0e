package latentwilds.screen;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** When the game reached what a waiting player waits for, from its start on. Any thread. */
public final class Milestones {
    /** Set by {@code ./play}: seconds since 1970 at which it was called. */
    public static final String STARTED = "latentwilds.started";

    static final String FIRST_FRAME = "first frame";
    static final String PLAYABLE = "playable";

    private final Instant start;
    private final Map<String, At> reached = new LinkedHashMap<>();

    /**
     * What it took to come this far.
     *
     * @param millis since {@code ./play} was called; since the process began where that is not
     *     known
     * @param processor milliseconds of all cores that the process used
     */
    public record At(long millis, long processor) {}

    /** Starts to count when {@code ./play} did. */
    public Milestones() {
        this(System.getProperty(STARTED, ""));
    }

    Milestones(String started) {
        // A shell of another language writes a comma.
        String seconds = started.replace(',', '.');
        start =
                seconds.matches("\\d+\\.\\d+")
                        ? Instant.ofEpochMilli((long) (Double.parseDouble(seconds) * 1000))
                        : ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }

    /**
     * Notes when something happened for the first time.
     *
     * @param what one or two words
     */
    public synchronized void reach(String what) {
        if (!reached.containsKey(what)) {
            reached.put(what, now());
        }
    }

    private At now() {
        long processor =
                ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(-1L);
        return new At(Duration.between(start, Instant.now()).toMillis(), processor);
    }

    /**
     * Everything so far.
     *
     * @return in the order in which it happened
     */
    public synchronized Map<String, At> all() {
        return new LinkedHashMap<>(reached);
    }

    /**
     * The first frame.
     *
     * @return milliseconds from the start; -1 before
     */
    public long firstFrameMillis() {
        return millis(FIRST_FRAME);
    }

    /**
     * The first world in which one can walk.
     *
     * @return milliseconds from the start; -1 before
     */
    public long playableMillis() {
        return millis(PLAYABLE);
    }

    private synchronized long millis(String what) {
        return reached.containsKey(what) ? reached.get(what).millis() : -1;
    }
}
