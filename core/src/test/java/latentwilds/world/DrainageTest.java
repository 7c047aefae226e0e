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
            int x = place % side * Drainage.SPACING;
            int y = place / side * Drainage.SPACING;
            if (climate.elevation(x, y) > Climate.SEA && drainage.parent(place) >= 0) {
                assertThat(drainage.flow(drainage.parent(place)))
                        .isGreaterThan(drainage.flow(place));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(200);
    }
}
