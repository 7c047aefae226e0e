package latentwilds.training.cli;

import java.util.concurrent.CountDownLatch;
import latentwilds.training.loop.Training;

/**
 * Holds a process back that was told to end, by Ctrl-C or {@code kill}, until its training has
 * saved and is out of native code. A process that exits runs libtorch's destructors while its other
 * threads go on: one that is still computing then dies of a segmentation fault, and takes what was
 * not saved with it. So there is no limit to the wait; {@code kill -9} is there for the impatient.
 *
 * <p>Made and closed by the thread that trains, before and after everything that holds native
 * memory.
 */
final class OrderlyEnd implements AutoCloseable {
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::askAndWait, "orderly-end");
    private Training training;
    private boolean asked;

    OrderlyEnd() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Says what is to be stopped: at once, where the process was told to end before. */
    synchronized void stops(Training running) {
        training = running;
        if (asked) {
            training.stop();
        }
    }

    private void askAndWait() {
        System.out.printf("%nStopping after this step, and saving ...%n");
        synchronized (this) {
            asked = true;
            if (training != null) {
                training.stop();
            }
        }
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The shutdown has begun, and waited for this.
        }
    }
}
