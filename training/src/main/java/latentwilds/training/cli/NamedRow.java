package latentwilds.training.cli;

import java.util.List;
import latentwilds.model.ModelCard;

/**
 * A direction that was given a name: {@code ROW[:FROM:TO]}. An eigenvector has no sign of its own,
 * so that a range from high to low turns the direction round: {@code warmth=9:3:-3} names the way
 * from cold to warm where the row goes from warm to cold.
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
        if (range.isEmpty()) {
            return whole;
        }
        double from = range.get(0);
        double to = range.get(1);
        return from <= to
                ? new ModelCard.Direction(whole.vector(), from, to)
                : new ModelCard.Direction(turned(whole.vector()), -from, -to);
    }

    private static List<Float> turned(List<Float> vector) {
        return vector.stream().map(value -> -value).toList();
    }
}
