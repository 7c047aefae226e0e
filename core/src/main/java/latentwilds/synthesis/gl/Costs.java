package latentwilds.synthesis.gl;

import java.util.HashMap;
import java.util.Map;

/**
 * What a unit of work takes, learnt from measured slices: per pass, and per program for passes that
 * have not run yet. A slower answer is believed sooner than a faster one, so that a slice is rather
 * too small than too large.
 */
final class Costs {
    /** Nanoseconds per texel fetch before anything is measured: what a slow processor needs. */
    static final double SLOW = 4;

    /** The same per texel that is read back: its vertex may be shaded by the processor. */
    static final double SLOW_TO_READ = 50;

    private static final double OLD = 0.8;

    /** Another process's turn in the middle of a slice must not make all that follow tiny. */
    private static final double MOST = 2;

    private record Program(Op op, int lanes) {}

    private record Key(String pass, int lanes) {}

    private final Map<Object, Double> nanos = new HashMap<>();

    /** Nanoseconds per fetch. */
    double of(Pass pass) {
        double kin = nanos.getOrDefault(new Program(pass.op(), pass.lanes()), SLOW);
        return nanos.getOrDefault(new Key(pass.name(), pass.lanes()), kin);
    }

    /** Nanoseconds per texel that is read back. */
    double of(ReadBack.Stage stage) {
        return nanos.getOrDefault(stage, SLOW_TO_READ);
    }

    void learn(Pass pass, double nanosPerFetch) {
        learn(new Key(pass.name(), pass.lanes()), nanosPerFetch, SLOW);
        learn(new Program(pass.op(), pass.lanes()), nanosPerFetch, SLOW);
    }

    void learn(ReadBack.Stage stage, double nanosPerTexel) {
        learn(stage, nanosPerTexel, SLOW_TO_READ);
    }

    /**
     * The first answer may have a program's compiling in it, which must not be taken for drawing.
     */
    private void learn(Object key, double answer, double slow) {
        nanos.merge(key, Math.min(answer, MOST * slow), (old, now) -> merge(old, answer));
    }

    private static double merge(double old, double now) {
        return now > old ? Math.min(now, MOST * old) : OLD * old + (1 - OLD) * now;
    }
}
