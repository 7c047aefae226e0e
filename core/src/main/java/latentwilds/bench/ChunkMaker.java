package latentwilds.bench;

import java.util.List;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.synthesis.Generator;
import latentwilds.texture.PixelArt;
import latentwilds.texture.PixelImage;
import latentwilds.world.ChunkPlace;
import latentwilds.world.TerrainLatents;

/** Makes a chunk as the game does: latents, network with its margin, pixels. */
final class ChunkMaker {
    private final Generator generator;
    private final GeneratorWeights weights;
    private final int margin;

    ChunkMaker(Generator generator, GeneratorWeights weights) {
        this.generator = generator;
        this.weights = weights;
        GeneratorSpec spec = weights.spec();
        margin = spec.marginCells() * spec.cellPixels();
    }

    PixelImage chunk(TerrainLatents latents, ChunkPlace place) {
        return PixelArt.ground(generator.synthesise(latents.grid(place, weights)), margin);
    }

    /** The network alone for as many pixels as a chunk has, without a margin. */
    Object bare(LatentGrid grid) {
        return generator.synthesise(List.of(grid));
    }

    /** Cells of a chunk, cut out of its middle. */
    LatentGrid middle(TerrainLatents latents, ChunkPlace place) {
        LatentGrid all = latents.grid(place, weights);
        int side = all.columns();
        int cells = ChunkPlace.CELLS;
        int off = (side - cells) / 2;
        return new LatentGrid(
                cells,
                cells,
                cut(all.noise(), side, off, cells),
                cut(all.code(), side, off, cells));
    }

    private static float[] cut(float[] planes, int side, int off, int cells) {
        int channels = planes.length / (side * side);
        float[] out = new float[channels * cells * cells];
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < cells; y++) {
                System.arraycopy(
                        planes,
                        (c * side + y + off) * side + off,
                        out,
                        (c * cells + y) * cells,
                        cells);
            }
        }
        return out;
    }
}
