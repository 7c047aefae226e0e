package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import latentwilds.latent.LatentGrid;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.RandomWeights;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.reference.ReferenceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerrainLatentsTest {
    private final Streams streams = new Streams(new RunSeed(11));
    private final BiomeField field = new Island(streams).field();
    private final TerrainLatents latents = new TerrainLatents(streams, field);
    private final GeneratorWeights weights = RandomWeights.of(spec(), 1);

    @Test
    void neighbouringChunksAgreeOnTheCellsTheyShare() {
        int margin = spec().marginCells();
        int side = ChunkPlace.CELLS + 2 * margin;
        LatentGrid west = latents.grid(new ChunkPlace(31, 32), weights);
        LatentGrid east = latents.grid(new ChunkPlace(32, 32), weights);
        LatentGrid north = latents.grid(new ChunkPlace(31, 33), weights);
        for (int c = 0; c < spec().latentSize(); c++) {
            for (int row = 0; row < side; row++) {
                for (int shared = 0; shared < 2 * margin; shared++) {
                    assertThat(at(east.noise(), side, c, row, shared))
                            .isEqualTo(at(west.noise(), side, c, row, ChunkPlace.CELLS + shared));
                    // Row 0 is the northernmost: the northern chunk's last rows are this one's
                    // first.
                    assertThat(at(north.noise(), side, c, ChunkPlace.CELLS + shared, row))
                            .isEqualTo(at(west.noise(), side, c, shared, row));
                }
            }
        }
    }

    @Test
    void chunksJoinToThePixelAsIfSynthesisedTogether() {
        ChunkPlace place = new ChunkPlace(31, 32);
        int margin = spec().marginCells() * spec().cellPixels();
        try (ReferenceGenerator generator = new ReferenceGenerator(weights)) {
            Picture west = generator.synthesise(latents.grid(place, weights));
            Picture east =
                    generator.synthesise(
                            latents.grid(new ChunkPlace(place.x() + 1, place.y()), weights));
            // What the east shows just inside its border is what the west has in its margin.
            for (int y = margin; y < west.height() - margin; y++) {
                assertThat(west.at(1, west.width() - margin, y))
                        .isCloseTo(east.at(1, margin, y), within(1e-5f));
            }
        }
    }

    @Test
    void codesAreTheWeightedMixOfTheBiomesCodesEachLeaningInTheRunsDialect() {
        int margin = spec().marginCells();
        int side = ChunkPlace.CELLS + 2 * margin;
        // A place where several biomes have a share.
        int x = 30 * ChunkPlace.CELLS;
        int y = 33 * ChunkPlace.CELLS;
        while (Arrays.stream(field.weights(x + 0.5, y + 0.5)).max().orElseThrow() > 0.6) {
            x++;
        }
        double[] shares = field.weights(x + 0.5, y + 0.5);
        ChunkPlace place = ChunkPlace.of(x, y);
        LatentGrid grid = latents.grid(place, weights);
        int column = margin + x - place.left();
        int row = side - 1 - margin - (y - place.bottom());
        Condition.Group group = spec().condition().groups().get(0);
        Dialect.Voice voice = new Dialect(streams, weights, group).at(x, y);
        double region = 0;
        for (Biome biome : Biome.values()) {
            region += shares[biome.ordinal()] * voice.of(biome)[0];
        }
        assertThat((double) at(grid.noise(), side, 0, row, column)).isCloseTo(region, within(1e-5));
        for (int c = 0; c < spec().condition().codeSize(); c++) {
            double expected = 0;
            for (Biome biome : Biome.values()) {
                float own = weights.code("biome", biome.label())[c];
                float accent = weights.accent("biome", biome.label())[c];
                expected += shares[biome.ordinal()] * (own + accent * voice.of(biome)[0]);
            }
            assertThat((double) at(grid.code(), side, c, row, column))
                    .isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void wavesRunThroughAllChunksToTheRightAndDown() {
        int margin = spec().marginCells();
        int side = ChunkPlace.CELLS + 2 * margin;
        ChunkPlace place = new ChunkPlace(31, 32);
        float[] noise = latents.grid(place, weights).noise();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int x = place.left() - margin + column;
                int y = place.bottom() + side - margin - 1 - row;
                double right = 2 * Math.PI * x / 5;
                double down = -2 * Math.PI * y / 5;
                double[] waves = {Math.cos(right), Math.sin(right), Math.cos(down), Math.sin(down)};
                for (int k = 0; k < 4; k++) {
                    assertThat((double) at(noise, side, 3 + k, row, column))
                            .isCloseTo(waves[k], within(1e-5));
                }
            }
        }
    }

    private static float at(float[] values, int side, int channel, int row, int column) {
        return values[(channel * side + row) * side + column];
    }

    private static GeneratorSpec spec() {
        List<String> labels = Arrays.stream(Biome.values()).map(Biome::label).toList();
        return new GeneratorSpec(
                "terrain",
                7,
                1,
                List.of(5),
                new Condition(List.of(new Condition.Group("biome", labels, 4, true, null))),
                List.of(
                        new Layer.UpConv(7, 6, Activation.RELU, true),
                        new Layer.UpConv(6, 3, Activation.TANH, true)),
                3,
                "");
    }
}
