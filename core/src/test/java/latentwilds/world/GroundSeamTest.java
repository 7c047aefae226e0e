package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelPack;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.reference.ReferenceGenerator;
import latentwilds.texture.PixelArt;
import latentwilds.texture.PixelImage;
import org.junit.jupiter.api.Test;

/**
 * The shipped ground: a border between chunks is as steep as a border between two cells of one
 * chunk, so that nobody finds the chunks.
 */
class GroundSeamTest {
    private static final GeneratorWeights GROUND =
            ModelPack.load(Path.of("..", "assets", "models"), List.of("terrain"))
                    .model("terrain")
                    .weights();
    private static final int LAST = ChunkPlace.PIXELS - 1;

    @Test
    void chunkBordersAreAsSteepAsCellBorders() {
        double between = 0;
        double inside = 0;
        long betweenCount = 0;
        long insideCount = 0;
        try (ReferenceGenerator generator = new ReferenceGenerator(GROUND)) {
            for (int seed = 0; seed < 6; seed++) {
                Island island = new Island(new Streams(new RunSeed(seed)));
                BiomeField field = island.field();
                // On land: the sea is so even that its few steps decide nothing.
                Cell start = island.map().start();
                ChunkPlace at = ChunkPlace.of(start.x(), start.y());
                PixelImage west = chunk(generator, field, seed, at.x(), at.y());
                PixelImage east = chunk(generator, field, seed, at.x() + 1, at.y());
                PixelImage north = chunk(generator, field, seed, at.x(), at.y() + 1);
                for (int i = 0; i <= LAST; i++) {
                    between += step(west, LAST, i, east, 0, i) + step(north, i, LAST, west, i, 0);
                    betweenCount += 2;
                    for (int j = ChunkPlace.CELL_PIXELS - 1;
                            j < LAST;
                            j += ChunkPlace.CELL_PIXELS) {
                        inside +=
                                step(west, j, i, west, j + 1, i) + step(west, i, j, west, i, j + 1);
                        insideCount += 2;
                    }
                }
            }
        }
        assertThat(between / betweenCount / (inside / insideCount)).isBetween(0.9, 1.1);
    }

    @Test
    void aPlaceIsTheSameToThePixelFromAnyOrderOfVisiting() {
        Streams streams = new Streams(new RunSeed(7));
        Island island = new Island(streams);
        Cell start = island.map().start();
        ChunkPlace at = ChunkPlace.of(start.x(), start.y());
        int[][] orders = {{0, 1, 2, 3}, {3, 2, 1, 0}, {2, 0, 3, 1}, {1, 1, 3, 0, 2}};
        PixelImage[] first = new PixelImage[4];
        for (int[] order : orders) {
            TerrainLatents latents = new TerrainLatents(streams, island.field());
            try (ReferenceGenerator generator = new ReferenceGenerator(GROUND)) {
                for (int which : order) {
                    PixelImage seen =
                            chunk(generator, latents, at.x() + which % 2, at.y() + which / 2);
                    if (first[which] == null) {
                        first[which] = seen;
                    }
                    assertThat(seen.rgba()).isEqualTo(first[which].rgba());
                }
            }
        }
        assertThat(first[0].rgba()).isNotEqualTo(first[3].rgba());
    }

    private static PixelImage chunk(
            ReferenceGenerator generator, BiomeField field, long seed, int x, int y) {
        Streams streams = new Streams(new RunSeed(seed));
        return chunk(generator, new TerrainLatents(streams, field), x, y);
    }

    private static PixelImage chunk(
            ReferenceGenerator generator, TerrainLatents latents, int x, int y) {
        Picture picture = generator.synthesise(latents.grid(new ChunkPlace(x, y), GROUND));
        int margin = GROUND.spec().marginCells() * GROUND.spec().cellPixels();
        return PixelArt.ground(picture, margin);
    }

    private static double step(PixelImage a, int ax, int ay, PixelImage b, int bx, int by) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            sum += Math.abs(channel(a, c, ax, ay) - channel(b, c, bx, by));
        }
        return sum;
    }

    private static int channel(PixelImage image, int channel, int x, int y) {
        return image.rgba()[4 * (y * image.width() + x) + channel] & 255;
    }
}
