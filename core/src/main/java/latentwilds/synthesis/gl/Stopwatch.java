package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL30;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/** Times what is drawn. Render thread only; the owner closes it. */
interface Stopwatch extends AutoCloseable {
    /**
     * The one that tells most about a context.
     *
     * @param gl of a current context
     * @param clock nanoseconds
     */
    static Stopwatch of(GL30 gl, LongSupplier clock) {
        if (!GlBackend.hardware(gl)) {
            return ProcessorClock.ofSoftware(gl, clock);
        }
        return TimerQueries.supported(gl)
                ? new TimerQueries(gl, clock)
                : ProcessorClock.blind(clock);
    }

    /** Whether answers are the GPU's time, not only that of the processor's calls. */
    boolean seesGpu();

    /**
     * A frame begins; what others drew before is waited for if it would be counted as ours.
     *
     * @param hidden whether nobody sees how long it takes
     */
    void frame(boolean hidden);

    /** From here on. {@link #end} comes before the next beginning. */
    void begin();

    /**
     * Up to here.
     *
     * @param answer told the nanoseconds, now or later; never, if this cannot be timed now
     */
    void end(DoubleConsumer answer);

    /** Hands out the answers that have come. Once per frame, after {@link #frame}. */
    void poll();

    /**
     * How far the GPU is behind.
     *
     * @return frames since the oldest slice that it has not answered for; 0 if there is none
     */
    long lag();

    /** As {@link #lag}, in nanoseconds. */
    long lagNanos();

    @Override
    void close();
}
