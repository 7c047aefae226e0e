package latentwilds.synthesis.gl;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Decides how much is drawn in a frame. What a texel costs is learnt from measured slices, per kind
 * of program; a slice is cut so that the frame's rest is enough for it. The processor's time counts
 * too, whichever is longer. At least the smallest slice is drawn in every frame.
 */
final class Pacer {
    /** No slice is cut smaller. */
    static final int SMALLEST = 64;

    /** Nanoseconds per texel fetch before anything is measured: what a slow processor needs. */
    static final double SLOW = 4;

    /**
     * Nanoseconds per texel fetch that nothing is faster than while the GPU's time is not seen: a 1
     * TFLOP/s GPU at a sixth of its peak.
     */
    private static final double BLIND = 0.05;

    private record Key(Op op, int lanes) {}

    private final Stopwatch stopwatch;
    private final LongSupplier clock;
    private final Map<Key, Double> nanosPerFetch = new HashMap<>();
    private long budget;
    private long start;
    private double planned;
    private long frames;
    private int slices;
    private Figures last = new Figures(0, 0, 0);
    private double longest;
    private volatile boolean forget;

    /** What the last frame with work was planned to and did take. */
    private record Figures(int slices, double plannedMillis, double blockedMillis) {}

    Pacer(Stopwatch stopwatch, LongSupplier clock) {
        this.stopwatch = stopwatch;
        this.clock = clock;
    }

    /** A new frame, with so much time. */
    void beginFrame(long budgetNanos) {
        budget = budgetNanos;
        planned = 0;
        slices = 0;
        start = clock.getAsLong();
        frames++;
        stopwatch.poll();
    }

    void endFrame() {
        double blocked = (clock.getAsLong() - start) / 1e6;
        longest = unlimited() ? longest : Math.max(forget ? 0 : longest, blocked);
        forget = false;
        last = new Figures(slices, planned / 1e6, blocked);
    }

    /** Frames so far, to wait for the GPU by. */
    long frames() {
        return frames;
    }

    /** Whether nobody waits for the frame, so that waiting for the GPU does no harm. */
    boolean unlimited() {
        return budget == Long.MAX_VALUE;
    }

    boolean exhausted() {
        return Math.max(planned, clock.getAsLong() - start) >= budget;
    }

    /** How much of a pass's rest to draw now. */
    Area next(Pass pass, long done) {
        long rest = pass.area().texels() - done;
        double left = budget - Math.max(planned, clock.getAsLong() - start);
        long affordable = (long) Math.max(SMALLEST, left / nanosPerTexel(pass));
        return pass.area().from(done, Math.min(rest, affordable));
    }

    private double nanosPerTexel(Pass pass) {
        return pass.fetches() * nanosPerFetch.getOrDefault(key(pass), SLOW);
    }

    private static Key key(Pass pass) {
        return new Key(pass.op(), pass.lanes());
    }

    /** Draws a slice and times it. */
    void draw(Device device, Pass pass, Area part) {
        double fetches = part.texels() * pass.fetches();
        planned += part.texels() * nanosPerTexel(pass);
        slices++;
        stopwatch.time(() -> pass.draw(device, part), nanos -> learn(key(pass), nanos / fetches));
    }

    private void learn(Key key, double answer) {
        double measured = stopwatch.seesGpu() ? answer : Math.max(BLIND, answer);
        // Half old, half new: follows a change of load, shrugs off a single hiccup.
        nanosPerFetch.merge(key, measured, (old, now) -> (old + now) / 2);
    }

    /** The longest frame so far was one of opening and warming up, which a loading screen hides. */
    void forgetLongest() {
        forget = true;
    }

    int slices() {
        return last.slices();
    }

    double plannedMillis() {
        return last.plannedMillis();
    }

    double blockedMillis() {
        return last.blockedMillis();
    }

    double longestMillis() {
        return longest;
    }
}
