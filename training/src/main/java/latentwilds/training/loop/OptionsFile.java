package latentwilds.training.loop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentwilds.training.file.Reason;

/**
 * Training options as JSON: a configuration states what differs from {@link
 * TrainingOptions#DEFAULTS}, the command line what differs from that.
 */
public final class OptionsFile {
    private static final String CODES = "generator.codes";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // People type .5 for 0.5.
                    .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .build();

    private OptionsFile() {}

    /**
     * Resolves options.
     *
     * @param config a configuration file
     * @param overrides {@code key=value}, later ones win
     * @return the whole record, validated
     * @throws IllegalArgumentException naming the file or override, the key, what was expected and
     *     found
     */
    public static TrainingOptions read(Path config, List<String> overrides) {
        ObjectNode tree = JSON.valueToTree(TrainingOptions.DEFAULTS);
        JsonNode changes;
        try {
            changes = JSON.readTree(new String(Files.readAllBytes(config), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    "%s: expected a configuration, found no file. Those that come with the game are in the project's training/configs"
                            .formatted(config),
                    e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "%s: expected JSON, found: %s".formatted(config, Reason.of(e)), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s: cannot be read: %s".formatted(config, Reason.of(e)), e);
        }
        if (!changes.isObject()) {
            throw new IllegalArgumentException(
                    "%s: expected options as a JSON object, found %s"
                            .formatted(config, changes.getNodeType()));
        }
        merge(tree, changes, config.toString(), "");
        override(tree, overrides);
        StringBuilder where = new StringBuilder(config.toString());
        overrides.forEach(o -> where.append(" --set ").append(o));
        return convert(tree, where.toString());
    }

    /**
     * Resolves options without a configuration file.
     *
     * @param preset {@code key=value} each, known to be right; not named in messages
     * @param overrides {@code key=value}, later ones win
     * @return the whole record, validated
     * @throws IllegalArgumentException naming the override, the key, what was expected and found
     */
    public static TrainingOptions resolve(List<String> preset, List<String> overrides) {
        ObjectNode tree = JSON.valueToTree(TrainingOptions.DEFAULTS);
        override(tree, preset);
        override(tree, overrides);
        return convert(tree, "--set " + String.join(" --set ", overrides));
    }

    private static void override(ObjectNode tree, List<String> overrides) {
        for (String override : overrides) {
            int equals = override.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "--set %s: expected key=value".formatted(override));
            }
            merge(
                    tree,
                    nested(override.substring(0, equals), value(override.substring(equals + 1))),
                    "--set " + override,
                    "");
        }
    }

    /**
     * Reads a whole record, as a run folder holds it.
     *
     * @param file written from {@link #toJson}
     * @return the options
     * @throws IOException if it cannot be read
     */
    public static TrainingOptions readResolved(Path file) throws IOException {
        return convert(JSON.readTree(Files.readString(file)), file.toString());
    }

    /**
     * All options, explicitly.
     *
     * @param options what to write
     * @return indented JSON
     */
    public static String toJson(TrainingOptions options) {
        try {
            return JSON.writeValueAsString(options);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Options are plain data", e);
        }
    }

    /**
     * All options as plain data.
     *
     * @param options what to take apart
     * @return groups are maps; keys in the order of the record
     */
    public static Map<String, Object> toMap(TrainingOptions options) {
        return JSON.convertValue(options, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /**
     * A short name for these very options.
     *
     * @param options what to hash
     * @return twelve hexadecimal digits of a SHA-256
     */
    public static String hash(TrainingOptions options) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(toJson(options).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** {@code loss.r1Gamma} and a value to {@code {"loss": {"r1Gamma": value}}}. */
    private static ObjectNode nested(String key, JsonNode value) {
        int dot = key.indexOf('.');
        ObjectNode one = JSON.createObjectNode();
        if (dot < 0) {
            one.set(key, value);
        } else {
            one.set(key.substring(0, dot), nested(key.substring(dot + 1), value));
        }
        return one;
    }

    private static JsonNode value(String text) {
        try {
            return text.isBlank()
                    ? JSON.getNodeFactory().textNode(text)
                    : JSON.readValue(text, JsonNode.class);
        } catch (JsonProcessingException e) {
            // A bare word is text.
            return JSON.getNodeFactory().textNode(text);
        }
    }

    /** Objects with fixed keys are merged key by key; others (label codes) are replaced. */
    private static void merge(ObjectNode tree, JsonNode changes, String where, String path) {
        for (var change : changes.properties()) {
            String key = path + change.getKey();
            JsonNode before = tree.get(change.getKey());
            if (before == null) {
                List<String> known = new ArrayList<>();
                tree.fieldNames().forEachRemaining(known::add);
                throw new IllegalArgumentException(
                        "%s: unknown key '%s'; known keys are %s".formatted(where, key, known));
            }
            if (change.getValue().isNull()) {
                throw new IllegalArgumentException(
                        "%s: key '%s': expected a value, found null; leave the key out for the default"
                                .formatted(where, key));
            }
            boolean group = before.isObject() && !key.equals(CODES);
            if (group && change.getValue().isObject()) {
                merge((ObjectNode) before, change.getValue(), where, key + ".");
            } else {
                tree.set(change.getKey(), whole(change.getValue()));
            }
        }
    }

    /** So that 2e5 can stand for a number of images. */
    private static JsonNode whole(JsonNode value) {
        boolean whole = value.isDouble() && value.canConvertToExactIntegral();
        return whole && value.canConvertToLong()
                ? JSON.getNodeFactory().numberNode(value.longValue())
                : value;
    }

    private static TrainingOptions convert(JsonNode tree, String where) {
        try {
            return JSON.treeToValue(tree, TrainingOptions.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("%s: %s".formatted(where, Reason.of(e)), e);
        }
    }
}
