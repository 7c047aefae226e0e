package latentwilds.training.file;

import java.util.concurrent.CancellationException;

/**
 * Long work in native code looks here between two calls: a thread that was interrupted, since the
 * process is to end, leaves its work. Whatever it holds is closed on the way out.
 */
public final class Ending {
    private Ending() {}

    /**
     * Goes on, or not.
     *
     * @throws CancellationException if this thread was interrupted; it still counts as interrupted
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped before it was done");
        }
    }
}
