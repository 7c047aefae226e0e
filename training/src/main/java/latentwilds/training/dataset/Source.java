package latentwilds.training.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

/**
 * A zip or a folder of images. A file {@code manifest.txt} (file, source, labels; separated by
 * tabs) gives names and labels; without it the folder's name is the label.
 */
final class Source implements AutoCloseable {
    private static final long MAX_IMAGE_BYTES = 64L << 20;
    private static final String MANIFEST = "manifest.txt";
    static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");
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
            String found = Files.exists(from) ? "another kind of file" : "nothing";
            throw new DatasetException(
                    "%s: expected a folder or a zip of images, found %s. Check --from"
                            .formatted(from, found),
                    e);
        }
    }

    /** All images in order of their paths; other files are told to {@code bad}. */
    List<Item> items(Problems bad) {
        List<Path> files;
        Map<Path, String[]> manifest;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
            manifest = manifest();
        } catch (IOException e) {
            throw unreadable(Reason.of(e), e);
        } catch (UncheckedIOException e) {
            throw unreadable(Reason.of(e), e);
        }
        List<Item> items = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            String where = from.getFileName() + "!" + root.relativize(file);
            if (name.equals(MANIFEST) || PAPERS.stream().anyMatch(name::startsWith)) {
                continue;
            }
            if (ENDINGS.stream().noneMatch(name::endsWith)) {
                bad.add("%s: expected an image %s, found another file".formatted(where, ENDINGS));
                continue;
            }
            String[] row = manifest.get(file);
            Path parent = root.relativize(file).getParent();
            items.add(
                    row != null
                            ? new Item(file, where, row[1], row.length > 2 ? row[2] : "")
                            : new Item(
                                    file,
                                    where,
                                    root.relativize(file).toString(),
                                    parent == null ? "" : parent.getFileName().toString()));
        }
        return items;
    }

    private DatasetException unreadable(String reason, Exception e) {
        return new DatasetException(
                "%s: cannot be read: %s. Check --from".formatted(from, reason), e);
    }

    private Map<Path, String[]> manifest() throws IOException {
        Map<Path, String[]> rows = new HashMap<>();
        Path file = root.resolve(MANIFEST);
        if (Files.exists(file)) {
            for (String line :
                    new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()) {
                String[] row = line.split("\t");
                if (row.length > 1) {
                    rows.put(root.resolve(row[0]), row);
                }
            }
        }
        return rows;
    }

    byte[] bytes(Item item) throws IOException {
        try (InputStream in = Files.newInputStream(item.path())) {
            byte[] bytes = in.readNBytes((int) MAX_IMAGE_BYTES + 1);
            if (bytes.length > MAX_IMAGE_BYTES) {
                throw new IOException("larger than " + (MAX_IMAGE_BYTES >> 20) + " MB");
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
