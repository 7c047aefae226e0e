package latentwilds.training.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import latentwilds.training.file.Reason;

/**
 * Keeps a second training away from a run. The system lets go of it when the process ends, however
 * it ends.
 */
public final class RunLock implements AutoCloseable {
    private static final String NAME = "run.lock";

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes a run.
     *
     * @param run the run
     * @return to be closed when the training is over
     * @throws IllegalStateException if another process, or another thread of this one, trains it
     * @throws UncheckedIOException if the run's folder cannot be written to, saying what to do
     */
    public static RunLock take(RunFolder run) {
        Path file = run.path().resolve(NAME);
        try {
            return take(
                    run,
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s: expected a run that can be written to, found: %s. Check permissions and free space, or copy the run elsewhere"
                            .formatted(run.path(), Reason.of(e)),
                    e);
        }
    }

    private static RunLock take(RunFolder run, FileChannel channel) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very process: refused below.
        }
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    "%s: expected a run that nobody trains, found another training at work. Wait for it, or stop it with Ctrl-C"
                            .formatted(run.path()));
        }
        return new RunLock(channel);
    }

    /**
     * Whether a training is at work on a run. To be asked by another process than the training's
     * own: there, POSIX would drop the lock when the file is closed here.
     *
     * @param run the run
     * @return true while its lock is taken
     * @throws IOException if the lock's file cannot be read
     */
    public static boolean held(RunFolder run) throws IOException {
        Path file = run.path().resolve(NAME);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
