package latentwilds.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The short code by which players share a world: groups of three symbols, {@code BCD-FGH-JK1}.
 * Consonants and the digits 1 to 9, so that it spells no words and has no 0 and O. The alphabet's
 * 29 symbols are a prime number: with a weighted sum as last symbol every single wrong symbol and
 * every swap of neighbours is noticed. Seeds below 29^8 take nine symbols; larger ones three or six
 * more. {@code @7F3A} after it names the model pack that the code was made with.
 */
public final class SeedCode {
    static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ123456789";
    private static final int BASE = ALPHABET.length();
    private static final int GROUP = 3;
    private static final int SHORTEST = 9;
    private static final int LONGEST = 15;

    /** Seeds in [0, this) have a code of nine symbols. */
    public static final long SHORT_SEEDS = 500_246_412_961L;

    static final Pattern CODE = Pattern.compile("[^-\\s]{3}(-[^-\\s]{3}){2,4}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}");
    private static final Pattern PACK = Pattern.compile("(.*)@([0-9A-Fa-f]{4})");

    /** What a player's input was taken for. */
    public enum Source {
        /** A share code. */
        CODE,
        /** A whole number. */
        NUMBER,
        /** Any other text, hashed. */
        TEXT
    }

    /**
     * What was read.
     *
     * @param seed the run
     * @param pack hash of the model pack, upper case, if the code named one
     * @param source what the input was taken for
     */
    public record Parsed(RunSeed seed, Optional<String> pack, Source source) {}

    private SeedCode() {}

    /**
     * The code of a seed.
     *
     * @param seed any
     * @return three to five groups of three symbols
     */
    public static String format(RunSeed seed) {
        List<Integer> digits = new ArrayList<>();
        for (long v = seed.value(); v != 0; v = Long.divideUnsigned(v, BASE)) {
            digits.add(0, (int) Long.remainderUnsigned(v, BASE));
        }
        while (digits.size() + 1 < SHORTEST || (digits.size() + 1) % GROUP != 0) {
            digits.add(0, 0);
        }
        digits.add(check(digits));
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < digits.size(); i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(digits.get(i)));
        }
        return code.toString();
    }

    /**
     * The code of a seed, with the pack it was seen with.
     *
     * @param seed any
     * @param pack the model pack's hash, four hexadecimal digits
     * @return for example {@code BBB-BBB-BBB@7F3A}
     */
    public static String format(RunSeed seed, String pack) {
        return format(seed) + "@" + pack;
    }

    /**
     * Reads a code, a number or any text.
     *
     * @param input what a player typed; case and surrounding blanks do not matter
     * @return the seed and what the input was
     * @throws IllegalArgumentException if it is empty, or a code with a mistake: a wrong, lost or
     *     added character, neighbours swapped, a pack hash that is none
     */
    public static Parsed parse(String input) {
        String text = input.strip();
        Optional<String> pack = Optional.empty();
        Matcher withPack = PACK.matcher(text);
        if (withPack.matches()) {
            text = withPack.group(1).strip();
            pack = Optional.of(withPack.group(2).toUpperCase(Locale.ROOT));
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException(
                    "Seed: expected a code like BCD-FGH-JK1, a number or any text, found nothing");
        }
        SeedCodeMistakes.check(text);
        if (CODE.matcher(text).matches()) {
            return new Parsed(decode(text), pack, Source.CODE);
        }
        if (NUMBER.matcher(text).matches()) {
            return new Parsed(number(text), pack, Source.NUMBER);
        }
        String symbols = text.toUpperCase(Locale.ROOT);
        int length = symbols.length();
        if (length >= SHORTEST
                && length <= LONGEST
                && length % GROUP == 0
                && symbols.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            List<Integer> digits = symbols.chars().mapToObj(ALPHABET::indexOf).toList();
            if (check(digits.subList(0, length - 1)) == digits.get(length - 1)) {
                return new Parsed(decode(symbols), pack, Source.CODE);
            }
        }
        long hash = new Streams(new RunSeed(0)).hash(text);
        return new Parsed(
                new RunSeed(Long.remainderUnsigned(hash, SHORT_SEEDS)), pack, Source.TEXT);
    }

    private static RunSeed number(String text) {
        try {
            return new RunSeed(
                    text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Seed number: expected -2^63 to 2^64 - 1, found " + text, e);
        }
    }

    private static RunSeed decode(String code) {
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < code.length(); i++) {
            char c = Character.toUpperCase(code.charAt(i));
            if (c == '-') {
                continue;
            }
            int digit = ALPHABET.indexOf(c);
            if (digit < 0) {
                throw SeedCodeMistakes.wrongCharacter(code, i);
            }
            digits.add(digit);
        }
        int last = digits.remove(digits.size() - 1);
        int expected = check(digits);
        if (last != expected) {
            throw new IllegalArgumentException(
                    "Seed code %s: a character is mistyped; for what comes before it the last one should be '%c', found '%c'. Compare it with the code you were given"
                            .formatted(code, ALPHABET.charAt(expected), ALPHABET.charAt(last)));
        }
        long value = 0;
        for (int digit : digits) {
            if (Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, BASE)) > 0) {
                throw new IllegalArgumentException(
                        "Seed code %s: expected at most 64 bits, found more".formatted(code));
            }
            value = value * BASE + digit;
        }
        return new RunSeed(value);
    }

    /**
     * Sum of digit times place (2, 3, 4 ...) modulo the base: no place has weight 0 or its
     * neighbour's.
     */
    private static int check(List<Integer> digits) {
        int sum = 0;
        for (int i = 0; i < digits.size(); i++) {
            sum += digits.get(i) * (i + 2);
        }
        return sum % BASE;
    }
}
