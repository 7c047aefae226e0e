package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IslandTest {
    private static final int FAR = 300;
    private static final Set<Biome> COLD = Set.of(Biome.SNOW, Biome.ICE);
    private static final Set<Biome> WARM =
            Set.of(Biome.GRASS, Biome.MEADOW, Biome.DRY_GRASS, Biome.SWAMP, Biome.SAND);

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
                assertThat(one == other || cell.distance(other.cell()) > 46).isTrue();
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

    /** Land out of reach is small, or as far from the rest as it is wide. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 28, 41, -7})
    void noLandWorthAVisitIsOutOfReach(long seed) {
        WorldMap map = island(seed).map();
        int size = BiomeField.SIZE;
        int[] regions = Regions.label(size, map::walkable);
        int[] cells = Regions.sizes(regions);
        double[] gaps = new double[cells.length];
        Arrays.fill(gaps, Double.MAX_VALUE);
        int reached = 0;
        for (int i = 0; i < regions.length; i++) {
            boolean reachable = map.reachable(i % size, i / size);
            reached += reachable ? 1 : 0;
            if (regions[i] >= 0 && !reachable && cells[regions[i]] >= Builder.WORTH_A_FORD) {
                gaps[regions[i]] = Math.min(gaps[regions[i]], gap(map, i % size, i / size));
            }
        }
        for (int region = 0; region < cells.length; region++) {
            double worth = Math.sqrt(cells[region]);
            assertThat(gaps[region]).as("to %d cells", cells[region]).isGreaterThan(worth);
        }
        assertThat(reached).isGreaterThan(Arrays.stream(cells).sum() * 9 / 10);
    }

    /** To the nearest land within reach, along the axes and diagonals. */
    private static double gap(WorldMap map, int x, int y) {
        for (int far = 1; far < FAR; far++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    if (map.reachable(x + far * dx, y + far * dy)) {
                        return far * Math.hypot(dx, dy);
                    }
                }
            }
        }
        return FAR;
    }

    /** One walks to large islands without looking for a path of stones: five cells abreast. */
    @ParameterizedTest
    @ValueSource(longs = {9, 27, 60})
    void fordsAreBroad(long seed) {
        WorldMap map = island(seed).map();
        int[] regions = Regions.label(BiomeField.SIZE, (x, y) -> broad(map, x, y));
        int[] cells = Regions.sizes(regions);
        int largest = cells[Regions.largest(regions)];
        assertThat(largest).isGreaterThan(Arrays.stream(cells).sum() * 95 / 100);
    }

    private static boolean broad(WorldMap map, int x, int y) {
        for (int i = 0; i < 25; i++) {
            if (!map.reachable(x + i % 5 - 2, y + i / 5 - 2)) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 40, -7})
    void everyIslandHasFourteenKindsOfGroundThatGrew(long seed) {
        WorldMap map = island(seed).map();
        List<Biome> kinds = Stream.of(Biome.values()).filter(b -> !b.built()).toList();
        assertThat(kinds.stream().filter(b -> map.count(b) > 240)).hasSizeGreaterThanOrEqualTo(14);
    }

    /** Stones or a wood lie between, but for some hundredths where it is steep. */
    @ParameterizedTest
    @ValueSource(longs = {0, 2, 5, 22, 77})
    void snowDoesNotBorderOnGreen(long seed) {
        WorldMap map = island(seed).map();
        int edges = 0;
        int green = 0;
        for (int y = 0; y < BiomeField.SIZE; y++) {
            for (int x = 0; x < BiomeField.SIZE; x++) {
                Biome here = map.biome(x, y);
                for (Biome there : List.of(map.biome(x + 1, y), map.biome(x, y + 1))) {
                    edges += COLD.contains(here) != COLD.contains(there) ? 1 : 0;
                    green += COLD.contains(here) && WARM.contains(there) ? 1 : 0;
                    green += WARM.contains(here) && COLD.contains(there) ? 1 : 0;
                }
            }
        }
        assertThat(edges).isGreaterThan(500);
        assertThat((double) green / edges).isLessThan(0.06);
    }

    @Test
    void lakesAreDeepInTheMiddleAndRiversCanBeWaded() {
        int deep = 0;
        int brook = 0;
        for (long seed : new long[] {44, 59, 1, 10}) {
            Streams streams = new Streams(new RunSeed(seed));
            Climate climate = new Climate(streams, BiomeField.SIZE);
            Waters waters = new Waters(streams, climate, BiomeField.SIZE);
            Suitability suitability = new Suitability(streams, climate, waters, BiomeField.SIZE);
            BiomeField field = BiomeField.wild(suitability);
            for (int y = 0; y < BiomeField.SIZE; y += 4) {
                for (int x = 0; x < BiomeField.SIZE; x += 4) {
                    boolean inland = suitability.height(x, y) > Climate.SEA + 0.05;
                    if (inland && field.biome(x, y) == Biome.DEEP_WATER) {
                        assertThat(lakeNear(waters, x, y)).isTrue();
                        deep++;
                    } else if (inland && waters.river(x, y) > 0.8 && !lakeNear(waters, x, y)) {
                        assertThat(field.biome(x, y).walkable()).isTrue();
                        brook++;
                    }
                }
            }
        }
        assertThat(deep).isGreaterThan(100);
        assertThat(brook).isGreaterThan(100);
    }

    /** Outlines are frayed by some cells. */
    private static boolean lakeNear(Waters waters, int x, int y) {
        for (int i = 0; i < 9; i++) {
            if (waters.lake(x + 3 * (i % 3 - 1), y + 3 * (i / 3 - 1)) > 0) {
                return true;
            }
        }
        return false;
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
