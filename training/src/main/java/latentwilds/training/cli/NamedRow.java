package latentwilds.training.cli;

import java.util.List;
import latentwilds.model.ModelCard;

/**
 * A direction that was given a name: {@code ROW[:FROM:TO]}.
 *
 * @param row which, 0 is the strongest
 * @param range the two ends that give good pictures, or empty for the whole way
 */
record NamedRow(int row, List<Double> range) {

    /**
     * Reads what follows the name.
     *
     * @param option for messages
     * @throws IllegalArgumentException if it says nothing
     */
    static NamedRow parse(String option, String text) {
        Expect.that(
                text.matches("\\d{1,3}(:-?\\d+(\\.\\d+)?:-?\\d+(\\.\\d+)?)?"),
                option,
                "a row below --count and perhaps a range, for example 2:-2:2",
                text);
        String[] parts = text.split(":");
        return new NamedRow(
                Integer.parseInt(parts[0]),
                parts.length == 1
                        ? List.of()
                        : List.of(Double.valueOf(parts[1]), Double.valueOf(parts[2])));
    }

    /** The direction itself, of those that were found. */
    ModelCard.Direction of(List<ModelCard.Direction> found, String option) {
        Expect.that(
                row < found.size(),
                option,
                "a row below --count and perhaps a range, for example 2:-2:2",
                row);
        ModelCard.Direction whole = found.get(row);
        return range.isEmpty()
                ? whole
                : new ModelCard.Direction(whole.vector(), range.get(0), range.get(1));
    }
}
