package latentwilds.training.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Holds a process back that was told to end, by Ctrl-C or {@code kill}, until the thread that made
 * this has left native code: it is interrupted, and leaves its work at the next look. A process
 * that exits runs libtorch's destructors while its other threads go on: one that is still computing
 * then dies of a segmentation fault, with a page of it on the screen. Trainings have an {@link
 * OrderlyEnd}: they are not interrupted, they save.
 *
 * <p>Made and closed by the thread that works.
 */
final class PromptEnd implements AutoCloseable {
    /** Work in plain Java may not look for long; it can be ended at any time. */
    private static final long LONGEST_SECONDS = 20;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread worker = Thread.currentThread();
    private final Thread hook = new Thread(this::askAndWait, "prompt-end");

    PromptEnd() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Runs the verb that was parsed; those that train see to their end themselves. */
    static int execute(ParseResult parsed) {
        Object verb = parsed.hasSubcommand() ? parsed.subcommand().commandSpec().userObject() : "";
        if (verb instanceof TrainCommand || verb instanceof ResumeCommand) {
            return new RunLast().execute(parsed);
        }
        try (PromptEnd end = new PromptEnd()) {
            return new RunLast().execute(parsed);
        }
    }

    private void askAndWait() {
        worker.interrupt();
        try {
            over.await(LONGEST_SECONDS, TimeUnit.SECONDS);
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
