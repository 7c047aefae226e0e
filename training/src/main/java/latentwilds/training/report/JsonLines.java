package latentwilds.training.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Logs of one JSON object per line, read with patience: a killed run ends in half a line. */
final class JsonLines {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonLines() {}

    /** The whole objects of a log in order; none if there is no such file. */
    static List<ObjectNode> read(Path file) throws IOException {
        List<ObjectNode> objects = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return objects;
        }
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .forEach(
                        line -> {
                            if (parse(line) instanceof ObjectNode object) {
                                objects.add(object);
                            }
                        });
        return objects;
    }

    /**
     * The same for a log of steps: where a run went back to a checkpoint, what came after that
     * checkpoint is dropped, so that images seen only grow.
     */
    static List<ObjectNode> steps(Path file) throws IOException {
        List<ObjectNode> steps = new ArrayList<>();
        for (ObjectNode step : read(file)) {
            long images = step.path("images").asLong(-1);
            while (!steps.isEmpty()
                    && steps.get(steps.size() - 1).path("images").asLong() >= images) {
                steps.remove(steps.size() - 1);
            }
            if (images >= 0) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** A JSON file's content, an empty object if it is missing or damaged. */
    static JsonNode tree(Path file) throws IOException {
        JsonNode tree = Files.isRegularFile(file) ? parse(Files.readString(file)) : null;
        return tree == null ? JSON.createObjectNode() : tree;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
