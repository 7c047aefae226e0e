package latentwilds.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A generator on disk: its weights as safetensors, its spec as JSON in the metadata. */
public final class ModelFile {
    /** The file's name inside a model folder. */
    public static final String NAME = "generator.safetensors";

    private static final String FORMAT = "latentwilds-generator";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ModelFile() {}

    /**
     * Writes a generator atomically.
     *
     * @param file where; replaced if it exists
     * @param weights what
     * @param type number format on disk
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, GeneratorWeights weights, SafeTensors.Type type)
            throws IOException {
        write(file, weights, type, Map.of());
    }

    /**
     * Writes a generator atomically, with free text for people.
     *
     * @param file where; replaced if it exists
     * @param weights what
     * @param type number format on disk
     * @param about more metadata, for example {@code licence}; nothing is read from it
     * @throws IOException if it cannot be written
     */
    public static void write(
            Path file, GeneratorWeights weights, SafeTensors.Type type, Map<String, String> about)
            throws IOException {
        Map<String, SafeTensors.Tensor> tensors = new LinkedHashMap<>();
        GeneratorWeights.expectedShapes(weights.spec())
                .forEach(
                        (name, shape) ->
                                tensors.put(
                                        name,
                                        new SafeTensors.Tensor(
                                                shape, weights.tensors().get(name))));
        Map<String, String> metadata = new LinkedHashMap<>(about);
        metadata.put("format", FORMAT);
        metadata.put("version", Integer.toString(GeneratorSpec.FORMAT_VERSION));
        metadata.put("spec", JSON.writeValueAsString(weights.spec()));
        new SafeTensors(tensors, metadata).write(file, type);
    }

    /**
     * Reads a generator.
     *
     * @param file where
     * @return spec and weights, checked against each other
     * @throws ModelException naming the file, the field, what was expected and found
     */
    public static GeneratorWeights read(Path file) {
        SafeTensors content = SafeTensors.read(file);
        expect(file, "format", FORMAT, content.metadata().get("format"));
        expect(
                file,
                "version",
                Integer.toString(GeneratorSpec.FORMAT_VERSION),
                content.metadata().get("version"));
        GeneratorSpec spec = spec(file, content.metadata().get("spec"));
        Map<String, float[]> tensors = new LinkedHashMap<>();
        Map<String, int[]> shapes = GeneratorWeights.expectedShapes(spec);
        for (var e : shapes.entrySet()) {
            SafeTensors.Tensor tensor = content.tensors().get(e.getKey());
            if (tensor == null || !Arrays.equals(tensor.shape(), e.getValue())) {
                throw new ModelException(
                        "%s: tensor '%s': expected shape %s (from the spec), found %s; export the model again"
                                .formatted(
                                        file,
                                        e.getKey(),
                                        Arrays.toString(e.getValue()),
                                        tensor == null
                                                ? "no such tensor"
                                                : Arrays.toString(tensor.shape())));
            }
            tensors.put(e.getKey(), tensor.values());
        }
        for (String name : content.tensors().keySet()) {
            if (!shapes.containsKey(name)) {
                throw new ModelException(
                        "%s: tensor '%s': expected only tensors that the spec names, found one more; export the model again"
                                .formatted(file, name));
            }
        }
        try {
            return new GeneratorWeights(spec, tensors);
        } catch (IllegalArgumentException e) {
            throw new ModelException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static GeneratorSpec spec(Path file, String json) {
        if (json == null) {
            throw new ModelException(
                    "%s: metadata 'spec': expected the generator's layers as JSON, found nothing; export the model again"
                            .formatted(file));
        }
        try {
            GeneratorSpec spec = JSON.readValue(json, GeneratorSpec.class);
            if (spec == null) {
                throw new IllegalArgumentException("null");
            }
            GeneratorWeights.expectedShapes(spec);
            return spec;
        } catch (JsonProcessingException | RuntimeException e) {
            String reason =
                    e instanceof JsonProcessingException j
                            ? JsonProblem.describe(j)
                            : e.getMessage();
            throw new ModelException(
                    "%s: metadata 'spec': expected a generator that this version knows, found: %s"
                            .formatted(file, reason),
                    e);
        }
    }

    private static void expect(Path file, String key, String expected, String found) {
        if (!expected.equals(found)) {
            throw new ModelException(
                    "%s: metadata '%s': expected %s, found %s; the file is not a generator of this version, export it again with this version's ./train export"
                            .formatted(file, key, expected, found));
        }
    }
}
