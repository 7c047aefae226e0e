package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaysTest {
    private static final int SIZE = 64;

    @Test
    void aBankIsSandInTheMiddleWadableToItsEdgeAndNothingBesideIt() {
        Strokes banks = new Strokes(SIZE);
        banks.line(10, 30, 6, 50, 30, 6);
        Ways ways = new Ways(new Strokes(SIZE), new Strokes(SIZE), banks);
        assertThat(ways.bank(30, 30)).isPositive();
        assertThat(ways.bank(30, 34)).isNegative();
        double edge = Climate.SEA + ways.bank(30, 36);
        // Deep water begins 0.035 below the sea.
        assertThat(edge).isBetween(Climate.SEA - 0.036, Climate.SEA - 0.034);
        assertThat(ways.bank(30, 38)).isLessThan(-0.2);
        assertThat(ways.touches(30, 38)).isTrue();
        assertThat(ways.touches(30, 39)).isFalse();
    }
}
