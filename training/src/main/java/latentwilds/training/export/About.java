package latentwilds.training.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelCard;

/** What travels with the weights in every format, as text under keys. */
final class About {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private About() {}

    /** {@code title}, {@code licence}, {@code credits} (a line each) and {@code training_hash}. */
    static Map<String, String> credits(ModelCard card) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("title", text(card.title()));
        about.put("licence", text(card.licence()));
        about.put(
                "credits",
                card.dataSets().stream()
                        .map(d -> "%s (%s): %s".formatted(d.name(), d.licence(), d.attribution()))
                        .collect(Collectors.joining("\n")));
        about.put("training_hash", text(card.trainingHash()));
        return about;
    }

    /** The same, and {@code spec} and {@code card} as JSON: what others need to use the model. */
    static Map<String, String> all(Exportable model) {
        Map<String, String> about = credits(model.card());
        about.put("spec", json(model.weights().spec()));
        about.put("card", model.card().toJson());
        return about;
    }

    /** Group to label to code, as JSON. */
    static String codes(GeneratorWeights weights) {
        Map<String, Map<String, float[]>> codes = new LinkedHashMap<>();
        for (Condition.Group group : weights.spec().condition().groups()) {
            Map<String, float[]> table = new LinkedHashMap<>();
            group.labels().forEach(l -> table.put(l, weights.code(group.name(), l)));
            codes.put(group.name(), table);
        }
        return json(codes);
    }

    /**
     * Group to label to accent, {@code [regionSize * codeSize]}, as JSON; only groups with some.
     */
    static String accents(GeneratorWeights weights) {
        Map<String, Map<String, float[]>> accents = new LinkedHashMap<>();
        for (Condition.Group group : weights.spec().condition().groups()) {
            if (group.accents()) {
                Map<String, float[]> table = new LinkedHashMap<>();
                group.labels().forEach(l -> table.put(l, weights.accent(group.name(), l)));
                accents.put(group.name(), table);
            }
        }
        return json(accents);
    }

    /** Group to label to places, each {@code [regionSize]}, as JSON; only groups with some. */
    static String places(GeneratorWeights weights) {
        Map<String, Map<String, List<float[]>>> places = new LinkedHashMap<>();
        for (Condition.Group group : weights.spec().condition().groups()) {
            if (group.places() != null) {
                Map<String, List<float[]>> table = new LinkedHashMap<>();
                group.labels().forEach(l -> table.put(l, weights.places(group.name(), l)));
                places.put(group.name(), table);
            }
        }
        return json(places);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain data can be written as JSON", e);
        }
    }
}
