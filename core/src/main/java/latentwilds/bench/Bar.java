package latentwilds.bench;

import java.util.Locale;

/**
 * A figure and what it should be.
 *
 * @param what is measured
 * @param value as measured
 * @param from smallest value that is good
 * @param to largest value that is good
 */
record Bar(String what, double value, double from, double to) {
    boolean met() {
        return value >= from && value <= to;
    }

    static Bar atMost(String what, double value, double to) {
        return new Bar(what, value, 0, to);
    }

    /** For a person to read. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-58s %9.3f  bar %.2f to %.2f  %s",
                what,
                value,
                from,
                to,
                met() ? "met" : "NOT MET");
    }
}
