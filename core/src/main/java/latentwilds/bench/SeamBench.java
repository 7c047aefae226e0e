package latentwilds.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import latentwilds.seed.RandomStream;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.texture.PixelImage;
import latentwilds.world.BiomeField;
import latentwilds.world.ChunkPlace;
import latentwilds.world.Island;
import latentwilds.world.TerrainLatents;
import latentwilds.world.WorldMap;

/** Whether chunks can be found by their borders: the step across against steps within a chunk. */
final class SeamBench {
    private static final int LAST = ChunkPlace.PIXELS - 1;
    private static final int RUNS = 4;

    private final ChunkMaker maker;
    private double across;
    private long acrossCount;
    private double cells;
    private long cellsCount;
    private double inside;
    private long insideCount;

    SeamBench(ChunkMaker maker) {
        this.maker = maker;
    }

    /**
     * Looks at borders in random places of several islands' land.
     *
     * @param places how many, in all
     * @return mean absolute steps of the three channels, and their ratios
     */
    Map<String, Object> run(int places) {
        for (int run = 0; run < RUNS; run++) {
            Streams streams = new Streams(new RunSeed(run));
            Island island = new Island(streams);
            TerrainLatents latents = new TerrainLatents(streams, island.field());
            RandomStream random = streams.stream("bench.seams");
            for (int i = 0; i < places / RUNS; i++) {
                ChunkPlace place = land(island.map(), random);
                boolean east = random.nextBoolean();
                look(
                        maker.chunk(latents, place),
                        maker.chunk(
                                latents,
                                new ChunkPlace(
                                        place.x() + (east ? 1 : 0), place.y() + (east ? 0 : 1))),
                        east);
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("stepAcrossChunks", across / acrossCount);
        figures.put("stepAcrossCellsOfAChunk", cells / cellsCount);
        figures.put("stepInside", inside / insideCount);
        figures.put("acrossToCells", acrossToCells());
        figures.put("acrossToInside", across / acrossCount / (inside / insideCount));
        return figures;
    }

    double acrossToCells() {
        return across / acrossCount / (cells / cellsCount);
    }

    private static ChunkPlace land(WorldMap map, RandomStream random) {
        while (true) {
            int x = random.nextInt(BiomeField.SIZE);
            int y = random.nextInt(BiomeField.SIZE);
            if (map.walkable(x, y)) {
                return ChunkPlace.of(x, y);
            }
        }
    }

    private void look(PixelImage one, PixelImage next, boolean east) {
        for (int i = 0; i <= LAST; i++) {
            // Pictures have their first row in the north.
            across += east ? step(one, LAST, i, next, 0, i) : step(one, i, 0, next, i, LAST);
            acrossCount++;
            for (int j = 0; j < LAST; j++) {
                double step =
                        east ? step(one, j, i, one, j + 1, i) : step(one, i, j, one, i, j + 1);
                inside += step;
                insideCount++;
                if (j % ChunkPlace.CELL_PIXELS == ChunkPlace.CELL_PIXELS - 1) {
                    cells += step;
                    cellsCount++;
                }
            }
        }
    }

    private static double step(PixelImage a, int ax, int ay, PixelImage b, int bx, int by) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            sum += Math.abs(channel(a, c, ax, ay) - channel(b, c, bx, by));
        }
        return sum / 3;
    }

    private static int channel(PixelImage image, int channel, int x, int y) {
        return image.rgba()[4 * (y * image.width() + x) + channel] & 255;
    }
}
