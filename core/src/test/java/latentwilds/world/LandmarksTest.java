package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LandmarksTest {
    /** Planned once: an island takes some tenths of a second. */
    private final Map<Long, Island> islands = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 34, -7})
    void everyIslandHasAllKindsFarFromPeopleAndFromEachOther(long seed) {
        Island island = island(seed);
        List<Landmark> landmarks = island.landmarks();
        assertThat(landmarks).hasSizeBetween(6, Landmarks.MOST);
        assertThat(landmarks)
                .extracting(Landmark::kind)
                .containsAll(EnumSet.allOf(Landmark.Kind.class));
        for (Landmark one : landmarks) {
            assertThat(island.map().landmark(one.cell())).contains(one);
            assertThat(island.settlements())
                    .allMatch(s -> s.cell().distance(one.cell()) >= Landmarks.FROM_PEOPLE);
            assertThat(landmarks)
                    .allMatch(o -> o == one || o.cell().distance(one.cell()) >= Landmarks.NEAREST);
        }
    }

    /**
     * Nobody is walled in or out: all that one can stand on there, one gets to. On island 26 an arc
     * of stones has a hole in it.
     */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 26, 34, -7})
    void stonesCutNothingOff(long seed) {
        WorldMap map = island(seed).map();
        for (Landmark landmark : map.landmarks()) {
            Cell middle = landmark.cell();
            assertThat(map.walkable(middle.x(), middle.y())).isTrue();
            for (Cell cell : site(middle)) {
                assertThat(map.reachable(cell.x(), cell.y()))
                        .as("%s: %s", landmark, cell)
                        .isEqualTo(map.walkable(cell.x(), cell.y()));
            }
        }
    }

    @Test
    void aRuinIsPavingBetweenWallsAShrineARoundOfStonesAndACampAFireOnTroddenGround() {
        Map<Landmark.Kind, Set<Biome>> wanted = new EnumMap<>(Landmark.Kind.class);
        wanted.put(Landmark.Kind.RUIN, EnumSet.of(Biome.PAVING, Biome.ROCK));
        wanted.put(Landmark.Kind.SHRINE, EnumSet.of(Biome.PAVING, Biome.ROCK));
        wanted.put(
                Landmark.Kind.CAMP, EnumSet.of(Biome.ROAD, Biome.ROCK, Biome.VOLCANIC, Biome.LAVA));
        for (long seed : new long[] {0, 1, 2, 34, -7}) {
            WorldMap map = island(seed).map();
            for (Landmark landmark : map.landmarks()) {
                Set<Biome> seen = EnumSet.noneOf(Biome.class);
                int stones = 0;
                int paved = 0;
                for (Cell cell : site(landmark.cell())) {
                    Biome biome = map.biome(cell.x(), cell.y());
                    seen.add(biome);
                    paved += biome.built() ? 1 : 0;
                    if (map.cliff(cell.x(), cell.y())) {
                        stones++;
                        assertThat(biome).isEqualTo(Biome.ROCK);
                        assertThat(cell.distance(landmark.cell()))
                                .isLessThanOrEqualTo(Landmark.RADIUS);
                    }
                }
                assertThat(seen).as("%s", landmark).containsAll(wanted.get(landmark.kind()));
                assertThat(stones).as("%s", landmark).isBetween(12, 150);
                assertThat(paved).as("%s", landmark).isBetween(12, 200);
            }
        }
    }

    @Test
    void noTwoOfAKindAreBuiltAlike() {
        Map<Landmark.Kind, Set<Integer>> plans = new EnumMap<>(Landmark.Kind.class);
        Map<Landmark.Kind, Integer> counts = new EnumMap<>(Landmark.Kind.class);
        for (long seed : new long[] {0, 1, 2, 34, -7}) {
            WorldMap map = island(seed).map();
            for (Landmark landmark : map.landmarks()) {
                int plan = 0;
                for (Cell cell : site(landmark.cell())) {
                    plan = 31 * plan + (map.cliff(cell.x(), cell.y()) ? 1 : 0);
                }
                plans.computeIfAbsent(landmark.kind(), k -> new HashSet<>()).add(plan);
                counts.merge(landmark.kind(), 1, Integer::sum);
            }
        }
        counts.forEach((kind, count) -> assertThat(plans.get(kind)).as("%s", kind).hasSize(count));
    }

    /** Somebody keeps the fire. */
    @Test
    void everyCampHasPeople() {
        WorldMap map = island(2).map();
        Spawner spawner = new Spawner(new Streams(new RunSeed(2)), map);
        int camps = 0;
        for (Landmark landmark : map.landmarks()) {
            long people =
                    site(landmark.cell()).stream()
                            .map(c -> ChunkPlace.of(c.x(), c.y()))
                            .distinct()
                            .flatMap(p -> spawner.people(p).stream())
                            .filter(s -> s.cell().distance(landmark.cell()) < 6)
                            .count();
            if (landmark.kind() == Landmark.Kind.CAMP) {
                camps++;
                assertThat(people).as("%s", landmark).isBetween(1L, 3L);
            }
        }
        assertThat(camps).isPositive();
    }

    private static List<Cell> site(Cell middle) {
        int reach = Landmarks.ROOM;
        return IntStream.range(0, (2 * reach + 1) * (2 * reach + 1))
                .mapToObj(
                        i ->
                                new Cell(
                                        middle.x() + i % (2 * reach + 1) - reach,
                                        middle.y() + i / (2 * reach + 1) - reach))
                .filter(c -> c.distance(middle) <= reach)
                .toList();
    }

    private Island island(long seed) {
        return islands.computeIfAbsent(seed, s -> new Island(new Streams(new RunSeed(s))));
    }
}
