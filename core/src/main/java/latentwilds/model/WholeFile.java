package latentwilds.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files that are either whole or as they were, whatever ends the writing: a full disk, a
 * kill, a power cut. The content goes to a file beside the place, is forced to the disk, and is
 * then renamed.
 */
public final class WholeFile {
    /** Ends the name of a file that is not whole yet. One that is left over can be deleted. */
    public static final String PART = ".part";

    private WholeFile() {}

    /** What to write. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes everything.
         *
         * @param channel an empty file, to be left open
         * @throws IOException if it cannot be written
         */
        void writeTo(FileChannel channel) throws IOException;
    }

    /**
     * Writes a file.
     *
     * @param file where; replaced if it exists
     * @param content what
     * @throws IOException if it cannot be written; what was there before is untouched
     */
    public static void write(Path file, Content content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + PART);
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException | Error e) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException stays) {
                e.addSuppressed(stays);
            }
            throw e;
        }
        forceFolder(file.toAbsolutePath().getParent());
    }

    /**
     * Writes a file from memory.
     *
     * @param file where; replaced if it exists
     * @param bytes its content
     * @throws IOException if it cannot be written; what was there before is untouched
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, channel -> append(channel, ByteBuffer.wrap(bytes)));
    }

    /**
     * Writes all of a buffer, however many calls that takes.
     *
     * @param channel where
     * @param data read to its limit
     * @throws IOException if it cannot be written
     */
    static void append(FileChannel channel, ByteBuffer data) throws IOException {
        while (data.hasRemaining()) {
            channel.write(data);
        }
    }

    /** The new name is an entry of the folder, which has to reach the disk as well. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders; there the file system's journal has to do.
        }
    }
}
