package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A border that runs straight along the cells for long looks as if somebody had ruled it. */
class OutlinesOfGroundTest {
    private static final int SIZE = BiomeField.SIZE;
    private static final int LONG = 14;

    @ParameterizedTest
    @ValueSource(longs = {2, 14, 374_630_238_170L})
    void bordersAreHardlyEverStraight(long seed) {
        WorldMap map = new Island(new Streams(new RunSeed(seed))).map();
        int edges = 0;
        int straight = 0;
        for (int side = 0; side < 2; side++) {
            for (int line = 1; line < SIZE; line++) {
                int run = 0;
                long last = -1;
                for (int at = 0; at < SIZE; at++) {
                    long here = side == 0 ? edge(map, line, at, 1) : edge(map, at, line, 0);
                    run = here >= 0 && here == last ? run + 1 : 1;
                    last = here;
                    edges += here >= 0 ? 1 : 0;
                    straight += here >= 0 && run == LONG ? 1 : 0;
                }
            }
        }
        assertThat(edges).isGreaterThan(20_000);
        assertThat(10_000.0 * straight / edges).isLessThan(3);
    }

    /** Which two kinds of ground meet between a cell and its neighbour, in order; -1 if none do. */
    private static long edge(WorldMap map, int x, int y, int east) {
        Biome here = map.biome(x, y);
        Biome there = map.biome(x - east, y - 1 + east);
        boolean built = here.built() || there.built();
        return here == there || built ? -1 : here.ordinal() * 100L + there.ordinal();
    }
}
