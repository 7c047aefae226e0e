package latentwilds.bench;

import latentwilds.synthesis.gl.GlBackend;

/** The render thread's part: a frame after the other, timed. */
final class Frames {
    private final GlBackend gl;
    private final long budgetNanos;
    private volatile boolean flatOut = true;
    private volatile double longest;

    Frames(GlBackend gl, long budgetNanos) {
        this.gl = gl;
        this.budgetNanos = budgetNanos;
    }

    /** One frame; render thread. */
    void frame() {
        boolean unlimited = flatOut;
        long start = System.nanoTime();
        gl.frame(unlimited ? Long.MAX_VALUE : budgetNanos);
        if (!unlimited) {
            longest = Math.max(longest, (System.nanoTime() - start) / 1e6);
        }
    }

    /**
     * Whether frames take as long as there is work; the longest frame within the budget is
     * forgotten.
     */
    void flatOut(boolean unlimited) {
        longest = unlimited ? longest : 0;
        flatOut = unlimited;
    }

    /** The longest frame within the budget since that was last asked for. */
    double longestMillis() {
        return longest;
    }

    long gpuBytes() {
        return gl.schedule().bytes();
    }
}
