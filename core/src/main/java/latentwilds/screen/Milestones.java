package latentwilds.screen;

import java.lang.management.ManagementFactory;

/** When the game reached what a waiting player waits for, from the start of the JVM. */
public final class Milestones {
    private final long jvmStart = ManagementFactory.getRuntimeMXBean().getStartTime();
    private long firstFrame = -1;
    private long playable = -1;

    void firstFrame() {
        firstFrame = firstFrame < 0 ? sinceStart() : firstFrame;
    }

    void playable() {
        playable = playable < 0 ? sinceStart() : playable;
    }

    private long sinceStart() {
        return System.currentTimeMillis() - jvmStart;
    }

    /**
     * The first frame.
     *
     * @return milliseconds since the JVM's start; -1 before
     */
    public long firstFrameMillis() {
        return firstFrame;
    }

    /**
     * The first world in which one can walk.
     *
     * @return milliseconds since the JVM's start; -1 before
     */
    public long playableMillis() {
        return playable;
    }
}
