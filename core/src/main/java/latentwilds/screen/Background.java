package latentwilds.screen;

import java.util.concurrent.Executor;

/**
 * A thread of its own for every errand, so that one may share its work with the common pool: on two
 * cores that pool has a single thread, which could share with nobody. Threads end with the game.
 */
enum Background implements Executor {
    /** What somebody waits for. */
    SOON(Thread.NORM_PRIORITY),
    /** What nobody waits for yet. */
    LATER(Thread.MIN_PRIORITY);

    private final int priority;

    Background(int priority) {
        this.priority = priority;
    }

    @Override
    public void execute(Runnable errand) {
        Thread thread = new Thread(errand, "background");
        thread.setDaemon(true);
        thread.setPriority(priority);
        thread.start();
    }
}
