package latentwilds.preview;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Seeds one after the other.
 *
 * @param from the first
 * @param to the last, at most {@link #MOST} - 1 above the first
 */
public record SeedRange(long from, long to) {
    /** More islands would not fit on a sheet that anybody looks at. */
    public static final int MOST = 400;

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /**
     * Checks the order and the count.
     *
     * @throws IllegalArgumentException saying what was expected and found
     */
    public SeedRange {
        if (to < from || to - from >= MOST) {
            throw new IllegalArgumentException(
                    "Seeds: expected a range of 1 to %d numbers, the smaller first, found '%d-%d'"
                            .formatted(MOST, from, to));
        }
    }

    /**
     * Reads a range.
     *
     * @param text for example {@code 0-39}
     * @return the range
     * @throws IllegalArgumentException saying what was expected and found
     */
    public static SeedRange parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Seeds: expected a range of numbers like 0-39, found '%s'".formatted(text));
        }
        return new SeedRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    /**
     * How many seeds.
     *
     * @return at least 1
     */
    public int count() {
        return (int) (to - from) + 1;
    }
}
