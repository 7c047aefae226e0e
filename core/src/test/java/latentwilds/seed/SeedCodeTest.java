package latentwilds.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedCodeTest {

    /** Short, long, negative and border seeds. */
    static LongStream seeds() {
        Random random = new Random(11);
        LongStream borders =
                LongStream.of(
                        0,
                        1,
                        28,
                        29,
                        SeedCode.SHORT_SEEDS - 1,
                        SeedCode.SHORT_SEEDS,
                        Long.MAX_VALUE,
                        Long.MIN_VALUE,
                        -1);
        LongStream small = LongStream.range(0, 3000).map(i -> RunSeed.random(random).value());
        LongStream any = LongStream.range(0, 3000).map(i -> random.nextLong() >>> (i % 64));
        return LongStream.concat(borders, LongStream.concat(small, any));
    }

    @Test
    void everySeedComesBackFromItsCode() {
        seeds().forEach(
                        seed -> {
                            String code = SeedCode.format(new RunSeed(seed));
                            SeedCode.Parsed read = SeedCode.parse(code);
                            assertThat(read.seed().value()).as(code).isEqualTo(seed);
                            assertThat(read.source()).isEqualTo(SeedCode.Source.CODE);
                            assertThat(read.pack()).isEmpty();
                        });
    }

    @Test
    void caseAndSurroundingBlanksDoNotMatter() {
        seeds().limit(500)
                .forEach(
                        seed -> {
                            String code = SeedCode.format(new RunSeed(seed));
                            String typed = "\t " + code.toLowerCase(Locale.ROOT) + " \n";
                            assertThat(SeedCode.parse(typed).seed().value()).isEqualTo(seed);
                        });
    }

    @Test
    void dashesMayBeLeftOut() {
        seeds().forEach(
                        seed -> {
                            String code = SeedCode.format(new RunSeed(seed)).replace("-", "");
                            if (code.chars().allMatch(Character::isDigit)) {
                                return;
                            }
                            assertThat(SeedCode.parse(code).seed().value())
                                    .as(code)
                                    .isEqualTo(seed);
                        });
    }

    @Test
    void noCodeHasAVowelOrADigitThatLooksLikeOne() {
        assertThat(SeedCode.ALPHABET).hasSize(29).doesNotContainPattern("[AEIOUY0]");
        seeds().forEach(
                        seed ->
                                assertThat(SeedCode.format(new RunSeed(seed)))
                                        .matches(
                                                "[%1$s]{3}(-[%1$s]{3}){2,4}"
                                                        .formatted(SeedCode.ALPHABET)));
    }

    @Test
    void drawnSeedsHaveNineSymbols() {
        Random random = new Random(12);
        for (int i = 0; i < 1000; i++) {
            assertThat(SeedCode.format(RunSeed.random(random))).hasSize(11);
        }
    }

    @Test
    void theShortestCodesEndWhereTheirNumberSaysSo() {
        assertThat(SeedCode.SHORT_SEEDS).isEqualTo((long) Math.pow(29, 8));
        assertThat(SeedCode.format(new RunSeed(0))).isEqualTo("BBB-BBB-BBB");
        // Digits 0 0 0 0 0 0 0 1 with weight 9 for the last: the check symbol is the tenth.
        assertThat(SeedCode.format(new RunSeed(1))).isEqualTo("BBB-BBB-BCM");
        assertThat(SeedCode.format(new RunSeed(SeedCode.SHORT_SEEDS - 1))).hasSize(11);
        assertThat(SeedCode.format(new RunSeed(SeedCode.SHORT_SEEDS))).hasSize(15);
    }

    @Test
    void aPackHashTravelsWithTheCode() {
        String code = SeedCode.format(new RunSeed(123_456), "7F3A");

        assertThat(code).endsWith("@7F3A");
        SeedCode.Parsed read = SeedCode.parse(code.toLowerCase(Locale.ROOT));
        assertThat(read.seed().value()).isEqualTo(123_456);
        assertThat(read.pack()).contains("7F3A");
        assertThat(read.source()).isEqualTo(SeedCode.Source.CODE);
    }

    @ParameterizedTest
    @CsvSource({
        "42, 42",
        "-1, -1",
        "007, 7",
        "123456789, 123456789",
        "18446744073709551615, -1",
        "-9223372036854775808, -9223372036854775808"
    })
    void aNumberIsTakenAsItIs(String text, long seed) {
        SeedCode.Parsed read = SeedCode.parse(text);

        assertThat(read.seed().value()).isEqualTo(seed);
        assertThat(read.source()).isEqualTo(SeedCode.Source.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551616", "-9223372036854775809"})
    void aNumberBeyond64BitsIsNamed(String text) {
        assertThatThrownBy(() -> SeedCode.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected -2^63 to 2^64 - 1, found " + text);
    }

    @Test
    void anyOtherTextIsHashedToAShortSeed() {
        SeedCode.Parsed read = SeedCode.parse("otter");

        assertThat(read.source()).isEqualTo(SeedCode.Source.TEXT);
        assertThat(read.seed().value()).isEqualTo(439_959_543_887L);
        assertThat(SeedCode.parse(" otter ")).isEqualTo(read);
        assertThat(SeedCode.parse("Otter").seed()).isNotEqualTo(read.seed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "long-island",
                "two words",
                "CRY-PTS",
                "joe@home",
                "ÄÖÜ-ß",
                "BCDFGHJKL",
                "1999-12-31"
            })
    void textThatResemblesACodeButIsNoneIsText(String text) {
        assertThat(SeedCode.parse(text).source()).isEqualTo(SeedCode.Source.TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n", "@7F3A", " @7F3A"})
    void nothingIsNoSeed(String text) {
        assertThatThrownBy(() -> SeedCode.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a code like")
                .hasMessageContaining("found nothing");
    }
}
