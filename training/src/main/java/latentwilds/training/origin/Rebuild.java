package latentwilds.training.origin;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import latentwilds.training.dataset.Checksum;
import latentwilds.training.dataset.DatasetException;
import latentwilds.training.file.PngFile;
import latentwilds.training.file.Reason;
import latentwilds.training.file.Staging;
import latentwilds.training.image.ImageDecoder;

/** Makes the ready-made sets again from what is published, and proves that they are the same. */
public final class Rebuild {
    private static final String MANIFEST = "manifest.txt";

    private final Path origins;
    private final Path downloads;
    private final Consumer<String> say;

    /**
     * Says where things are.
     *
     * @param origins folder of the origins: {@code <name>.json} and {@code <name>.tsv}
     * @param downloads folder for packages, their files and finished sets; made if it is missing
     * @param say told in words what takes minutes
     */
    public Rebuild(Path origins, Path downloads, Consumer<String> say) {
        this.origins = origins;
        this.downloads = downloads;
        this.say = say;
    }

    /**
     * A set as a folder of images with a {@code manifest.txt}.
     *
     * @param name of the set
     * @return the folder, below the downloads; made unless it is there
     * @throws DatasetException if a tool or a package is missing, or the set is not the one that
     *     was promised; then it is not kept
     * @throws UncheckedIOException if something cannot be read or written
     */
    public Path set(String name) {
        Origin origin = Origin.read(origins, name);
        Path out = downloads.resolve("sets").resolve(name);
        try {
            if (Files.exists(out.resolve(MANIFEST))) {
                prove(origin, out);
                return out;
            }
            Files.createDirectories(downloads);
            try (Staging staging = new Staging(out)) {
                if (origin.script() != null) {
                    say.accept("%s: fetching packages, drawing".formatted(name));
                    new Packages(downloads)
                            .node(
                                    origin.packages(),
                                    origins.resolve(origin.script()),
                                    staging.path());
                } else {
                    draw(origin, staging.path());
                }
                prove(origin, staging.path());
                staging.moveTo(out);
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s: cannot be made: %s. Make room, check permissions, or give another --downloads"
                            .formatted(out, Reason.of(e)),
                    e);
        }
    }

    private void draw(Origin origin, Path out) throws IOException {
        List<PieceList.Line> lines = PieceList.read(origins.resolve(origin.name() + ".tsv"));
        for (Origin.Package wanted : origin.packages()) {
            unpack(wanted, lines);
        }
        say.accept("%s: drawing %d images".formatted(origin.name(), lines.size()));
        Shelves shelves = new Shelves(downloads.resolve("files"));
        StringBuilder manifest = new StringBuilder();
        for (PieceList.Line line : lines) {
            try {
                BufferedImage image = line.piece().draw(shelves).image(origin.channels() == 4);
                PngFile.write(image, out.resolve(line.file()));
            } catch (IOException e) {
                throw new IOException(line.piece().source() + ": " + Reason.of(e), e);
            }
            manifest.append(
                    "%s\t%s\t%s\n".formatted(line.file(), line.piece().source(), line.labels()));
        }
        Files.write(out.resolve(MANIFEST), manifest.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Takes the files out of a package that the list names and that are not there yet. */
    private void unpack(Origin.Package wanted, List<PieceList.Line> lines) throws IOException {
        String key = wanted.key() + "/";
        Path into = downloads.resolve("files").resolve(wanted.key());
        Set<String> missing =
                lines.stream()
                        .flatMap(l -> l.piece().files().stream())
                        .filter(f -> f.startsWith(key))
                        .map(f -> f.substring(key.length()))
                        .filter(f -> !Files.exists(into.resolve(f)))
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            say.accept("%s %s: fetching".formatted(wanted.name(), wanted.version()));
            Path file = new Packages(downloads).file(wanted);
            say.accept("%s: taking %d files out".formatted(file.getFileName(), missing.size()));
            try {
                Archive.take(file, wanted.zip(), wanted.inside(), missing, into);
            } catch (IOException e) {
                throw new IOException("%s: %s".formatted(file, Reason.of(e)), e);
            }
        }
    }

    /** Compares the number of images and the checksum over their pixels, sources and labels. */
    private static void prove(Origin origin, Path set) throws IOException {
        List<String> lines = new ArrayList<>();
        String manifest =
                new String(Files.readAllBytes(set.resolve(MANIFEST)), StandardCharsets.UTF_8);
        for (String line : manifest.lines().toList()) {
            Path file = set.resolve(line.substring(0, line.indexOf('\t')));
            BufferedImage image = ImageDecoder.decode(Files.readAllBytes(file));
            lines.add(Checksum.pixels(image) + "\t" + line);
        }
        String checksum = Checksum.lines(lines.stream());
        if (lines.size() != origin.images() || !checksum.equals(origin.checksum())) {
            throw new DatasetException(
                    "%s: expected %d images with checksum %s, found %d with %s. Remove the downloads and try again; if it stays so, a package or a tool has changed"
                            .formatted(
                                    origin.name(),
                                    origin.images(),
                                    origin.checksum(),
                                    lines.size(),
                                    checksum));
        }
    }
}
