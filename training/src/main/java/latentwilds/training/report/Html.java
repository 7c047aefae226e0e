package latentwilds.training.report;

import java.util.Locale;

/** Text and numbers as they stand in a page. */
final class Html {
    private Html() {}

    /** Text with everything escaped that means something in HTML, attributes included. */
    static String text(Object value) {
        return String.valueOf(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** JSON that may stand inside a script element: nothing in it can end that element. */
    static String json(Object json) {
        return json.toString().replace("<", "\\u003c");
    }

    /** Digits in groups of three. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Four digits that matter; a dash for what was not measured. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e6) {
            return Long.toString((long) value);
        }
        return size >= 1e6 || size < 1e-3
                ? String.format(Locale.ROOT, "%.2e", value)
                : String.format(
                        Locale.ROOT,
                        "%." + Math.max(0, 3 - (int) Math.floor(Math.log10(size))) + "f",
                        value);
    }

    /** Hours, minutes and seconds. */
    static String time(double seconds) {
        long s = Math.round(seconds);
        return s >= 3600
                ? "%d h %02d min".formatted(s / 3600, s / 60 % 60)
                : s >= 60 ? "%d min %02d s".formatted(s / 60, s % 60) : s + " s";
    }
}
