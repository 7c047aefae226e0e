package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL30;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/**
 * Times what is drawn by the processor's clock. A renderer in software is waited for, so that the
 * answer is what drawing took: llvmpipe does have timer queries, but it draws a target tile by tile
 * and counts the last tile's time only. It is waited for in frames that nobody sees, such as those
 * of warming up, and not timed in others: waiting would add every turn that another thread takes to
 * the frame. Its threads share the tiles of what is drawn: a small slice may be one thread's alone,
 * so whatever was drawn is taken to cost what that would. A GPU is never waited for: without timer
 * queries, what it does after the calls is not seen.
 */
final class ProcessorClock implements Stopwatch {
    /** A slice that two threads do not share takes so much longer than the same as part of more. */
    private static final double ALONE = 2;

    private final LongSupplier clock;
    private final Runnable wait;
    private final boolean software;
    private boolean timing = true;
    private long start;

    private ProcessorClock(LongSupplier clock, Runnable wait, boolean software) {
        this.clock = clock;
        this.wait = wait;
        this.software = software;
    }

    /** For a renderer that draws on the processor. */
    static ProcessorClock ofSoftware(GL30 gl, LongSupplier clock) {
        return new ProcessorClock(clock, gl::glFinish, true);
    }

    /** For a GPU without timer queries: the calls' time only. */
    static ProcessorClock blind(LongSupplier clock) {
        return new ProcessorClock(clock, () -> {}, false);
    }

    @Override
    public boolean seesGpu() {
        return software;
    }

    @Override
    public void frame(boolean hidden) {
        timing = hidden || !software;
        if (timing) {
            wait.run();
        }
    }

    @Override
    public void begin() {
        start = clock.getAsLong();
    }

    @Override
    public void end(DoubleConsumer answer) {
        if (timing) {
            wait.run();
            answer.accept((software ? ALONE : 1) * (clock.getAsLong() - start));
        }
    }

    @Override
    public void poll() {
        // Every answer was given at once.
    }

    @Override
    public long lag() {
        return 0;
    }

    @Override
    public long lagNanos() {
        return 0;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
