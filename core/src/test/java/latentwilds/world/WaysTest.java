package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaysTest {
    private static final int SIZE = 64;

    @Test
    void aBankIsSandInTheMiddleWadableToItsEdgeAndNothingBesideIt() {
        Works works = Works.on(SIZE);
        works.banks().line(10, 30, 6, 50, 30, 6);
        Ways ways = new Ways(works);
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
        Works works = Works.on(SIZE);
        works.roads().line(-2, 20, 1, 30.3, 44.6, 2);
        works.plazas().line(62, 61.5, 4, 62, 61.5, 4);
        works.banks().line(40, 8, 2.5, 50, 8, 2.5);
        works.stone(new Cell(10, 50));
        works.hearths().dot(new Strokes.Point(50, 20), 1.5);
        Ways ways = new Ways(works);
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
