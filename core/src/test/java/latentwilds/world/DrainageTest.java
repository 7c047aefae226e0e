package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;

class DrainageTest {
    private final Climate climate = new Climate(new Streams(new RunSeed(9)), 256);
    private final Drainage drainage = new Drainage(climate, 256);

    @Test
    void waterNeverRunsUphillAndAlwaysReachesTheEdge() {
        int side = drainage.side();
        for (int place = 0; place < side * side; place++) {
            int steps = 0;
            for (int at = place; drainage.parent(at) >= 0; at = drainage.parent(at)) {
                assertThat(drainage.level(drainage.parent(at)))
                        .isLessThanOrEqualTo(drainage.level(at));
                assertThat(++steps).isLessThan(side * side);
            }
        }
    }

    @Test
    void riversGrowDownstream() {
        int side = drainage.side();
        int checked = 0;
        for (int place = 0; place < side * side; place++) {
            int next = drainage.parent(place);
            if (next >= 0 && height(next) > Climate.SEA) {
                assertThat(drainage.flow(next)).isGreaterThan(drainage.flow(place));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(200);
    }

    @Test
    void aRiverRunsOnIntoTheSea() {
        int side = drainage.side();
        int mouths = 0;
        for (int place = 0; place < side * side; place++) {
            int next = drainage.parent(place);
            if (next >= 0 && height(place) > Drainage.MOUTH && height(next) < Climate.SEA) {
                assertThat(drainage.flow(next)).isGreaterThanOrEqualTo(drainage.flow(place));
                mouths += height(place) < Climate.SEA && drainage.flow(place) > 0 ? 1 : 0;
            }
        }
        assertThat(mouths).isGreaterThan(10);
    }

    private double height(int place) {
        int side = drainage.side();
        return climate.elevation(place % side * Drainage.SPACING, place / side * Drainage.SPACING);
    }
}
