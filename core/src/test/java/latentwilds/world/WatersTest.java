package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatersTest {
    private static final int SIZE = BiomeField.SIZE;

    @Test
    void noLakeIsAPuddleAndPondsRemain() {
        int ponds = 0;
        for (long seed : new long[] {1, 21, 1234}) {
            Waters waters = waters(seed);
            int side = SIZE / Waters.SPACING + 1;
            int[] lakes =
                    Regions.label(
                            side,
                            (x, y) -> waters.lake(x * Waters.SPACING, y * Waters.SPACING) > 0);
            int[] sizes = Regions.sizes(lakes);
            assertThat(Arrays.stream(sizes).min().orElseThrow())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(Waters.POND);
            ponds += (int) Arrays.stream(sizes).filter(size -> size < 4 * Waters.POND).count();
        }
        assertThat(ponds).isGreaterThan(10);
    }

    /** The lattice alone would fill the feet of slopes, in straight bars. */
    @ParameterizedTest
    @ValueSource(longs = {1, 10, 16})
    void everyLakeStandsInAHollow(long seed) {
        Streams streams = new Streams(new RunSeed(seed));
        Climate climate = new Climate(streams, SIZE);
        Waters waters = new Waters(streams, climate, SIZE);
        Drainage drainage = new Drainage(climate, SIZE);
        int side = SIZE / Waters.SPACING + 1;
        int[] lakes =
                Regions.label(
                        side, (x, y) -> waters.lake(x * Waters.SPACING, y * Waters.SPACING) > 0);
        BitSet hollows = new BitSet();
        for (int place = 0; place < drainage.side() * drainage.side(); place++) {
            int x = place % drainage.side() * Drainage.SPACING;
            int y = place / drainage.side() * Drainage.SPACING;
            int lake = lakes[y / Waters.SPACING * side + x / Waters.SPACING];
            if (lake >= 0 && drainage.level(place) > climate.elevation(x, y)) {
                hollows.set(lake);
            }
        }
        int count = Regions.sizes(lakes).length;
        assertThat(count).isGreaterThan(5);
        assertThat(hollows.cardinality()).isEqualTo(count);
    }

    /** Puddles, and a pond that is large enough. */
    @ParameterizedTest
    @CsvSource({
        "1234, 655, 488, 0, 0",
        "1234, 437, 510, 0, 0",
        "1, 786, 456, 0, 0",
        "1, 194, 474, 0, 0",
        "1, 802, 524, 20, 100"
    })
    void noTraceOfAPuddleIsOnTheGround(long seed, int x, int y, int fewest, int most) {
        Streams streams = new Streams(new RunSeed(seed));
        Climate climate = new Climate(streams, SIZE);
        BiomeField field =
                BiomeField.wild(
                        new Suitability(
                                streams, climate, new Waters(streams, climate, SIZE), SIZE));
        double water = 0;
        for (int dy = -6; dy <= 6; dy++) {
            for (int dx = -6; dx <= 6; dx++) {
                double[] weights = field.weights(x + dx + 0.5, y + dy + 0.5);
                water += weights[Biome.SHALLOW_WATER.ordinal()];
                water += weights[Biome.DEEP_WATER.ordinal()];
            }
        }
        assertThat(water).isBetween((double) fewest, (double) most);
    }

    private static Waters waters(long seed) {
        Streams streams = new Streams(new RunSeed(seed));
        return new Waters(streams, new Climate(streams, SIZE), SIZE);
    }
}
