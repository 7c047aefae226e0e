package latentwilds.training.file;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Files that are nice to have: what goes wrong with them is said once, in one line, and work goes
 * on. Used by one thread.
 */
public final class Convenience {
    private final String what;
    private final Consumer<String> log;
    private boolean said;

    /** Something that writes a file. */
    public interface Task {
        /**
         * Writes.
         *
         * @throws IOException if that cannot be done
         */
        void run() throws IOException;
    }

    /**
     * Names the files.
     *
     * @param what is written, for the warning: {@code TensorBoard events}
     * @param log told at most one line
     */
    public Convenience(String what, Consumer<String> log) {
        this.what = what;
        this.log = log;
    }

    /**
     * Tries to write. A machine without fonts or with a damaged image is no reason to stop either,
     * and Java reports those as errors of several kinds.
     *
     * @param task what to try
     */
    public void attempt(Task task) {
        try {
            task.run();
        } catch (IOException e) {
            say(Reason.of(e));
        } catch (RuntimeException | LinkageError | InternalError e) {
            say(String.valueOf(e.getMessage() == null ? e : e.getMessage()));
        }
    }

    private void say(String reason) {
        if (!said) {
            said = true;
            log.accept(
                    "warning: %s cannot be written: %s. Training goes on without"
                            .formatted(what, reason.strip().replaceAll("\\s*\\R\\s*", " ")));
        }
    }
}
