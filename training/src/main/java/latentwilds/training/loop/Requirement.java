package latentwilds.training.loop;

/** Checks of options: one way to say what is wrong with a value. */
final class Requirement {
    private Requirement() {}

    static void require(boolean ok, String option, Object expected, Object found) {
        if (!ok) {
            throw new IllegalArgumentException(
                    "Option '%s': expected %s, found %s".formatted(option, expected, found));
        }
    }

    static void fraction(String option, double value) {
        require(value >= 0 && value <= 1, option, "0 to 1", number(value));
    }

    static void positive(String option, double value) {
        require(value > 0, option, "a positive number", number(value));
    }

    static void notNegative(String option, double value) {
        require(value >= 0, option, "0 or more", number(value));
    }

    /** Whole numbers as they were typed. */
    private static Object number(double value) {
        Object whole = (long) value;
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? whole : (Object) value;
    }
}
