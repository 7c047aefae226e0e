package latentwilds.training.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import latentwilds.model.ModelCard;
import latentwilds.training.file.Reason;
import latentwilds.training.image.Fit;

/**
 * How a data set is made from its sources: {@code training/datasets/<kind>.json}.
 *
 * @param name of the set
 * @param size side in pixels
 * @param channels 3 or 4
 * @param groups names of the label groups, in the order in which a source's labels stand; empty for
 *     none
 * @param credits where the images come from and their terms
 * @param licence of what is made from them
 * @param rules first match wins; an image that no rule matches is left out; without rules all are
 *     taken
 * @param origins ready-made sets in {@code training/datasets/origins} that it is for, from which
 *     {@code --fetch} makes it
 */
public record Recipe(
        String name,
        int size,
        int channels,
        List<String> groups,
        List<ModelCard.DataSet> credits,
        String licence,
        List<Rule> rules,
        List<String> origins) {

    private static final int MAX_SIZE = 4096;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What becomes of some images.
     *
     * @param label regular expression for the whole label
     * @param source regular expression for the whole source name; null for any
     * @param to the new label
     * @param fit how the size is reached; null for the one that was asked for
     */
    public record Rule(String label, String source, String to, Fit fit) {}

    /** Absent lists are empty. */
    public Recipe {
        groups = groups == null ? List.of() : List.copyOf(groups);
        credits = credits == null ? List.of() : List.copyOf(credits);
        rules = rules == null ? List.of() : List.copyOf(rules);
        origins = origins == null ? List.of() : List.copyOf(origins);
        if (size < 8 || size > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "size: expected 8 to %d pixels, found %d".formatted(MAX_SIZE, size));
        }
        if (channels != 3 && channels != 4) {
            throw new IllegalArgumentException(
                    "channels: expected 3 (RGB) or 4 (RGBA), found " + channels);
        }
        for (Rule rule : rules) {
            checkExpression("label", rule.label);
            checkExpression("source", rule.source == null ? "" : rule.source);
            if (rule.to == null) {
                throw new IllegalArgumentException("rules: to: expected a label, found none");
            }
        }
    }

    private static void checkExpression(String field, String expression) {
        try {
            Pattern.compile(expression == null ? "(" : expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "rules: %s: expected a regular expression, found %s"
                            .formatted(field, expression),
                    e);
        }
    }

    /**
     * The rule for one image.
     *
     * @param labels as the source gives them
     * @param source its name
     * @return the rule, or nothing if the image is left out
     */
    Optional<Rule> rule(String labels, String source) {
        if (rules.isEmpty()) {
            return Optional.of(new Rule(labels, null, labels, null));
        }
        return rules.stream()
                .filter(r -> labels.matches(r.label))
                .filter(r -> r.source == null || source.matches(r.source))
                .findFirst();
    }

    /**
     * Reads a recipe.
     *
     * @param file where
     * @return the recipe
     * @throws DatasetException naming the file and what is wrong with it
     */
    public static Recipe read(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Recipe recipe = JSON.readValue(text, Recipe.class);
            if (recipe == null) {
                throw new DatasetException("%s: expected a recipe, found null".formatted(file));
            }
            return recipe;
        } catch (JsonProcessingException e) {
            throw new DatasetException(
                    "%s: expected a recipe, found: %s. Compare it with those in training/datasets"
                            .formatted(file, Reason.of(e)),
                    e);
        } catch (IOException e) {
            throw new DatasetException("%s: cannot be read: %s".formatted(file, Reason.of(e)), e);
        }
    }
}
