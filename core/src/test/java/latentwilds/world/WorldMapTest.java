package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldMapTest {
    /** Planned once: an island takes some tenths of a second. */
    private final Map<Long, Island> islands = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 4, 6, 8, 99, -1, Long.MIN_VALUE})
    void everyIslandHasAStartOnLandAndAtLeastTwelveBiomesWithinReach(long seed) {
        WorldMap map = map(seed);
        Cell start = map.start();
        assertThat(map.walkable(start.x(), start.y())).isTrue();
        assertThat(map.reachable(start.x(), start.y())).isTrue();
        Set<Biome> reached = EnumSet.noneOf(Biome.class);
        int cells = 0;
        for (int y = 0; y < BiomeField.SIZE; y++) {
            for (int x = 0; x < BiomeField.SIZE; x++) {
                if (map.reachable(x, y)) {
                    reached.add(map.biome(x, y));
                    cells++;
                }
            }
        }
        assertThat(reached)
                .hasSizeGreaterThanOrEqualTo(12)
                .doesNotContain(Biome.DEEP_WATER, Biome.LAVA);
        assertThat(cells).isGreaterThan(120_000);
    }

    @Test
    void whatIsReachableIsWhatOneCanWalkTo() {
        WorldMap map = map(3);
        Set<Cell> walked = new HashSet<>(Set.of(map.start()));
        ArrayDeque<Cell> queue = new ArrayDeque<>(walked);
        while (!queue.isEmpty()) {
            Cell at = queue.poll();
            for (Cell next :
                    new Cell[] {
                        new Cell(at.x() + 1, at.y()),
                        new Cell(at.x() - 1, at.y()),
                        new Cell(at.x(), at.y() + 1),
                        new Cell(at.x(), at.y() - 1)
                    }) {
                if (map.walkable(next.x(), next.y()) && walked.add(next)) {
                    queue.add(next);
                }
            }
        }
        int reachable = 0;
        for (int y = 0; y < BiomeField.SIZE; y++) {
            for (int x = 0; x < BiomeField.SIZE; x++) {
                reachable += map.reachable(x, y) ? 1 : 0;
            }
        }
        assertThat(reachable).isEqualTo(walked.size());
        assertThat(walked).allMatch(c -> map.reachable(c.x(), c.y()));
    }

    @Test
    void nearestIsTheNearest() {
        WorldMap map = map(4);
        Cell from = map.start();
        for (Biome biome : Biome.values()) {
            Optional<Cell> found = map.nearest(from, c -> map.biome(c.x(), c.y()) == biome);
            double best = Double.MAX_VALUE;
            for (int y = 0; y < BiomeField.SIZE; y++) {
                for (int x = 0; x < BiomeField.SIZE; x++) {
                    if (map.biome(x, y) == biome) {
                        best = Math.min(best, new Cell(x, y).distance(from));
                    }
                }
            }
            assertThat(found.map(c -> c.distance(from)).orElse(Double.MAX_VALUE)).isEqualTo(best);
        }
    }

    @Test
    void sameSeedSameMapAndAnotherSeedAnother() {
        assertThat(plan(8).map().mapHash())
                .isEqualTo(map(8).mapHash())
                .isNotEqualTo(map(6).mapHash());
    }

    @Test
    void seaIsAllAround() {
        WorldMap map = map(6);
        for (int i = 0; i < BiomeField.SIZE; i++) {
            assertThat(map.biome(i, 0)).isEqualTo(Biome.DEEP_WATER);
            assertThat(map.biome(0, i)).isEqualTo(Biome.DEEP_WATER);
            assertThat(map.biome(i, BiomeField.SIZE - 1)).isEqualTo(Biome.DEEP_WATER);
            assertThat(map.biome(BiomeField.SIZE - 1, i)).isEqualTo(Biome.DEEP_WATER);
        }
        assertThat(map.walkable(-1, 20)).isFalse();
    }

    private WorldMap map(long seed) {
        return islands.computeIfAbsent(seed, WorldMapTest::plan).map();
    }

    private static Island plan(long seed) {
        return new Island(new Streams(new RunSeed(seed)));
    }
}
