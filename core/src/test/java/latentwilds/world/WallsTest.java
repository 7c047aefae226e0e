package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallsTest {
    private final WorldMap map = new Island(new Streams(new RunSeed(2))).map();

    @Test
    void everyBlockedCellIsCoveredOnceAndNoOther() {
        for (int cy = 22; cy < 42; cy++) {
            for (int cx = 22; cx < 42; cx++) {
                ChunkPlace place = new ChunkPlace(cx, cy);
                Map<Cell, Integer> covered = new HashMap<>();
                for (Walls.Block block : Walls.of(map, place)) {
                    for (int y = block.y(); y < block.y() + block.height(); y++) {
                        for (int x = block.x(); x < block.x() + block.width(); x++) {
                            covered.merge(new Cell(x, y), 1, Integer::sum);
                        }
                    }
                }
                Map<Cell, Integer> blocked = new HashMap<>();
                for (int y = place.bottom(); y < place.bottom() + ChunkPlace.CELLS; y++) {
                    for (int x = place.left(); x < place.left() + ChunkPlace.CELLS; x++) {
                        if (!map.walkable(x, y)) {
                            blocked.put(new Cell(x, y), 1);
                        }
                    }
                }
                assertThat(covered).isEqualTo(blocked);
            }
        }
    }

    @Test
    void openSeaIsOneBlock() {
        List<Walls.Block> sea = Walls.of(map, new ChunkPlace(0, 0));
        assertThat(sea).containsExactly(new Walls.Block(0, 0, ChunkPlace.CELLS, ChunkPlace.CELLS));
    }
}
