package latentwilds.seed;

/** Tells a mistyped share code from free text, so that a slip never becomes another world. */
final class SeedCodeMistakes {
    private static final int SHORTEST = 11;
    private static final int LONGEST = 19;
    private static final int GROUP = 4;

    private SeedCodeMistakes() {}

    /**
     * Refuses a text that was surely meant as a code.
     *
     * @param text without its pack hash
     * @throws IllegalArgumentException naming the mistake
     */
    static void check(String text) {
        int at = text.indexOf('@');
        if (at >= 0 && SeedCode.CODE.matcher(text.substring(0, at).strip()).matches()) {
            throw new IllegalArgumentException(
                    "Seed code %s: expected four hexadecimal digits after '@', found '%s'"
                            .formatted(text, text.substring(at + 1)));
        }
        int wrong = onlyWrongCharacter(text);
        if (wrong >= 0) {
            throw wrongCharacter(text, wrong);
        }
        if (onlySymbolsInGroups(text) && !SeedCode.CODE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Seed code %s: expected three to five groups of three characters; one is missing or too many. To use it as plain text, leave the dashes out"
                            .formatted(text));
        }
    }

    static IllegalArgumentException wrongCharacter(String code, int index) {
        return new IllegalArgumentException(
                "Seed code %s: expected %s, found '%c' at character %d. To use it as plain text, leave the dashes out"
                        .formatted(
                                code,
                                dashBelongsAt(index) ? "'-'" : "consonants and the digits 1 to 9",
                                code.charAt(index),
                                index + 1));
    }

    /** Index of the one character that keeps a text from having a code's shape, -1 if not one. */
    private static int onlyWrongCharacter(String text) {
        int length = text.length();
        if (length < SHORTEST || length > LONGEST || (length + 1) % GROUP != 0) {
            return -1;
        }
        int wrong = -1;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (dashBelongsAt(i) ? c != '-' : !symbol(c)) {
                if (wrong >= 0) {
                    return -1;
                }
                wrong = i;
            }
        }
        return wrong;
    }

    /**
     * No vowels, and dashes as a code has; one may be lost. Digits alone may be a date, a single
     * short pair a name.
     */
    private static boolean onlySymbolsInGroups(String text) {
        long dashes = text.chars().filter(c -> c == '-').count();
        return (dashes >= 2 || dashes == 1 && text.length() >= SHORTEST - 1)
                && text.chars().allMatch(c -> c == '-' || symbol((char) c))
                && text.chars().anyMatch(Character::isLetter);
    }

    private static boolean dashBelongsAt(int index) {
        return index % GROUP == GROUP - 1;
    }

    private static boolean symbol(char c) {
        return SeedCode.ALPHABET.indexOf(Character.toUpperCase(c)) >= 0;
    }
}
