package latentwilds.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a player mistypes must never silently become another world. */
class SeedCodeMistakesTest {
    /** Printable ASCII and some that a keyboard or a chat program may put instead. */
    private static final String TYPED =
            " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`{|}~–\u00a0ÄО";

    private static List<String> codes() {
        return SeedCodeTest.seeds()
                .filter(seed -> seed % 40 == 0 || seed < 0 && seed % 7 == 0)
                .mapToObj(seed -> SeedCode.format(new RunSeed(seed)))
                .toList();
    }

    @Test
    void everyWrongCharacterIsNoticed() {
        assertThat(codes()).hasSizeGreaterThan(100);
        for (String code : codes()) {
            for (int i = 0; i < code.length(); i++) {
                for (char c : TYPED.toCharArray()) {
                    boolean same = Character.toUpperCase(c) == code.charAt(i);
                    String typed = code.substring(0, i) + c + code.substring(i + 1);
                    if (!same && !digitsOnly(typed)) {
                        assertRefused(typed);
                    }
                }
            }
        }
    }

    /** A lost digit in a code of digits makes it look like a date, which is a fine text. */
    private static boolean digitsOnly(String typed) {
        return typed.chars().noneMatch(Character::isLetter);
    }

    @Test
    void aLostOrDoubledCharacterIsNoticed() {
        for (String code : codes()) {
            for (int i = 0; i < code.length(); i++) {
                String lost = code.substring(0, i) + code.substring(i + 1);
                String doubled = code.substring(0, i + 1) + code.substring(i);
                if (!digitsOnly(lost)) {
                    assertRefused(lost);
                }
                assertRefused(doubled);
            }
        }
    }

    @Test
    void aCharacterThatNoCodeHasIsNamedWithItsPosition() {
        for (String code : codes()) {
            for (int i = 0; i < code.length(); i++) {
                String expected =
                        code.charAt(i) == '-' ? "expected '-'" : "expected consonants and";
                for (char c : "AEIOUY0_".toCharArray()) {
                    String typed = code.substring(0, i) + c + code.substring(i + 1);
                    assertThatThrownBy(() -> SeedCode.parse(typed))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining(typed)
                            .hasMessageContaining(expected)
                            .hasMessageContaining("found '%c' at character %d.", c, i + 1);
                }
            }
        }
    }

    @Test
    void aSwapOfNeighboursIsNoticed() {
        for (String code : codes()) {
            for (int i = 0; i + 1 < code.length(); i++) {
                // Across a dash the neighbours are the symbols on both its sides.
                int j = code.charAt(i + 1) == '-' ? i + 2 : i + 1;
                if (code.charAt(i) == '-' || code.charAt(i) == code.charAt(j)) {
                    continue;
                }
                char[] swapped = code.toCharArray();
                swapped[i] = code.charAt(j);
                swapped[j] = code.charAt(i);
                assertRefused(new String(swapped));
            }
        }
    }

    @Test
    void aWrongSymbolSaysWhatTheLastOneShouldBe() {
        assertThatThrownBy(() -> SeedCode.parse("BBB-BBB-BCB"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BBB-BBB-BCB")
                .hasMessageContaining("should be 'M', found 'B'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7F3", "7F3AA", "7F3G", "", "7F 3", "7F3A@", "7F3A@7F3A"})
    void aMistypedPackHashIsNoticed(String pack) {
        String code = SeedCode.format(new RunSeed(99));

        assertThatThrownBy(() -> SeedCode.parse(code + "@" + pack))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(code)
                .hasMessageContaining("four hexadecimal digits");
    }

    @Test
    void aCodeOfMoreThan64BitsIsRefused() {
        // The largest 14 digits; the check symbol is their weighted sum: 28 * (2 + ... + 15).
        assertThatThrownBy(() -> SeedCode.parse("999-999-999-999-997"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 bits");
    }

    private static void assertRefused(String typed) {
        try {
            SeedCode.parse(typed);
        } catch (IllegalArgumentException e) {
            return;
        }
        fail("'%s' was taken for a seed", typed);
    }
}
