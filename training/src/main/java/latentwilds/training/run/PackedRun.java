package latentwilds.training.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentwilds.model.ModelException;
import latentwilds.model.SafeTensors;
import latentwilds.training.loop.Checkpoint;

/**
 * What another run needs to go on from this one, in one small file: the averaged generator, whose
 * batch norm is not folded, and the discriminator, in half precision. A model has no discriminator,
 * and one that begins anew beside a good generator spoils it for a while; a checkpoint has all
 * numbers in full and the optimisers' moments besides, and belongs to its run.
 *
 * @param arrays name to values; names start with {@code ema.}, {@code standing.} or {@code d.}
 * @param shapes name to dimensions, perhaps of other arrays too
 * @param groups label group to its labels
 * @param seen what the weights have been through
 */
public record PackedRun(
        Map<String, float[]> arrays,
        Map<String, int[]> shapes,
        Map<String, List<String>> groups,
        Seen seen) {
    private static final List<String> PARTS = List.of("ema.", Checkpoint.STANDING, "d.");
    private static final String GROUPS = "groups";
    private static final String IMAGES = "imagesSeen";
    private static final String MINUTES = "minutes";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Packs a run's state.
     *
     * @param checkpoint of the run
     * @param groups label group to its labels
     * @param seen what the weights have been through
     * @return the parts that go into the file, shared
     */
    public static PackedRun of(Checkpoint checkpoint, Map<String, List<String>> groups, Seen seen) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        checkpoint
                .arrays()
                .forEach(
                        (name, values) -> {
                            if (PARTS.stream().anyMatch(name::startsWith)) {
                                arrays.put(name, values);
                            }
                        });
        return new PackedRun(arrays, checkpoint.shapes(), groups, seen);
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param file where
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Map<String, String> metadata =
                Map.of(
                        GROUPS, JSON.writeValueAsString(groups),
                        IMAGES, Long.toString(seen.images()),
                        MINUTES, Double.toString(seen.minutes()));
        new SafeTensors(Tensors.of(arrays, shapes), metadata).write(file, SafeTensors.Type.F16);
    }

    /**
     * Whether a file is one of these, by its metadata.
     *
     * @param content of a file
     * @return false for models and checkpoints
     */
    public static boolean is(SafeTensors content) {
        return content.metadata().containsKey(GROUPS);
    }

    /**
     * Reads a file.
     *
     * @param file where it is from, for errors
     * @param content of it
     * @return what was packed, in half precision
     * @throws ModelException naming what was expected and found
     */
    public static PackedRun read(Path file, SafeTensors content) {
        try {
            return new PackedRun(
                    Tensors.arrays(content),
                    Tensors.shapes(content),
                    JSON.readValue(content.metadata().get(GROUPS), new TypeReference<>() {}),
                    new Seen(
                            Long.parseLong(content.metadata().get(IMAGES)),
                            Double.parseDouble(content.metadata().getOrDefault(MINUTES, ""))));
        } catch (JsonProcessingException | NumberFormatException e) {
            throw new ModelException(
                    "%s: metadata: expected groups, imagesSeen and minutes as ./train pack writes them, found %s"
                            .formatted(file, content.metadata()),
                    e);
        }
    }
}
