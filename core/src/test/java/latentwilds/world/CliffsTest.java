package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliffsTest {
    private static final int SIZE = BiomeField.SIZE;

    @ParameterizedTest
    @ValueSource(longs = {0, 4})
    void cliffsAreSteepRockAndStopWhoeverWalks(long seed) {
        Streams streams = new Streams(new RunSeed(seed));
        Climate climate = new Climate(streams, SIZE);
        Waters waters = new Waters(streams, climate, SIZE);
        Suitability suitability = new Suitability(streams, climate, waters, SIZE);
        WorldMap map = new Island(streams).map();
        int cliffs = 0;
        int steepRock = 0;
        int openRock = 0;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                boolean rock = map.biome(x, y) == Biome.ROCK;
                boolean setUp = map.landmark(new Cell(x, y)).isPresent();
                if (map.cliff(x, y)) {
                    cliffs += setUp ? 0 : 1;
                    steepRock +=
                            !setUp && rock && suitability.slope(x + 0.5, y + 0.5) > 0.02 ? 1 : 0;
                    boolean stops =
                            map.biome(x, y).dry() && !map.walkable(x, y) && !map.reachable(x, y);
                    assertThat(stops).as("cliff at %d, %d", x, y).isTrue();
                } else if (rock) {
                    openRock += setUp ? 0 : 1;
                    assertThat(map.walkable(x, y)).isTrue();
                }
            }
        }
        // The rest filled gaps and hollows.
        assertThat(steepRock).isGreaterThan(cliffs * 95 / 100);
        // On some islands mountains are few.
        assertThat(cliffs).isGreaterThan(500).isLessThan(openRock * 2);
        assertThat(map.cliff(-1, 5)).isFalse();
    }

    /** These have doors and graves in their cliffs if nothing is done about it, and ponds. */
    @ParameterizedTest
    @ValueSource(longs = {8, 23, 44})
    void thereAreNoDoorsNoGravesNoBoardsAndNoBoulders(long seed) {
        Streams streams = new Streams(new RunSeed(seed));
        Climate climate = new Climate(streams, SIZE);
        Waters waters = new Waters(streams, climate, SIZE);
        Suitability suitability = new Suitability(streams, climate, waters, SIZE);
        BiomeGrid bare = BiomeGrid.of(BiomeField.wild(suitability), SIZE);
        BitSet cliffs = Cliffs.of(bare, suitability::slope);
        BiomeGrid grid = bare.with(cliffs);
        int narrow = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            int x = i % SIZE;
            int y = i / SIZE;
            if (grid.cliff(x, y)) {
                boolean wall = wide(grid, x, y, true) && bare.at(x, y).dry();
                assertThat(wall).as("wall at %d, %d", x, y).isTrue();
            } else if (bare.at(x, y).dry()) {
                narrow += wide(grid, x, y, false) ? 0 : 1;
            }
        }
        // A few gaps are where a thin wall was.
        assertThat(narrow).isLessThan(5);
        BitSet everywhere = new BitSet();
        everywhere.set(0, SIZE * SIZE);
        BitSet hollows =
                Regions.small(SIZE, everywhere, (x, y) -> !grid.cliff(x, y), Cliffs.HOLLOW);
        // Those that remain are ponds and lava.
        assertThat(hollows.isEmpty()).isFalse();
        assertThat(hollows.stream().filter(i -> bare.at(i % SIZE, i / SIZE).dry())).isEmpty();
        assertThat(Regions.small(SIZE, everywhere, grid::cliff, Cliffs.FEWEST).isEmpty()).isTrue();
    }

    /** Whether two by two cells round a cell are all cliff, or none. */
    private static boolean wide(BiomeGrid grid, int x, int y, boolean cliff) {
        for (int corner = 0; corner < 4; corner++) {
            int left = x - corner % 2;
            int bottom = y - corner / 2;
            if (grid.cliff(left, bottom) == cliff
                    && grid.cliff(left + 1, bottom) == cliff
                    && grid.cliff(left, bottom + 1) == cliff
                    && grid.cliff(left + 1, bottom + 1) == cliff) {
                return true;
            }
        }
        return false;
    }
}
