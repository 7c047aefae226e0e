package latentwilds.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfTest {
    private static final int HALVES = 1 << 16;
    private static final int LARGEST_FINITE = 0x7BFF;
    private static final int INFINITE = 0x7C00;

    @Test
    void everyHalfComesBackFromItsFloat() {
        for (int bits = 0; bits < HALVES; bits++) {
            float wide = Half.toFloat((short) bits);
            int back = Half.fromFloat(wide) & 0xFFFF;
            if (Float.isNaN(wide)) {
                assertThat(Float.isNaN(Half.toFloat((short) back))).isTrue();
                assertThat(back & 0x8000).isEqualTo(bits & 0x8000);
            } else {
                assertThat(back).isEqualTo(bits);
            }
        }
    }

    @Test
    void everyHalfIsTheNumberThatTheStandardSays() {
        for (int bits = 0; bits < HALVES; bits++) {
            float wide = Half.toFloat((short) bits);
            double expected = written(bits);
            assertThat(Double.compare(wide, expected)).as(Integer.toHexString(bits)).isZero();
        }
    }

    /** The definition, in doubles. */
    private static double written(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double sign = (bits & 0x8000) == 0 ? 1 : -1;
        if (exponent == 31) {
            return fraction == 0 ? sign / 0.0 : Double.NaN;
        }
        return exponent == 0
                ? sign * fraction * Math.pow(2, -24)
                : sign * (1 + fraction / 1024.0) * Math.pow(2, exponent - 15);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0000",
        "-0.0, 8000",
        "1, 3C00",
        "-2, C000",
        "65504, 7BFF",
        "0x1p-14, 0400",
        "0x1p-24, 0001"
    })
    void knownNumbersHaveTheirKnownBits(float value, String bits) {
        assertThat("%04X".formatted(Half.fromFloat(value))).isEqualTo(bits);
    }

    @Test
    void halfwayGoesToTheEvenNeighbourAndAnyOtherToTheNearest() {
        for (int bits = 0; bits < LARGEST_FINITE; bits++) {
            float below = Half.toFloat((short) bits);
            float above = Half.toFloat((short) (bits + 1));
            float middle = (float) ((below + (double) above) / 2);
            int even = bits % 2 == 0 ? bits : bits + 1;

            assertNarrows(middle, even);
            assertNarrows(Math.nextDown(middle), bits);
            assertNarrows(Math.nextUp(middle), bits + 1);
        }
    }

    @Test
    void whatIsTooLargeBecomesInfinite() {
        assertNarrows(Math.nextDown(65520f), LARGEST_FINITE);
        assertNarrows(65520f, INFINITE);
        assertNarrows(Float.MAX_VALUE, INFINITE);
        assertNarrows(Float.POSITIVE_INFINITY, INFINITE);
    }

    @Test
    void whatIsTooSmallBecomesZeroOfItsSign() {
        assertNarrows(0x1p-25f, 0);
        assertNarrows(Math.nextUp(0x1p-25f), 1);
        assertNarrows(Float.MIN_VALUE, 0);
    }

    @Test
    void anyFloatIsOffByAtMostHalfAStep() {
        Random random = new Random(21);
        for (int i = 0; i < 100_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Math.abs(value) < 65504) {
                double step = Math.max(Math.pow(2, -24), Math.pow(2, Math.getExponent(value) - 10));
                double error = Math.abs(Half.toFloat(Half.fromFloat(value)) - (double) value);
                assertThat(error).isLessThanOrEqualTo(step / 2);
            }
        }
    }

    private static void assertNarrows(float value, int bits) {
        assertThat(Half.fromFloat(value) & 0xFFFF).as("%a", value).isEqualTo(bits);
        assertThat(Half.fromFloat(-value) & 0xFFFF).as("%a", -value).isEqualTo(bits | 0x8000);
    }
}
