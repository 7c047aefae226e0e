package latentwilds.bench;

import com.badlogic.gdx.math.Vector2;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentwilds.game.Run;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.texture.TerrainPages;
import latentwilds.world.BiomeField;
import latentwilds.world.Cell;
import latentwilds.world.ChunkPlace;
import latentwilds.world.TerrainLatents;

/**
 * A walk over ever fresh ground: every chunk goes into a page as in the game, and a run's creatures
 * and walls come and go on its island meanwhile.
 */
final class WalkBench {
    private static final long PAGES = 48L << 20;
    private static final int ROWS = 2;
    private static final int STEPS = 4;
    private static final List<Integer> MARKS = List.of(1_000, 5_000, 10_000, 20_000);

    private final ChunkMaker maker;

    WalkBench(ChunkMaker maker) {
        this.maker = maker;
    }

    /**
     * What is held and how long a chunk takes.
     *
     * @param tiles walked
     * @param heapBytes after a collection
     * @param residentBytes of the process
     * @param pageBytes of ground textures
     * @param entities that live
     * @param millisPerChunk since the last mark, by the clock
     * @param cpuMillisPerChunk the same of all threads: hardly disturbed by other processes
     */
    record Mark(
            int tiles,
            long heapBytes,
            long residentBytes,
            long pageBytes,
            int entities,
            double millisPerChunk,
            double cpuMillisPerChunk) {}

    /** Needs GL; render thread. */
    List<Mark> run(int mostTiles) throws Exception {
        Streams streams = new Streams(new RunSeed(6));
        List<Mark> marks = new ArrayList<>();
        Run run = new Run(new RunSeed(6));
        TerrainPages pages = new TerrainPages(ChunkPlace.PIXELS, PAGES);
        try {
            TerrainLatents latents = new TerrainLatents(streams, run.field().endless());
            int chunks = 0;
            double millis = 0;
            double cpu = 0;
            for (int x = 0; x * ChunkPlace.CELLS < mostTiles; x++) {
                for (int y = 0; y < ROWS; y++) {
                    ChunkPlace place = new ChunkPlace(x, 32 + y);
                    Timing timing = Timing.of(() -> pages.put(place, maker.chunk(latents, place)));
                    millis += timing.wallMillis();
                    cpu += timing.cpuMillis();
                    chunks++;
                }
                live(run, x);
                int tiles = (x + 1) * ChunkPlace.CELLS;
                if (MARKS.contains(tiles / 1000 * 1000) && tiles % 1000 < ChunkPlace.CELLS) {
                    marks.add(mark(tiles, pages, run, millis / chunks, cpu / chunks));
                    chunks = 0;
                    millis = 0;
                    cpu = 0;
                }
            }
        } finally {
            pages.dispose();
            run.dispose();
        }
        return marks;
    }

    /** To and fro over the island, a chunk further each time, then a row further north. */
    private static void live(Run run, int column) {
        int across = BiomeField.SIZE / ChunkPlace.CELLS;
        int row = column / across;
        int at = row % 2 == 0 ? column % across : across - 1 - column % across;
        run.place(
                new Cell(
                        at * ChunkPlace.CELLS + 8,
                        (8 + row * 3 % (across - 16)) * ChunkPlace.CELLS));
        for (int i = 0; i < STEPS; i++) {
            run.update(Run.STEP, Vector2.Zero);
        }
    }

    private static Mark mark(int tiles, TerrainPages pages, Run run, double millis, double cpu) {
        return new Mark(
                tiles,
                Memory.heapAfterCollection(),
                Memory.resident(),
                pages.bytes(),
                run.solids().size(),
                millis,
                cpu);
    }

    /** What must be flat from the first mark on, when the caches are full, to the last. */
    static Map<String, Double> growth(List<Mark> marks) {
        Mark first = marks.get(1);
        Mark last = marks.get(marks.size() - 1);
        Map<String, Double> growth = new LinkedHashMap<>();
        growth.put("heap", (double) last.heapBytes / first.heapBytes);
        growth.put("resident", (double) last.residentBytes / Math.max(1, first.residentBytes));
        growth.put("pages", (double) last.pageBytes / first.pageBytes);
        growth.put("cpuMillisPerChunk", last.cpuMillisPerChunk / first.cpuMillisPerChunk);
        return growth;
    }
}
