package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpawnerTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
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
        Set<Cell> camp = new HashSet<>(spawner.camp().stream().map(Spawner.Spawn::cell).toList());
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
                        assertThat(map.reachable(cell.x(), cell.y())).isTrue();
                        assertThat(spawn.biome()).isEqualTo(map.biome(cell.x(), cell.y()));
                        assertThat(ChunkPlace.of(cell.x(), cell.y())).isEqualTo(place);
                        assertThat(ids.add(spawn.id())).isTrue();
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

    private static WorldMap map(long seed) {
        return new Island(new Streams(new RunSeed(seed))).map();
    }

    private static Spawner spawner(long seed, WorldMap map) {
        return new Spawner(new Streams(new RunSeed(seed)), map);
    }
}
