package latentwilds.training.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latentwilds.model.ModelCard;
import latentwilds.training.file.Reason;

/**
 * What a prepared data set holds: {@code dataset.json} beside the folder {@code images}.
 *
 * @param version of this format
 * @param name of the set
 * @param size side of every image in pixels
 * @param channels 3 (RGB) or 4 (RGBA, straight alpha)
 * @param groups label group to its labels, in the order of their codes
 * @param credits where the images come from and their terms
 * @param licence of what is made from them
 * @param checksum of all images, sources and labels in their order ({@link Checksum}): the same for
 *     the same set whoever made it; null in sets made before there was one
 * @param entries one per image
 */
public record DatasetManifest(
        int version,
        String name,
        int size,
        int channels,
        Map<String, List<String>> groups,
        List<ModelCard.DataSet> credits,
        String licence,
        String checksum,
        List<Entry> entries) {

    /** The version that this code reads and writes. */
    public static final int VERSION = 1;

    /** The file's name inside a data set. */
    public static final String NAME = "dataset.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Which part an image belongs to. */
    public enum Split {
        /** Shown to the networks. */
        TRAIN,
        /** Kept for metrics. */
        HELD_OUT
    }

    /**
     * One image.
     *
     * @param file path below the data set's folder
     * @param source where it came from
     * @param labels group to label
     * @param split which part it belongs to
     */
    public record Entry(String file, String source, Map<String, String> labels, Split split) {}

    /**
     * Reads a manifest.
     *
     * @param folder the data set
     * @return the manifest
     * @throws DatasetException naming the file, what was expected and found
     */
    public static DatasetManifest read(Path folder) {
        Path file = folder.resolve(NAME);
        if (Files.isRegularFile(folder)) {
            throw new DatasetException(
                    "%s: expected the folder of a prepared data set, found a file. Make one with ./train prepare --from %s"
                            .formatted(folder, folder));
        }
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            DatasetManifest manifest = JSON.readValue(text, DatasetManifest.class);
            expect(file, "text", manifest != null, "a manifest", "null");
            expect(file, "version", manifest.version == VERSION, VERSION, manifest.version);
            expect(file, "size", manifest.size > 0, "a positive number", manifest.size);
            boolean colours = manifest.channels == 3 || manifest.channels == 4;
            expect(file, "channels", colours, "3 or 4", manifest.channels);
            expect(file, "groups", manifest.groups != null, "label groups", "none");
            expect(file, "entries", manifest.entries != null, "a list", "none");
            for (Entry e : manifest.entries) {
                boolean whole = e != null && e.file != null && e.labels != null && e.split != null;
                expect(file, "entries", whole, "a file, labels and a split each", e);
            }
            return manifest;
        } catch (NoSuchFileException e) {
            throw new DatasetException(
                    "%s: expected a prepared data set, found no %s. Make one with ./train prepare"
                            .formatted(folder, NAME),
                    e);
        } catch (JsonProcessingException e) {
            throw new DatasetException(
                    "%s: expected a data set's manifest, found: %s. Prepare the data set again"
                            .formatted(file, Reason.of(e)),
                    e);
        } catch (IOException e) {
            throw new DatasetException("%s: cannot be read: %s".formatted(file, Reason.of(e)), e);
        }
    }

    private static void expect(Path file, String field, boolean ok, Object expected, Object found) {
        if (!ok) {
            throw new DatasetException(
                    "%s: %s: expected %s, found %s. Prepare the data set again"
                            .formatted(file, field, expected, found));
        }
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(NAME), JSON.writeValueAsString(this) + "\n");
    }
}
