package latentwilds.training.loop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;

/**
 * Training options as JSON: a configuration states what differs from {@link
 * TrainingOptions#DEFAULTS}, the command line what differs from that.
 */
public final class OptionsFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

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
        try {
            merge(tree, JSON.readTree(Files.readString(config)), config.toString());
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    "%s: expected a configuration, found no file".formatted(config), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "%s: expected JSON, found: %s".formatted(config, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s: cannot be read: %s".formatted(config, e.getMessage()), e);
        }
        for (String override : overrides) {
            int equals = override.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "--set %s: expected key=value".formatted(override));
            }
            ObjectNode one = JSON.createObjectNode();
            one.set(override.substring(0, equals), value(override.substring(equals + 1)));
            merge(tree, one, "--set " + override);
        }
        return convert(tree, config.toString());
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

    private static JsonNode value(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // A bare word is text.
            return JSON.getNodeFactory().textNode(text);
        }
    }

    private static void merge(ObjectNode tree, JsonNode changes, String where) {
        for (var change : changes.properties()) {
            if (!tree.has(change.getKey())) {
                List<String> known = new ArrayList<>();
                tree.fieldNames().forEachRemaining(known::add);
                throw new IllegalArgumentException(
                        "%s: unknown key '%s'; known keys are %s"
                                .formatted(where, change.getKey(), known));
            }
            tree.set(change.getKey(), change.getValue());
        }
    }

    private static TrainingOptions convert(JsonNode tree, String where) {
        try {
            return JSON.treeToValue(tree, TrainingOptions.class);
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause() instanceof IllegalArgumentException i ? i : e;
            String reason = cause == e ? e.getOriginalMessage() : cause.getMessage();
            throw new IllegalArgumentException("%s: %s".formatted(where, reason), e);
        }
    }
}
