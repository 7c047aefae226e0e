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

    /** Also at the edge of the island, and where a line has no length. */
    @Test
    void whatIsNearHoldsAllThatIsTouchedAndLittleMore() {
        Strokes roads = new Strokes(SIZE);
        roads.line(-2, 20, 1, 30.3, 44.6, 2);
        Strokes plazas = new Strokes(SIZE);
        plazas.line(62, 61.5, 4, 62, 61.5, 4);
        Strokes banks = new Strokes(SIZE);
        banks.line(40, 8, 2.5, 50, 8, 2.5);
        Ways ways = new Ways(roads, plazas, banks);
        int touched = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            if (ways.touches(i % SIZE + 0.5, i / SIZE + 0.5)) {
                touched++;
                assertThat(ways.near().get(i)).as("cell %d", i).isTrue();
            }
        }
        assertThat(touched).isGreaterThan(200);
        assertThat(ways.near().cardinality()).isLessThan(SIZE * SIZE / 2);
    }
}
