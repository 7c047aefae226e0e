package latentwilds.world;

import java.util.ArrayList;
import java.util.List;

/** Where a chunk stops a body: its water, lava and cliffs, merged into few rectangles. */
public final class Walls {
    /**
     * Cells that nobody walks on.
     *
     * @param x west edge in cells
     * @param y south edge in cells
     * @param width cells
     * @param height cells
     */
    public record Block(int x, int y, int width, int height) {}

    private Walls() {}

    /**
     * Covers a chunk's blocked cells, each exactly once: runs along a row, joined upwards while the
     * next row has the same run.
     *
     * @param map the island
     * @param place the chunk
     * @return few large rectangles
     */
    public static List<Block> of(WorldMap map, ChunkPlace place) {
        List<Block> done = new ArrayList<>();
        List<Block> open = new ArrayList<>();
        for (int y = place.bottom(); y < place.bottom() + ChunkPlace.CELLS; y++) {
            List<Block> row = new ArrayList<>();
            for (Block run : runs(map, place.left(), y)) {
                Block below =
                        open.stream()
                                .filter(b -> b.x == run.x && b.width == run.width)
                                .findFirst()
                                .orElse(null);
                open.remove(below);
                row.add(
                        below == null
                                ? run
                                : new Block(below.x, below.y, below.width, below.height + 1));
            }
            done.addAll(open);
            open = row;
        }
        done.addAll(open);
        return done;
    }

    private static List<Block> runs(WorldMap map, int left, int y) {
        List<Block> runs = new ArrayList<>();
        int from = -1;
        for (int x = left; x <= left + ChunkPlace.CELLS; x++) {
            boolean blocked = x < left + ChunkPlace.CELLS && !map.walkable(x, y);
            if (blocked && from < 0) {
                from = x;
            } else if (!blocked && from >= 0) {
                runs.add(new Block(from, y, x - from, 1));
                from = -1;
            }
        }
        return runs;
    }
}
