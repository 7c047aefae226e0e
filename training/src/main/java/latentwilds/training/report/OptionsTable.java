package latentwilds.training.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import latentwilds.training.loop.OptionsFile;
import latentwilds.training.loop.TrainingOptions;

/**
 * Options as a table, whatever records they are made of: nested ones become {@code outer.inner}.
 * What differs from the defaults, or between runs, is marked and comes first.
 */
final class OptionsTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OptionsTable() {}

    static String of(List<History> runs) {
        Map<String, String> defaults = new TreeMap<>();
        Set<String> keys = new LinkedHashSet<>();
        flatten("", defaults(), defaults, keys);
        List<Map<String, String>> values = new ArrayList<>();
        for (History run : runs) {
            Map<String, String> own = new TreeMap<>();
            flatten("", run.options(), own, keys);
            values.add(own);
        }
        StringBuilder marked = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        int differing = 0;
        for (String key : keys) {
            boolean differs =
                    values.stream().anyMatch(v -> !Objects.equals(v.get(key), defaults.get(key)));
            differing += differs ? 1 : 0;
            (differs ? marked : plain).append(row(key, values, defaults.get(key)));
        }
        return """
        <div class="wide"><table><thead>%s</thead><tbody>%s</tbody></table></div>
        <details><summary>%d options at their defaults</summary>
        <div class="wide"><table><thead>%s</thead><tbody>%s</tbody></table></div></details>
        """
                .formatted(head(runs), marked, keys.size() - differing, head(runs), plain);
    }

    private static String head(List<History> runs) {
        StringBuilder head = new StringBuilder("<tr><th scope=\"col\">option</th>");
        for (int i = 0; i < runs.size(); i++) {
            head.append("<th scope=\"col\">")
                    .append(runs.size() == 1 ? "this run" : RunSections.label(runs, i))
                    .append("</th>");
        }
        return head.append("<th scope=\"col\">default</th></tr>").toString();
    }

    private static String row(String key, List<Map<String, String>> values, String standard) {
        boolean apart = values.stream().map(v -> v.get(key)).distinct().count() > 1;
        StringBuilder row = new StringBuilder(apart ? "<tr class=\"apart\">" : "<tr>");
        row.append("<th scope=\"row\">").append(Html.text(key)).append("</th>");
        for (Map<String, String> own : values) {
            String value = own.get(key);
            boolean differs = !Objects.equals(value, standard);
            row.append(differs ? "<td class=\"differs\">" : "<td>")
                    .append(value == null ? "–" : Html.text(value))
                    .append("</td>");
        }
        return row.append("<td>")
                .append(standard == null ? "–" : Html.text(standard))
                .append("</td></tr>")
                .toString();
    }

    private static JsonNode defaults() {
        try {
            return JSON.readTree(OptionsFile.toJson(TrainingOptions.DEFAULTS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Options are plain data", e);
        }
    }

    private static void flatten(
            String prefix, JsonNode tree, Map<String, String> values, Set<String> keys) {
        tree.properties()
                .forEach(
                        field -> {
                            String key = prefix + field.getKey();
                            if (field.getValue().isObject() && !field.getValue().isEmpty()) {
                                flatten(key + ".", field.getValue(), values, keys);
                            } else {
                                keys.add(key);
                                values.put(key, shown(field.getValue()));
                            }
                        });
    }

    private static String shown(JsonNode value) {
        return value.isObject() || value.isNull()
                ? "none"
                : value.isValueNode() ? value.asText() : value.toString().replace(",", ", ");
    }
}
