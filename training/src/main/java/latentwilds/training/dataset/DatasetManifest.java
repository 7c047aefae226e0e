package latentwilds.training.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latentwilds.model.ModelCard;

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
        try {
            DatasetManifest manifest =
                    JSON.readValue(Files.readString(file), DatasetManifest.class);
            if (manifest.version != VERSION) {
                throw new DatasetException(
                        "%s: version: expected %d, found %d. Prepare the data set again"
                                .formatted(file, VERSION, manifest.version));
            }
            return manifest;
        } catch (NoSuchFileException e) {
            throw new DatasetException(
                    "%s: expected a prepared data set, found no %s. Make one with ./train prepare"
                            .formatted(folder, NAME),
                    e);
        } catch (JsonProcessingException e) {
            throw new DatasetException(
                    "%s: expected a data set's manifest, found: %s"
                            .formatted(file, e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new DatasetException("%s: cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(NAME), JSON.writeValueAsString(this) + "\n");
    }
}
