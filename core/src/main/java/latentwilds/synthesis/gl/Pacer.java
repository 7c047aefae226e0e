package latentwilds.synthesis.gl;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * Decides how much is drawn in a frame. What a texel costs is learnt from measured slices, per kind
 * of program; a slice is cut so that the frame's rest is enough for it. What a frame draws of one
 * pass is timed as one: a renderer that collects draws to the same target counts all of them as the
 * first, and the others as nothing. The processor's time counts too, whichever is longer. At least
 * the smallest slice is drawn in every frame, unless the GPU has still to draw what it was given
 * some frames ago.
 */
final class Pacer {
    /** No slice is cut smaller. */
    static final int SMALLEST = 64;

    /**
     * Frames that the GPU may be behind. More work would only make the queue longer, until some
     * call that needs the GPU, even the game's own, waits for all of it.
     */
    static final int MOST_LAG = 3;

    /** Nanoseconds after which a driver is taken to give no answers: work goes on without. */
    static final long GIVEN_UP = 1_000_000_000;

    /**
     * Nanoseconds per texel fetch that nothing is faster than while the GPU's time is not seen: a 1
     * TFLOP/s GPU at a sixth of its peak.
     */
    private static final double BLIND = 0.05;

    /** The same per texel that is read back. */
    private static final double BLIND_READ = 1;

    private final Stopwatch stopwatch;
    private final LongSupplier clock;
    private final Costs costs = new Costs();
    private long budget;
    private boolean hidden;
    private long start;
    private double planned;
    private long frames;
    private int slices;
    private Pass drawing;
    private double drawnFetches;
    private Figures last = new Figures(0, 0, 0);
    private double longest;
    private String longestWhat = "";
    private final Map<Object, Double> smallestSlices = new HashMap<>();
    private double smallest;
    private long lastStep;
    private long longestStep;
    private String longestStepName = "";
    private volatile boolean forget;

    /** What the last frame with work was planned to and did take. */
    private record Figures(int slices, double plannedMillis, double blockedMillis) {}

    Pacer(Stopwatch stopwatch, LongSupplier clock) {
        this.stopwatch = stopwatch;
        this.clock = clock;
    }

    /** A new frame, with so much time; if it is a still one, its length does not matter. */
    void beginFrame(long budgetNanos, boolean still) {
        hidden = still || budgetNanos == Long.MAX_VALUE;
        budget = budgetNanos;
        planned = 0;
        slices = 0;
        longestStep = 0;
        longestStepName = "";
        stopwatch.frame(hidden);
        start = clock.getAsLong();
        lastStep = start;
        frames++;
        stopwatch.poll();
    }

    void endFrame() {
        endRun();
        double blocked = (clock.getAsLong() - start) / 1e6;
        if (forget) {
            longest = 0;
            smallestSlices.clear();
        }
        forget = false;
        smallest = smallestSlices.values().stream().mapToDouble(n -> n).max().orElse(0);
        if (!hidden && blocked > longest) {
            longest = blocked;
            longestWhat = longestStepName;
        }
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

    /**
     * Whether the frame's time is up.
     *
     * @param step what was done since this was last asked
     */
    boolean exhausted(String step) {
        long now = clock.getAsLong();
        if (now - lastStep > longestStep) {
            longestStep = now - lastStep;
            longestStepName = step;
        }
        lastStep = now;
        return Math.max(planned, now - start) >= budget;
    }

    /** Whether the GPU has too much to do already for this frame to add to it. */
    boolean behind() {
        return !unlimited() && stopwatch.lag() > MOST_LAG && stopwatch.lagNanos() <= GIVEN_UP;
    }

    /** How much of a pass's rest to draw now. */
    Area next(Pass pass, long done) {
        long rest = pass.area().texels() - done;
        return pass.area().from(done, Math.min(rest, affordable(nanosPerTexel(pass))));
    }

    private long affordable(double nanosPerTexel) {
        double left = budget - Math.max(planned, clock.getAsLong() - start);
        return (long) Math.max(SMALLEST, left / nanosPerTexel);
    }

    private double nanosPerTexel(Pass pass) {
        return pass.fetches() * costs.of(pass);
    }

    /**
     * Draws a slice and times it.
     *
     * @param part of the pass's area
     * @param draw does it
     */
    void draw(Pass pass, Area part, Runnable draw) {
        if (pass != drawing) {
            endRun();
            drawing = pass;
            stopwatch.begin();
        }
        drawnFetches += part.texels() * pass.fetches();
        planned += part.texels() * nanosPerTexel(pass);
        slices++;
        note(pass.name(), Math.min(SMALLEST, pass.area().texels()) * nanosPerTexel(pass));
        draw.run();
    }

    /** What is drawn from here on is not timed together with what was. */
    private void endRun() {
        if (drawing != null) {
            Pass pass = drawing;
            double fetches = drawnFetches;
            stopwatch.end(nanos -> learn(pass, nanos / fetches));
        }
        drawing = null;
        drawnFetches = 0;
    }

    /**
     * Reads back a slice of what is left and times it: by the clock, since it is the processor that
     * may have to do it or to wait.
     *
     * @param work told how many texels
     * @return as many
     */
    int read(ReadBack.Stage stage, int left, IntConsumer work) {
        endRun();
        double cost = costs.of(stage);
        int texels = (int) Math.min(left, affordable(cost));
        slices++;
        note(stage, SMALLEST * cost);
        long since = clock.getAsLong();
        work.accept(texels);
        double took = clock.getAsLong() - since;
        planned += Math.max(took, texels * cost);
        costs.learn(stage, Math.max(BLIND_READ, took / texels));
        return texels;
    }

    private void note(Object what, double nanos) {
        if (!hidden) {
            smallestSlices.put(what, nanos);
        }
    }

    private void learn(Pass pass, double answer) {
        costs.learn(pass, stopwatch.seesGpu() ? answer : Math.max(BLIND, answer));
    }

    /** What was longest so far belongs to opening and warming up, which a loading screen hides. */
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

    /** The longest step of the longest frame. */
    String longestWhat() {
        return longestWhat;
    }

    /** What the smallest slice of the dearest pass is thought to take. */
    double smallestMillis() {
        return smallest / 1e6;
    }
}
