package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliffsTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 4})
    void cliffsAreSteepRockAndStopWhoeverWalks(long seed) {
        Streams streams = new Streams(new RunSeed(seed));
        Climate climate = new Climate(streams, BiomeField.SIZE);
        WorldMap map = new Island(streams).map();
        int cliffs = 0;
        int openRock = 0;
        for (int y = 0; y < BiomeField.SIZE; y++) {
            for (int x = 0; x < BiomeField.SIZE; x++) {
                boolean steep = climate.slope(x + 0.5, y + 0.5) > 0.02;
                if (map.cliff(x, y)) {
                    cliffs++;
                    boolean right =
                            steep
                                    && map.biome(x, y) == Biome.ROCK
                                    && !map.walkable(x, y)
                                    && !map.reachable(x, y);
                    assertThat(right).as("cliff at %d, %d", x, y).isTrue();
                } else if (map.biome(x, y) == Biome.ROCK) {
                    openRock++;
                    assertThat(map.walkable(x, y)).isTrue();
                }
            }
        }
        // On some islands mountains are few.
        assertThat(cliffs).isGreaterThan(500).isLessThan(openRock * 2);
        assertThat(map.cliff(-1, 5)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4})
    void thereAreNoSingleBoulders(long seed) {
        WorldMap map = new Island(new Streams(new RunSeed(seed))).map();
        int lonely = 0;
        for (int i = 0; i < BiomeField.SIZE * BiomeField.SIZE; i++) {
            int x = i % BiomeField.SIZE;
            int y = i / BiomeField.SIZE;
            boolean alone =
                    !map.cliff(x + 1, y)
                            && !map.cliff(x - 1, y)
                            && !map.cliff(x, y + 1)
                            && !map.cliff(x, y - 1);
            lonely += map.cliff(x, y) && alone ? 1 : 0;
        }
        // Only where a road is cut through.
        assertThat(lonely).isLessThan(5);
    }
}
