package latentwilds.training.tensorboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names for numbers as TensorBoard groups them: {@code loss/D}, {@code logits/real}. A record's
 * field names are split at their capitals, so a new field needs no line here.
 */
public final class Tags {
    private static final Map<String, String> NAMED =
            Map.of(
                    "imagesPerSecond", "speed/images_per_second",
                    "dataShare", "speed/data_share",
                    "augment", "augment/strength",
                    "signReal", "augment/sign_real",
                    "normG", "gradient_norm/G",
                    "normD", "gradient_norm/D");

    private Tags() {}

    /**
     * The finite numbers of a record, walked as a tree.
     *
     * @param tree a JSON object; nested objects become {@code outer/inner}
     * @return tag to value; logits of real and fake also as {@code probability/D(x)} and {@code
     *     probability/D(G(z))}, which are sigmoids of the mean logits, and {@code probability/real
     *     over fake}, that of their difference: what a pairing loss looks at; nothing for the step
     *     itself
     */
    public static Map<String, Double> scalars(JsonNode tree) {
        Map<String, Double> scalars = new LinkedHashMap<>();
        tree.properties()
                .forEach(
                        field -> {
                            if (field.getValue().isObject()) {
                                scalars(field.getValue())
                                        .forEach(
                                                (t, v) -> scalars.put(field.getKey() + "/" + t, v));
                            } else if (finite(field.getValue())
                                    && !field.getKey().equals("images")) {
                                scalars.put(tag(field.getKey()), field.getValue().asDouble());
                            }
                        });
        Double real = scalars.get("logits/real");
        Double fake = scalars.get("logits/fake");
        if (real != null && fake != null) {
            scalars.put("probability/D(x)", sigmoid(real));
            scalars.put("probability/D(G(z))", sigmoid(fake));
            scalars.put("probability/real over fake", sigmoid(real - fake));
        }
        return scalars;
    }

    /**
     * The tag of a field.
     *
     * @param field a Java name such as {@code logitsReal}
     * @return for example {@code logits/real}
     */
    public static String tag(String field) {
        String words =
                field.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").replaceFirst("_(?=[A-Z])", "/");
        StringBuilder tag = new StringBuilder();
        for (String word : words.split("(?<=[_/])")) {
            // A single capital is a network's name.
            tag.append(word.matches("[A-Z][_/]?") ? word : word.toLowerCase(Locale.ROOT));
        }
        return NAMED.getOrDefault(field, tag.toString());
    }

    private static boolean finite(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.asDouble());
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
