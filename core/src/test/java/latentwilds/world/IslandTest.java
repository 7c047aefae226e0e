package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IslandTest {
    /** Planned once: an island takes some tenths of a second. */
    private final Map<Long, Island> islands = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 40, -7})
    void settlementsAreManyAndFarFromEachOtherAndWithinReachOnFoot(long seed) {
        Island island = island(seed);
        List<Settlement> settlements = island.settlements();
        assertThat(settlements).hasSizeBetween(5, 9);
        for (Settlement one : settlements) {
            Cell cell = one.cell();
            assertThat(island.map().reachable(cell.x(), cell.y())).isTrue();
            assertThat(island.map().biome(cell.x(), cell.y())).isEqualTo(Biome.PAVING);
            assertThat(island.map().settlement(new Cell(cell.x() + 3, cell.y()))).contains(one);
            for (Settlement other : settlements) {
                assertThat(one == other || cell.distance(other.cell()) > 40).isTrue();
            }
        }
        assertThat(island.map().start()).isEqualTo(settlements.get(0).cell());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 40, -7})
    void roadsLeadFromTheStartToEverySettlement(long seed) {
        Island island = island(seed);
        int size = BiomeField.SIZE;
        int[] built = Regions.label(size, (x, y) -> island.map().biome(x, y).built());
        Cell start = island.map().start();
        for (Settlement settlement : island.settlements()) {
            Cell cell = settlement.cell();
            assertThat(built[cell.y() * size + cell.x()])
                    .isEqualTo(built[start.y() * size + start.x()]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 40, -7})
    void noLandWorthAVisitIsOutOfReach(long seed) {
        WorldMap map = island(seed).map();
        int size = BiomeField.SIZE;
        int[] regions = Regions.label(size, map::walkable);
        int[] cells = Regions.sizes(regions);
        for (int i = 0; i < regions.length; i++) {
            if (!map.reachable(i % size, i / size) && regions[i] >= 0) {
                assertThat(cells[regions[i]]).isLessThan(Builder.WORTH_A_CAUSEWAY);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 40, -7})
    void everyIslandHasTwelveKindsOfGroundThatGrew(long seed) {
        WorldMap map = island(seed).map();
        Map<Biome, Integer> cells = new EnumMap<>(Biome.class);
        for (int y = 0; y < BiomeField.SIZE; y += 2) {
            for (int x = 0; x < BiomeField.SIZE; x += 2) {
                cells.merge(map.biome(x, y), 1, Integer::sum);
            }
        }
        cells.keySet().removeIf(b -> b.built() || cells.get(b) < 60);
        assertThat(cells.keySet()).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void lakesAreDeepInTheMiddleAndRiversCanBeWaded() {
        int deep = 0;
        int brook = 0;
        for (long seed : new long[] {44, 59}) {
            Streams streams = new Streams(new RunSeed(seed));
            Climate climate = new Climate(streams, BiomeField.SIZE);
            Waters waters = new Waters(streams, climate, BiomeField.SIZE);
            BiomeField field = BiomeField.wild(new Suitability(climate, waters));
            for (int y = 0; y < BiomeField.SIZE; y += 4) {
                for (int x = 0; x < BiomeField.SIZE; x += 4) {
                    boolean inland = climate.elevation(x, y) > Climate.SEA + 0.05;
                    if (inland && field.biome(x, y) == Biome.DEEP_WATER) {
                        assertThat(waters.lake(x, y)).isPositive();
                        deep++;
                    } else if (inland && waters.river(x, y) > 0.8 && waters.lake(x, y) < 0) {
                        assertThat(field.biome(x, y).walkable()).isTrue();
                        brook++;
                    }
                }
            }
        }
        assertThat(deep).isPositive();
        assertThat(brook).isGreaterThan(100);
    }

    @Test
    void thePlanFollowsFromTheSeedAlone() {
        assertThat(plan(1).map().mapHash()).isEqualTo(island(1).map().mapHash());
        assertThat(plan(1).settlements())
                .isEqualTo(island(1).settlements())
                .isNotEqualTo(island(2).settlements());
    }

    private Island island(long seed) {
        return islands.computeIfAbsent(seed, IslandTest::plan);
    }

    private static Island plan(long seed) {
        return new Island(new Streams(new RunSeed(seed)));
    }
}
