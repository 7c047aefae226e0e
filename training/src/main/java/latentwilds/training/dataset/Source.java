package latentwilds.training.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import latentwilds.training.file.Reason;
import latentwilds.training.image.ImageDecoder;

/**
 * A zip or a folder of images. A list beside them ({@link ManifestRows}) gives names and labels;
 * without one the folder's name is the label. Nothing is unpacked, so a zip's names can do no harm.
 */
final class Source implements AutoCloseable {
    private static final long MAX_IMAGE_BYTES = 64L << 20;
    private static final List<String> PAPERS = List.of("readme", "licence", "license", "notice");

    /**
     * One image before it is read.
     *
     * @param path inside the source
     * @param where for messages
     * @param source its own name
     * @param labels separated by commas; may be empty
     */
    record Item(Path path, String where, String source, String labels) {}

    private final Path from;
    private final FileSystem zip;
    private final Path root;

    Source(Path from) {
        this.from = from;
        if (Files.isDirectory(from)) {
            zip = null;
            root = from;
            return;
        }
        try {
            zip = FileSystems.newFileSystem(from);
            root = zip.getPath("/");
        } catch (IOException | RuntimeException e) {
            throw new DatasetException(
                    "%s: expected a folder or a zip of images, found %s. Check the path"
                            .formatted(from, found(e)),
                    e);
        }
    }

    private String found(Exception e) {
        if (!Files.exists(from)) {
            return "nothing";
        }
        boolean named = from.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        return named && e.getMessage() != null
                ? "a damaged zip (%s)".formatted(e.getMessage())
                : "another kind of file";
    }

    /** All images in order of their paths; other files are told to {@code bad}. */
    List<Item> items(Problems bad) {
        List<Path> files;
        Map<Path, ManifestRows.Row> listed = new HashMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
            ManifestRows.read(root).forEach((file, row) -> listed.put(root.resolve(file), row));
        } catch (IOException e) {
            throw unreadable(Reason.of(e), e);
        } catch (UncheckedIOException e) {
            throw unreadable(Reason.of(e), e);
        }
        List<Item> items = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (ManifestRows.NAMES.contains(name) || PAPERS.stream().anyMatch(name::startsWith)) {
                continue;
            }
            ManifestRows.Row row = listed.remove(file);
            if (ImageDecoder.ENDINGS.stream().noneMatch(name::endsWith)) {
                bad.add(
                        where(file),
                        "expected an image %s, found another file".formatted(ImageDecoder.ENDINGS));
                continue;
            }
            Path parent = root.relativize(file).getParent();
            items.add(
                    row != null
                            ? new Item(file, where(file), row.source(), row.labels())
                            : new Item(
                                    file,
                                    where(file),
                                    root.relativize(file).toString(),
                                    parent == null ? "" : parent.getFileName().toString()));
        }
        listed.keySet().stream()
                .sorted()
                .forEach(
                        f ->
                                bad.add(
                                        where(f),
                                        "expected the image that the list names, found none"));
        return items;
    }

    private String where(Path file) {
        return from.getFileName() + "!" + root.relativize(file);
    }

    private DatasetException unreadable(String reason, Exception e) {
        return new DatasetException(
                "%s: cannot be read: %s. Check the path".formatted(from, reason), e);
    }

    byte[] bytes(Item item) throws IOException {
        try (InputStream in = Files.newInputStream(item.path())) {
            byte[] bytes = in.readNBytes((int) MAX_IMAGE_BYTES + 1);
            if (bytes.length > MAX_IMAGE_BYTES) {
                throw new IOException(
                        "expected a file of at most %d MB, found a larger one"
                                .formatted(MAX_IMAGE_BYTES >> 20));
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
