package latentwilds.training.cli;

import java.time.Duration;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Ends a verb whose process is told to end: the thread that works is interrupted, and leaves native
 * code at its next look. Trainings have an {@link OrderlyEnd}: they are not interrupted, they save.
 */
final class PromptEnd {
    /** Work in plain Java may not look for long; it can be ended at any time. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private PromptEnd() {}

    /** Runs the verb that was parsed; those that train see to their end themselves. */
    static int execute(ParseResult parsed) {
        Object verb = parsed.hasSubcommand() ? parsed.subcommand().commandSpec().userObject() : "";
        if (verb instanceof TrainCommand || verb instanceof ResumeCommand) {
            return new RunLast().execute(parsed);
        }
        Thread worker = Thread.currentThread();
        try (HeldExit held = new HeldExit("prompt-end", LONGEST, worker::interrupt)) {
            return new RunLast().execute(parsed);
        }
    }
}
