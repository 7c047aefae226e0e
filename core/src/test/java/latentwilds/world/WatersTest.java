package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Puddles, a damp spot, and a pond that is large enough. */
    @ParameterizedTest
    @CsvSource({
        "1234, 557, 350, 0, 0",
        "1, 334, 534, 0, 0",
        "21, 750, 670, 0, 0",
        "1, 510, 248, 0, 0",
        "1, 661, 335, 20, 100"
    })
    void noTraceOfAPuddleIsOnTheGround(long seed, int x, int y, int fewest, int most) {
        Streams streams = new Streams(new RunSeed(seed));
        Climate climate = new Climate(streams, SIZE);
        BiomeField field =
                BiomeField.wild(new Suitability(climate, new Waters(streams, climate, SIZE)));
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
