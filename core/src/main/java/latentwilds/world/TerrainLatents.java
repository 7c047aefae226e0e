package latentwilds.world;

import latentwilds.latent.LabelCode;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.Lattice;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/**
 * The latent grid under a chunk and the margin around it. A cell's noise is a hash of the run and
 * the cell, but for the channels that a region shares: the mix of what its biomes say there in the
 * run's {@link Dialect}; its code the mix of its biomes' codes, each leaning with what that one
 * says: neighbouring chunks agree on the cells that they share, so their pictures agree at the
 * border. Immutable; any thread.
 */
public final class TerrainLatents {
    private static final String GROUP = "biome";

    private final Streams streams;
    private final BiomeField field;

    /**
     * The ground of a run.
     *
     * @param streams of the run
     * @param field of the run
     */
    public TerrainLatents(Streams streams, BiomeField field) {
        this.streams = streams;
        this.field = field;
    }

    /**
     * How large a chunk's input is.
     *
     * @param spec of the terrain generator
     * @return cells each way: 16 + 2 margins
     */
    public static int side(GeneratorSpec spec) {
        return ChunkPlace.CELLS + 2 * spec.marginCells();
    }

    /**
     * The input for one chunk. Row 0 is the northernmost.
     *
     * @param place the chunk
     * @param weights the terrain generator's, for sizes and codes
     * @return a grid of {@link #side} cells each way
     */
    public LatentGrid grid(ChunkPlace place, GeneratorWeights weights) {
        int margin = weights.spec().marginCells();
        int side = side(weights.spec());
        int cells = side * side;
        int latentSize = weights.spec().latentSize();
        int regionSize = weights.spec().regionSize();
        int drawnSize = weights.spec().drawnSize();
        float[] noise = new float[latentSize * cells];
        // Rows go down the picture, and so south: against the world's y.
        int top = -(place.bottom() + side - margin - 1);
        Lattice.write(noise, weights.spec(), side, side, place.left() - margin, top);
        Condition.Group group = weights.spec().condition().group(GROUP);
        LabelCode[] codes = codes(weights, group);
        Dialect dialect = new Dialect(streams, weights, group);
        float[] code = new float[weights.spec().condition().codeSize() * cells];
        for (int row = 0; row < side; row++) {
            int y = place.bottom() + side - margin - 1 - row;
            for (int column = 0; column < side; column++) {
                int x = place.left() - margin + column;
                int cell = row * side + column;
                double[] shares = field.weights(x + 0.5, y + 0.5);
                RandomStream random = streams.stream("terrain.noise", x, y);
                for (int c = regionSize; c < drawnSize; c++) {
                    noise[c * cells + cell] = (float) random.nextGaussian();
                }
                Dialect.Voice voice = dialect.at(x, y);
                for (Biome biome : Biome.values()) {
                    double share = shares[biome.ordinal()];
                    if (share > 0) {
                        float[] heard = voice.of(biome);
                        codes[biome.ordinal()].add(share, heard, code, 0, cells, cell);
                        for (int k = 0; k < regionSize; k++) {
                            noise[k * cells + cell] += (float) (share * heard[k]);
                        }
                    }
                }
            }
        }
        return new LatentGrid(side, side, noise, code);
    }

    private static LabelCode[] codes(GeneratorWeights weights, Condition.Group group) {
        Biome[] biomes = Biome.values();
        LabelCode[] codes = new LabelCode[biomes.length];
        for (Biome biome : biomes) {
            codes[biome.ordinal()] = LabelCode.of(weights, group, biome.label());
        }
        return codes;
    }
}
