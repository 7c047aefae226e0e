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
        require(value >= 0 && value <= 1, option, "0 to 1", value);
    }

    static void positive(String option, double value) {
        require(value > 0, option, "a positive number", value);
    }

    static void notNegative(String option, double value) {
        require(value >= 0, option, "0 or more", value);
    }
}
