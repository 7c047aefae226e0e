package latentwilds.training.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that it is either whole or as it was. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes beside the place, then moves there.
     *
     * @param bytes the content
     * @param file where; an existing file is replaced
     * @throws IOException if it cannot be written; nothing is left behind
     */
    public static void write(byte[] bytes, Path file) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }
}
