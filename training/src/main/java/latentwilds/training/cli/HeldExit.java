package latentwilds.training.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds a process back that was told to end, by Ctrl-C or {@code kill}, until this is closed. A
 * process that exits runs libtorch's destructors while its other threads go on: one that is still
 * computing then dies of a segmentation fault.
 *
 * <p>Closed by the thread that works, once it is out of native code.
 */
final class HeldExit implements AutoCloseable {
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    /**
     * Holds from now on.
     *
     * @param name of the thread that holds
     * @param longest how long the process is held; null for as long as it takes
     * @param asked run on that thread first, when the process is told to end
     */
    HeldExit(String name, Duration longest, Runnable asked) {
        hook =
                new Thread(
                        () -> {
                            asked.run();
                            await(longest);
                        },
                        name);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await(Duration longest) {
        try {
            if (longest == null) {
                over.await();
            } else {
                over.await(longest.toMillis(), TimeUnit.MILLISECONDS);
            }
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
