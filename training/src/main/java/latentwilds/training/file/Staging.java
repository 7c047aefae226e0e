package latentwilds.training.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hidden folder beside the place where output is wanted. Output is made here and moved there when
 * all of it is complete; what was not moved is gone after {@link #close} or Ctrl-C, and so are the
 * folders that were made on the way. Used by one thread.
 */
public final class Staging implements AutoCloseable {
    private final Deque<Path> madeParents = new ArrayDeque<>();
    private final Path folder;
    private final Thread onCtrlC = new Thread(this::remove);

    /**
     * Makes the folder.
     *
     * @param output the file or folder that is wanted; an existing folder gets more files
     * @throws IOException if nothing can be written there; nothing is left behind
     */
    public Staging(Path output) throws IOException {
        Path place = output.toAbsolutePath().normalize();
        Path parent = Files.isDirectory(place) ? place : place.getParent();
        try {
            for (Path p = parent; !Files.exists(p); p = p.getParent()) {
                madeParents.addLast(p);
            }
            Files.createDirectories(parent);
            folder = make(parent);
        } catch (IOException e) {
            removeParents();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(onCtrlC);
    }

    private static Path make(Path parent) throws IOException {
        for (long number = ProcessHandle.current().pid(); ; number++) {
            try {
                return Files.createDirectory(parent.resolve(".part-" + number));
            } catch (FileAlreadyExistsException e) {
                // Somebody else's: not touched.
            }
        }
    }

    /**
     * Where to make the output.
     *
     * @return an empty folder at first
     */
    public Path path() {
        return folder;
    }

    /**
     * Moves everything to a folder: in one go if it is new, else file by file.
     *
     * @param output where; existing files of the same names are replaced
     * @throws IOException if it cannot be moved
     */
    public void moveTo(Path output) throws IOException {
        if (!Files.exists(output)) {
            Files.move(folder, output);
            return;
        }
        for (Path file : list(folder)) {
            moveFile(file, output.resolve(file.getFileName()));
        }
    }

    /**
     * Moves one file.
     *
     * @param file below {@link #path}
     * @param output where; replaced if it exists
     * @throws IOException if it cannot be moved
     */
    public void moveFile(Path file, Path output) throws IOException {
        Files.move(file, output, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(onCtrlC);
        } catch (IllegalStateException e) {
            // The shutdown has begun; it removes once more, which does no harm.
        }
    }

    private void remove() {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            // Moved as a whole.
        } catch (IOException | UncheckedIOException e) {
            // Hidden and named as a part: it can stay where it cannot be deleted.
        }
        removeParents();
    }

    /** Deepest first; one that holds output stays. */
    private void removeParents() {
        for (Path made : madeParents) {
            try {
                Files.deleteIfExists(made);
            } catch (DirectoryNotEmptyException e) {
                return;
            } catch (IOException e) {
                // An empty folder does no harm.
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
