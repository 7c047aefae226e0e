package latentwilds.training.origin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import latentwilds.training.dataset.DatasetException;
import latentwilds.training.file.Reason;

/**
 * Where a ready-made set comes from: {@code training/datasets/origins/<name>.json}, with the list
 * of its images beside it ({@code <name>.tsv}) or a program that draws them.
 *
 * @param name of the set
 * @param channels 3 or 4
 * @param packages what to fetch
 * @param script a program for Node.js beside this file that draws the set into a folder, given the
 *     folder; null where there is a list
 * @param images how many the set has
 * @param checksum of them ({@code RawSet})
 */
record Origin(
        String name,
        int channels,
        List<Package> packages,
        String script,
        int images,
        String checksum) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Who publishes a package. */
    enum Kind {
        /** A binary package of Debian's. */
        DEBIAN,
        /** A source package of Debian's, of which the upstream archive is wanted. */
        DEBIAN_SOURCE,
        /** A package of npm's. */
        NPM
    }

    /**
     * Something to fetch.
     *
     * @param key what its files are called by in the list
     * @param kind who publishes it
     * @param name there
     * @param version there
     * @param file its name when it has been fetched; null for npm
     * @param sha256 of that file; null for npm
     * @param zip a zip inside it that holds the files; null where it holds them itself
     * @param inside the folder in which the list's files stand
     */
    record Package(
            String key,
            Kind kind,
            String name,
            String version,
            String file,
            String sha256,
            String zip,
            String inside) {}

    /** Reads one. */
    static Origin read(Path folder, String name) {
        Path file = folder.resolve(name + ".json");
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Origin origin = JSON.readValue(text, Origin.class);
            if (origin == null || origin.packages == null || origin.checksum == null) {
                throw new DatasetException(
                        "%s: expected packages, images and a checksum, found less".formatted(file));
            }
            return origin;
        } catch (JsonProcessingException e) {
            throw new DatasetException(
                    "%s: expected a set's origin, found: %s".formatted(file, Reason.of(e)), e);
        } catch (IOException e) {
            throw new DatasetException(
                    "%s: cannot be read: %s. The recipe's origins name sets in this folder"
                            .formatted(file, Reason.of(e)),
                    e);
        }
    }
}
