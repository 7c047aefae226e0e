package latentwilds.synthesis.gl;

import com.badlogic.gdx.utils.BufferUtils;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorSpec;
import latentwilds.synthesis.Picture;

/** Between channel-major arrays and texels of four channels. */
final class Texels {
    private Texels() {}

    /** A generator's input: noise, then code, each beginning with a group of its own. */
    static FloatBuffer pack(LatentGrid grid, Tiles tiles, GeneratorSpec spec) {
        FloatBuffer texels = BufferUtils.newFloatBuffer(4 * tiles.width() * tiles.height());
        put(grid.noise(), grid, texels, tiles, 0);
        put(grid.code(), grid, texels, tiles, Tiles.groups(spec.latentSize()));
        return texels;
    }

    private static void put(
            float[] values, LatentGrid grid, FloatBuffer texels, Tiles tiles, int firstGroup) {
        int cells = grid.rows() * grid.columns();
        for (int i = 0; i < values.length; i++) {
            int channel = i / cells;
            int group = firstGroup + channel / 4;
            int x = tiles.x(group) + i % grid.columns();
            int y = tiles.y(group) + i % cells / grid.columns();
            texels.put(4 * (y * tiles.width() + x) + channel % 4, values[i]);
        }
    }

    /**
     * Pictures.
     *
     * @param texels {@code [picture][row][column][rgba]}
     * @param grid an input, whose size is all inputs'
     */
    static List<Picture> unpack(float[] texels, GeneratorSpec spec, LatentGrid grid) {
        int width = spec.width(grid.columns());
        int height = spec.height(grid.rows());
        int size = width * height;
        List<Picture> pictures = new ArrayList<>();
        for (int picture = 0; picture < texels.length / 4 / size; picture++) {
            float[] values = new float[spec.channels() * size];
            for (int i = 0; i < values.length; i++) {
                values[i] = texels[4 * (picture * size + i % size) + i / size];
            }
            pictures.add(new Picture(spec.channels(), width, height, values));
        }
        return pictures;
    }
}
