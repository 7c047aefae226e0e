package latentwilds.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.locks.ReentrantLock;
import latentwilds.synthesis.gl.GlBackend;
import latentwilds.synthesis.gl.Schedule;

/**
 * The render thread's part: a frame after the other, timed. The benchmark's thread asks between two
 * frames: a picture is handed over within a frame, whose own time is known only when it ends.
 */
final class Frames {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final GlBackend gl;
    private final long budgetNanos;
    // Fair: the render thread would otherwise take it again before anybody who waits.
    private final ReentrantLock betweenFrames = new ReentrantLock(true);
    private boolean flatOut = true;
    private double longest;
    private double longestCpu;

    Frames(GlBackend gl, long budgetNanos) {
        this.gl = gl;
        this.budgetNanos = budgetNanos;
    }

    /** One frame; render thread. */
    void frame() {
        betweenFrames.lock();
        try {
            long start = System.nanoTime();
            long cpu = THREADS.getCurrentThreadCpuTime();
            gl.frame(flatOut ? Long.MAX_VALUE : budgetNanos);
            if (!flatOut) {
                longest = Math.max(longest, (System.nanoTime() - start) / 1e6);
                longestCpu = Math.max(longestCpu, (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6);
            }
        } finally {
            betweenFrames.unlock();
        }
    }

    /**
     * Whether frames take as long as there is work; the longest frame within the budget is
     * forgotten. Waits for the end of a frame.
     */
    void flatOut(boolean unlimited) {
        betweenFrames.lock();
        try {
            longest = unlimited ? longest : 0;
            longestCpu = unlimited ? longestCpu : 0;
            flatOut = unlimited;
        } finally {
            betweenFrames.unlock();
        }
    }

    /**
     * The longest frame within the budget since that was last asked for, in milliseconds. Waits for
     * the end of a frame.
     */
    double longestMillis() {
        betweenFrames.lock();
        try {
            return longest;
        } finally {
            betweenFrames.unlock();
        }
    }

    /** As above, of the processor's time: without other processes' turns. */
    double longestCpuMillis() {
        betweenFrames.lock();
        try {
            return longestCpu;
        } finally {
            betweenFrames.unlock();
        }
    }

    double budgetMillis() {
        return budgetNanos / 1e6;
    }

    Schedule schedule() {
        return gl.schedule();
    }
}
