package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpawnerTest {
    /** Planned once: an island takes some tenths of a second. */
    private final Map<Long, Island> islands = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 3, 5, 6, 7})
    void atLeastSixCreaturesAndThreePeopleAreRoundTheStart(long seed) {
        WorldMap map = map(seed);
        Spawner spawner = spawner(seed, map);
        Cell start = map.start();
        int creatures = 0;
        ChunkPlace centre = ChunkPlace.of(start.x(), start.y());
        for (int cy = centre.y() - 1; cy <= centre.y() + 1; cy++) {
            for (int cx = centre.x() - 2; cx <= centre.x() + 2; cx++) {
                for (Spawner.Spawn spawn : spawner.creatures(new ChunkPlace(cx, cy))) {
                    boolean onScreen =
                            Math.abs(spawn.cell().x() - start.x()) <= 13
                                    && Math.abs(spawn.cell().y() - start.y()) <= 7;
                    creatures += onScreen ? 1 : 0;
                }
            }
        }
        assertThat(creatures).isGreaterThanOrEqualTo(6);
        Set<Cell> camp = new HashSet<>(spawner.hosts().stream().map(Spawner.Spawn::cell).toList());
        assertThat(camp).hasSizeGreaterThanOrEqualTo(3);
        assertThat(camp).allMatch(c -> c.distance(start) < 13);
    }

    @Test
    void everyoneStandsOnLandThatCanBeReached() {
        WorldMap map = map(3);
        Spawner spawner = spawner(3, map);
        Set<Long> ids = new HashSet<>();
        for (int cy = 0; cy < 64; cy++) {
            for (int cx = 0; cx < 64; cx++) {
                ChunkPlace place = new ChunkPlace(cx, cy);
                for (List<Spawner.Spawn> spawns :
                        List.of(spawner.creatures(place), spawner.people(place))) {
                    for (Spawner.Spawn spawn : spawns) {
                        Cell cell = spawn.cell();
                        boolean right =
                                map.reachable(cell.x(), cell.y())
                                        && spawn.biome() == map.biome(cell.x(), cell.y())
                                        && ChunkPlace.of(cell.x(), cell.y()).equals(place)
                                        && ids.add(spawn.id());
                        if (!right) {
                            assertThat(spawn).as("misplaced in %s", place).isNull();
                        }
                    }
                }
            }
        }
        assertThat(ids).hasSizeGreaterThan(1_000);
    }

    @Test
    void everySettlementHasPeopleOfItsOwnAndNothingWildOnItsPlaza() {
        WorldMap map = map(5);
        Spawner spawner = spawner(5, map);
        Set<Cell> all = new HashSet<>();
        for (Settlement settlement : map.settlements()) {
            List<Spawner.Spawn> people = spawner.settlers(settlement);
            assertThat(people).hasSizeBetween(4, 7);
            assertThat(people).allMatch(p -> p.cell().distance(settlement.cell()) < 12);
            people.forEach(p -> assertThat(all.add(p.cell())).isTrue());
            Cell at = settlement.cell();
            ChunkPlace place = ChunkPlace.of(at.x(), at.y());
            assertThat(spawner.creatures(place)).noneMatch(s -> s.biome().built());
        }
    }

    @Test
    void nobodyStandsInAnothersPicture() {
        for (long seed : new long[] {3, 5}) {
            WorldMap map = map(seed);
            Spawner spawner = spawner(seed, map);
            Map<Cell, Spawner.Spawn> all = new HashMap<>();
            Set<Cell> wild = new HashSet<>();
            for (int i = 0; i < 64 * 64; i++) {
                ChunkPlace place = new ChunkPlace(i % 64, i / 64);
                spawner.creatures(place).forEach(s -> all.put(s.cell(), s));
                spawner.creatures(place).forEach(s -> wild.add(s.cell()));
                spawner.people(place).forEach(s -> all.put(s.cell(), s));
            }
            assertThat(all).hasSizeGreaterThan(3_000);
            for (Cell cell : all.keySet()) {
                for (int dy = -3; dy <= 3; dy++) {
                    for (int dx = -3; dx <= 3; dx++) {
                        Cell other = new Cell(cell.x() + dx, cell.y() + dy);
                        boolean far = Math.max(Math.abs(dx), Math.abs(dy)) == 3;
                        if (far && !(wild.contains(cell) && wild.contains(other))) {
                            continue;
                        }
                        assertThat(cell.equals(other) || !all.containsKey(other))
                                .as("%s and %s", all.get(cell), all.get(other))
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void inWaterStandFewAndTheseNearDryLand() {
        WorldMap map = map(3);
        Spawner spawner = spawner(3, map);
        int waders = 0;
        for (int i = 0; i < 64 * 64; i++) {
            List<Cell> wet =
                    spawner.creatures(new ChunkPlace(i % 64, i / 64)).stream()
                            .filter(s -> s.biome() == Biome.SHALLOW_WATER)
                            .map(Spawner.Spawn::cell)
                            .toList();
            assertThat(wet).hasSizeLessThanOrEqualTo(2).allMatch(c -> dryWithin(map, c, 2));
            waders += wet.size();
        }
        assertThat(waders).isGreaterThan(100);
    }

    @Test
    void peopleStandOnFirmGround() {
        int wanderers = 0;
        int settlers = 0;
        for (long seed : new long[] {3, 5, 6}) {
            WorldMap map = map(seed);
            Spawner spawner = spawner(seed, map);
            for (int i = 0; i < 64 * 64; i++) {
                for (Spawner.Spawn spawn : spawner.people(new ChunkPlace(i % 64, i / 64))) {
                    assertThat(spawn.cell()).matches(c -> firmAround(map, c));
                    boolean wanders = map.settlement(spawn.cell()).isEmpty();
                    wanderers += wanders ? 1 : 0;
                    settlers += wanders ? 0 : 1;
                }
            }
        }
        assertThat(wanderers).isGreaterThan(100);
        assertThat(settlers).isGreaterThan(50);
    }

    /** Neither in water nor in mud. */
    private static boolean firmAround(WorldMap map, Cell cell) {
        for (int i = 0; i < 9; i++) {
            Biome ground = map.biome(cell.x() + i % 3 - 1, cell.y() + i / 3 - 1);
            if (!ground.dry() || ground == Biome.SWAMP) {
                return false;
            }
        }
        return true;
    }

    private static boolean dryWithin(WorldMap map, Cell cell, int reach) {
        return map.nearest(cell, c -> map.biome(c.x(), c.y()).dry())
                .filter(c -> Math.abs(c.x() - cell.x()) <= reach)
                .filter(c -> Math.abs(c.y() - cell.y()) <= reach)
                .isPresent();
    }

    @Test
    void theOrderOfVisitingDoesNotMatter() {
        WorldMap map = map(7);
        Spawner forward = spawner(7, map);
        Spawner backward = spawner(7, map);
        List<Spawner.Spawn> first = forward.creatures(new ChunkPlace(32, 32));
        for (int x = 36; x > 26; x--) {
            backward.creatures(new ChunkPlace(x, 31));
        }
        assertThat(backward.creatures(new ChunkPlace(32, 32))).isEqualTo(first).isNotEmpty();
    }

    private WorldMap map(long seed) {
        return islands.computeIfAbsent(seed, s -> new Island(new Streams(new RunSeed(s)))).map();
    }

    private static Spawner spawner(long seed, WorldMap map) {
        return new Spawner(new Streams(new RunSeed(seed)), map);
    }
}
