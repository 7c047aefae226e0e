package latentwilds.training.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latentwilds.training.run.RunFolder;

/**
 * What {@code metric-<name>.jsonl} of a run says: numbers, alone or in {@code values}, and what two
 * sets of real pictures give in {@code floors} under the same names. A key such as {@code kidError}
 * is the standard error of {@code kid}. What is said of one label has it behind a dot: {@code
 * kid.biome.sand}.
 */
final class Metrics {
    private static final Pattern NAME = Pattern.compile("metric-(.+)\\.jsonl");
    private static final String ERROR = "Error";
    private static final Set<String> NOT_VALUES =
            Set.of("images", "samples", "seconds", "seed", "floor", "floors", "values");

    private Metrics() {}

    /**
     * One number.
     *
     * @param value of fakes against real pictures
     * @param floor of real against real pictures, NaN if not measured
     * @param error standard error of the value, NaN if not measured
     */
    record Value(double value, double floor, double error) {}

    /** Metric's name to its lines, as they were written. */
    static SortedMap<String, List<ObjectNode>> lines(RunFolder run) throws IOException {
        SortedMap<String, List<ObjectNode>> metrics = new TreeMap<>();
        try (Stream<Path> files = Files.list(run.path())) {
            for (Path file : files.toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    metrics.put(name.group(1), JsonLines.read(file));
                }
            }
        }
        return metrics;
    }

    /** All numbers of a run: their names to images seen to value; of two evaluations the later. */
    static Map<String, SortedMap<Long, Value>> curves(RunFolder run) throws IOException {
        Map<String, SortedMap<Long, Value>> curves = new LinkedHashMap<>();
        lines(run)
                .forEach(
                        (metric, lines) -> {
                            for (ObjectNode line : lines) {
                                long images = line.path("images").asLong(-1);
                                if (images >= 0) {
                                    values(metric, line)
                                            .forEach(
                                                    (name, value) ->
                                                            curves.computeIfAbsent(
                                                                            name,
                                                                            n -> new TreeMap<>())
                                                                    .put(images, value));
                                }
                            }
                        });
        return curves;
    }

    /**
     * The numbers of one line: {@code metric/key}, or the metric's name where the key adds none.
     */
    static Map<String, Value> values(String metric, ObjectNode line) {
        Map<String, Value> values = new LinkedHashMap<>();
        JsonNode inner = line.path("values").isObject() ? line.path("values") : line;
        JsonNode floors = line.path("floors");
        for (var field : inner.properties()) {
            String key = field.getKey();
            JsonNode number = field.getValue();
            JsonNode floor = floors.path(key);
            if (number.isObject()) {
                floor = number.path("floor");
                number = number.path("value");
            } else if (key.equals("value")) {
                floor = line.path("floor");
            }
            boolean error = key.endsWith(ERROR) && inner.has(key.replace(ERROR, ""));
            if ((inner != line || !NOT_VALUES.contains(key)) && number(number) && !error) {
                boolean plain = key.equals("value") || key.equals(metric);
                values.put(
                        plain ? metric : metric + "/" + key,
                        new Value(number.asDouble(), real(floor), real(inner.path(key + ERROR))));
            }
        }
        return values;
    }

    private static double real(JsonNode node) {
        return number(node) ? node.asDouble() : Double.NaN;
    }

    /** Jackson writes what is not a number as the text "NaN". */
    static boolean number(JsonNode node) {
        return node.isNumber() && Double.isFinite(node.asDouble());
    }
}
