package latentwilds.training.cli;

/** Checks of what was asked on the command line: one way to say what is wrong. */
final class Expect {
    private Expect() {}

    /**
     * Refuses a value.
     *
     * @param ok whether it is right
     * @param option what it was given for, or the verb
     * @throws IllegalArgumentException if it is wrong
     */
    static void that(boolean ok, String option, String expected, Object found) {
        if (!ok) {
            throw new IllegalArgumentException(
                    "%s: expected %s, found %s".formatted(option, expected, found));
        }
    }
}
