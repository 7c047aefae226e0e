package latentwilds.training.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * A list of images with their own names and labels, beside the images: {@code manifest.txt} (file,
 * source, labels; separated by tabs), {@code manifest.csv} (first line: file, source and one column
 * per label group, or label) or {@code manifest.jsonl} (one object a line with file, source and
 * labels).
 */
final class ManifestRows {
    /** Files of these names are lists, not images. */
    static final List<String> NAMES = List.of("manifest.txt", "manifest.csv", "manifest.jsonl");

    /**
     * One image's.
     *
     * @param source its own name
     * @param labels separated by commas; may be empty
     */
    record Row(String source, String labels) {}

    private ManifestRows() {}

    /** File (as the list names it) to row, from the first list there is; empty without one. */
    static Map<String, Row> read(Path root) throws IOException {
        for (String name : NAMES) {
            Path file = root.resolve(name);
            if (Files.exists(file)) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                try {
                    return switch (name) {
                        case "manifest.txt" -> tabs(text);
                        case "manifest.csv" -> csv(text);
                        default -> json(text);
                    };
                } catch (JsonProcessingException e) {
                    throw new IOException(
                            "%s: line %d: %s"
                                    .formatted(
                                            name,
                                            e.getLocation() == null
                                                    ? 0
                                                    : e.getLocation().getLineNr(),
                                            e.getOriginalMessage()),
                            e);
                }
            }
        }
        return Map.of();
    }

    private static Map<String, Row> tabs(String text) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            String[] row = line.split("\t");
            if (row.length > 1) {
                rows.put(row[0], new Row(row[1], row.length > 2 ? row[2] : ""));
            }
        }
        return rows;
    }

    private static Map<String, Row> csv(String text) throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        CsvMapper mapper = CsvMapper.builder().enable(CsvParser.Feature.TRIM_SPACES).build();
        try (MappingIterator<Map<String, String>> lines =
                mapper.readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(text)) {
            while (lines.hasNextValue()) {
                Map<String, String> columns = new LinkedHashMap<>(lines.nextValue());
                String file = columns.remove("file");
                if (file == null) {
                    throw new IOException(
                            "manifest.csv: expected a column 'file', found " + columns.keySet());
                }
                String source = columns.remove("source");
                rows.put(
                        file,
                        new Row(
                                source == null ? file : source,
                                String.join(",", columns.values())));
            }
        }
        return rows;
    }

    private static Map<String, Row> json(String text) throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        JsonMapper mapper = JsonMapper.builder().build();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            JsonNode row;
            try {
                row = mapper.readTree(line);
            } catch (JsonProcessingException e) {
                throw new IOException(
                        "manifest.jsonl: line %d: expected one JSON object, found: %s"
                                .formatted(
                                        number,
                                        e.getOriginalMessage()
                                                .replaceFirst(": was expecting.*", "")),
                        e);
            }
            String file = row.path("file").asText("");
            if (file.isEmpty()) {
                throw new IOException(
                        "manifest.jsonl: line %d: expected a key 'file', found %s"
                                .formatted(number, line));
            }
            rows.put(file, new Row(row.path("source").asText(file), labels(row.path("labels"))));
        }
        return rows;
    }

    /** A text, a list, or an object whose groups are taken in the order of their names. */
    private static String labels(JsonNode labels) {
        List<String> texts = new ArrayList<>();
        if (labels.isObject()) {
            Map<String, String> groups = new TreeMap<>();
            labels.properties().forEach(e -> groups.put(e.getKey(), e.getValue().asText()));
            texts.addAll(groups.values());
        } else if (labels.isArray()) {
            StreamSupport.stream(labels.spliterator(), false).forEach(n -> texts.add(n.asText()));
        } else {
            texts.add(labels.asText(""));
        }
        return String.join(",", texts);
    }
}
