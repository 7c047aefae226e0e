package latentwilds.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a person should know about a model before using it: {@code card.json} beside the weights.
 *
 * @param kind as in the spec
 * @param title one line
 * @param description what it makes and what it is bad at
 * @param dataSets what it was trained on, with licences
 * @param licence of the weights and samples
 * @param trainingOptions the options that differ from the defaults, and the command
 * @param trainingHash hash of the options, as in the spec
 * @param imagesSeen real pictures shown to the discriminator, with those of the weights that the
 *     training began with
 * @param wallMinutes training time, likewise
 * @param created day, ISO 8601
 * @param metrics name to figure; empty until measured
 * @param meanColours label to {@code #rrggbb}, for placeholders; {@code *} when unconditional
 * @param mapColours label to {@code #rrggbb}, the grounds' colours as they are seen from afar, for
 *     maps: the bright parts of a picture count more than in its mean; empty for sprites and in
 *     cards of old
 * @param placeColours label to {@code #rrggbb} for every place that its ground was learned at, as
 *     seen from afar; empty where there are no places and in cards of old
 * @param anchors name to latent seeds whose pictures somebody looked at, for example {@code
 *     people}: figures that pass for people
 * @param anchorColours name to two colours {@code #rrggbb} for every anchor, of its picture's trunk
 *     and head, so that one can be chosen that suits a portrait; empty in cards of old
 * @param blends label to the shares of the learned labels' codes that its code was mixed from after
 *     the training, because somebody liked that ground better; empty for most models
 * @param directions name to a way through latent space that somebody looked at
 * @param palettes label to the colours {@code #rrggbb} that most training pictures are made of,
 *     most frequent first; {@code *} when unconditional
 * @param goldenHash SHA-256 of the reference backend's 8-bit picture of latent seed 0
 */
public record ModelCard(
        String kind,
        String title,
        String description,
        List<DataSet> dataSets,
        String licence,
        String trainingOptions,
        String trainingHash,
        long imagesSeen,
        double wallMinutes,
        String created,
        Map<String, Double> metrics,
        Map<String, String> meanColours,
        Map<String, String> mapColours,
        Map<String, List<String>> placeColours,
        Map<String, List<Long>> anchors,
        Map<String, List<List<String>>> anchorColours,
        Map<String, Map<String, Double>> blends,
        Map<String, Direction> directions,
        Map<String, List<String>> palettes,
        String goldenHash) {

    /** The file's name inside a model folder. */
    public static final String NAME = "card.json";

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * A data set's credit.
     *
     * @param name what it is called
     * @param licence its terms
     * @param attribution the line that its authors ask for
     */
    public record DataSet(String name, String licence, String attribution) {}

    /**
     * A way through latent space.
     *
     * @param vector of unit length, one number per noise channel
     * @param from smallest step along it that still gives good pictures, in standard deviations
     * @param to largest step
     */
    public record Direction(List<Float> vector, double from, double to) {
        /** Copies the vector. */
        public Direction {
            vector = List.copyOf(vector);
        }
    }

    /** Copies the collections; absent ones are empty. */
    public ModelCard {
        dataSets = dataSets == null ? List.of() : List.copyOf(dataSets);
        metrics = metrics == null ? Map.of() : new TreeMap<>(metrics);
        anchors = anchors == null ? Map.of() : new TreeMap<>(anchors);
        anchorColours = anchorColours == null ? Map.of() : new TreeMap<>(anchorColours);
        blends = blends == null ? Map.of() : new TreeMap<>(blends);
        directions = directions == null ? Map.of() : new TreeMap<>(directions);
        palettes = palettes == null ? Map.of() : new TreeMap<>(palettes);
        meanColours = meanColours == null ? Map.of() : new TreeMap<>(meanColours);
        placeColours = placeColours == null ? Map.of() : new TreeMap<>(placeColours);
        mapColours = mapColours == null ? Map.of() : new TreeMap<>(mapColours);
    }

    /**
     * Reads a card.
     *
     * @param file where
     * @return the card
     * @throws ModelException naming the file and the field
     */
    public static ModelCard read(Path file) {
        try {
            ModelCard card = JSON.readValue(Files.readString(file), ModelCard.class);
            if (card == null) {
                throw new ModelException("%s: expected a model card, found: null".formatted(file));
            }
            card.meanColours.forEach((label, c) -> colour(file, "meanColours." + label, c));
            card.mapColours.forEach((label, c) -> colour(file, "mapColours." + label, c));
            card.anchorColours.forEach((name, all) -> pairs(file, card, name, all));
            card.placeColours.forEach(
                    (label, all) -> all.forEach(c -> colour(file, "placeColours." + label, c)));
            card.palettes.forEach(
                    (label, all) -> all.forEach(c -> colour(file, "palettes." + label, c)));
            return card;
        } catch (NoSuchFileException e) {
            throw new ModelException(
                    "%s: expected a model card, found nothing. Export the model with ./train export"
                            .formatted(file),
                    e);
        } catch (JsonProcessingException e) {
            throw new ModelException(
                    "%s: expected a model card, found: %s".formatted(file, JsonProblem.describe(e)),
                    e);
        } catch (IOException e) {
            throw new ModelException("%s: cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void pairs(Path file, ModelCard card, String name, List<List<String>> all) {
        String field = "anchorColours." + name;
        int anchors = card.anchors.getOrDefault(name, List.of()).size();
        if (all == null || all.size() != anchors) {
            throw new ModelException(
                    "%s: %s: expected two colours for each of %d anchors, found %s"
                            .formatted(file, field, anchors, all == null ? null : all.size()));
        }
        for (List<String> pair : all) {
            if (pair == null || pair.size() != 2) {
                throw new ModelException(
                        "%s: %s: expected two colours, found %s".formatted(file, field, pair));
            }
            pair.forEach(c -> colour(file, field, c));
        }
    }

    private static void colour(Path file, String field, String colour) {
        if (colour == null || !COLOUR.matcher(colour).matches()) {
            throw new ModelException(
                    "%s: %s: expected a colour such as #1e90ff, found '%s'"
                            .formatted(file, field, colour));
        }
    }

    /**
     * The card as the file has it.
     *
     * @return indented JSON, with a line break at the end
     */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A card is plain data", e);
        }
    }

    /**
     * Writes the card atomically.
     *
     * @param file where; replaced if it exists
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.write(file, toJson().getBytes(StandardCharsets.UTF_8));
    }
}
