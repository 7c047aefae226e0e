package latentwilds.training.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import latentwilds.model.ModelCard;

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
 */
public record Recipe(
        String name,
        int size,
        int channels,
        List<String> groups,
        List<ModelCard.DataSet> credits,
        String licence,
        List<Rule> rules) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What becomes of some images.
     *
     * @param label regular expression for the whole label
     * @param source regular expression for the whole source name; null for any
     * @param to the new label
     * @param fit how the size is reached; null for {@link Fit#EXACT}
     */
    public record Rule(String label, String source, String to, Fit fit) {}

    /** How an image reaches the data set's size. */
    public enum Fit {
        /** It has the size, or a whole multiple of it and is averaged down. */
        EXACT,
        /** A small tile: enlarged smoothly to half the size, wrapping round, and repeated 2 x 2. */
        TILE
    }

    /** Absent lists are empty. */
    public Recipe {
        groups = groups == null ? List.of() : List.copyOf(groups);
        credits = credits == null ? List.of() : List.copyOf(credits);
        rules = rules == null ? List.of() : List.copyOf(rules);
        if (size < 8 || (channels != 3 && channels != 4)) {
            throw new IllegalArgumentException(
                    "expected a size of at least 8 and 3 or 4 channels, found size %d and %d channels"
                            .formatted(size, channels));
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
            return Optional.of(new Rule(labels, null, labels, Fit.EXACT));
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
     * @throws DatasetException naming the file and the field
     */
    public static Recipe read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), Recipe.class);
        } catch (NoSuchFileException e) {
            throw new DatasetException("%s: expected a recipe, found no file".formatted(file), e);
        } catch (JsonProcessingException e) {
            throw new DatasetException(
                    "%s: expected a recipe, found: %s".formatted(file, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new DatasetException("%s: cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
