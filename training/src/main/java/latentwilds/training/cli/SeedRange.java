package latentwilds.training.cli;

import java.util.List;
import java.util.stream.LongStream;

/** Seeds in a row, as {@code 0-63}, or one. */
final class SeedRange {
    /** More on one sheet are too small to be looked at. */
    static final int MOST = 1024;

    private SeedRange() {}

    /**
     * Reads a range.
     *
     * @param text first and last seed
     * @return all of them
     * @throws IllegalArgumentException if there are none, or too many
     */
    static List<Long> parse(String text) {
        if (!text.matches("\\d{1,18}(-\\d{1,18})?")) {
            throw new IllegalArgumentException(
                    "--seeds: expected one, or first-last, for example 0-63, found '%s'"
                            .formatted(text));
        }
        String[] range = text.split("-");
        long first = Long.parseLong(range[0]);
        long last = Long.parseLong(range[range.length - 1]);
        if (last < first || last - first >= MOST) {
            throw new IllegalArgumentException(
                    "--seeds: expected 1 to %d pictures, first seed first, found '%s'"
                            .formatted(MOST, text));
        }
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
