package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.FloatBuffer;
import latentwilds.model.Layer;

/**
 * One layer's weights: row {@code group * taps + tap}, column {@code 4 * input group + channel},
 * the texel's four numbers are the group's four outputs; then one row with the biases. Channels
 * that fill up a group of four have zeros. The owner closes it.
 */
final class WeightTexture implements AutoCloseable {
    private final GL30 gl;
    private final int texture;
    private final int width;
    private final int height;
    private final Storage storage;

    /**
     * Uploads weights.
     *
     * @throws IllegalStateException if the driver has no texture of that size
     */
    WeightTexture(
            GL30 gl,
            Storage storage,
            int maxSide,
            Layer layer,
            int codeSize,
            float[] weight,
            float[] bias) {
        this.gl = gl;
        this.storage = storage;
        int code = layer.inject() ? codeSize : 0;
        int inputGroups = Tiles.groups(layer.inputs()) + Tiles.groups(code);
        int outputGroups = Tiles.groups(layer.outputs());
        int taps = taps(layer, codeSize);
        width = Math.max(4 * inputGroups, outputGroups);
        height = outputGroups * taps + 1;
        if (width > maxSide || height > maxSide) {
            throw new IllegalStateException(
                    "Weights of %d to %d channels: expected a texture of at most %d a side, found a need for %d x %d"
                            .formatted(
                                    layer.weightInputs(codeSize),
                                    layer.outputs(),
                                    maxSide,
                                    width,
                                    height));
        }
        FloatBuffer texels = BufferUtils.newFloatBuffer(4 * width * height);
        boolean outputsFirst = layer instanceof Layer.Conv3x3;
        int inputs = layer.weightInputs(codeSize);
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < layer.outputs(); o++) {
                int from = (outputsFirst ? o * inputs + i : i * layer.outputs() + o) * taps;
                for (int t = 0; t < taps; t++) {
                    int texel = (o / 4 * taps + t) * width + column(layer, i);
                    texels.put(4 * texel + o % 4, weight[from + t]);
                }
            }
        }
        for (int o = 0; o < layer.outputs(); o++) {
            texels.put(4 * (height - 1) * width + o, bias[o]);
        }
        texture = gl.glGenTexture();
        bind();
        Textures.plain(gl, GL20.GL_TEXTURE_2D);
        gl.glTexImage2D(
                GL20.GL_TEXTURE_2D,
                0,
                storage.format(),
                width,
                height,
                0,
                GL20.GL_RGBA,
                GL20.GL_FLOAT,
                texels);
    }

    /** Kernel positions of a layer. */
    static int taps(Layer layer, int codeSize) {
        int[] shape = layer.weightShape(codeSize);
        return shape[2] * shape[3];
    }

    /** The code begins in a group of its own. */
    private static int column(Layer layer, int input) {
        return input < layer.inputs()
                ? input
                : 4 * Tiles.groups(layer.inputs()) + input - layer.inputs();
    }

    /** Binds it for reading, to the active unit. */
    void bind() {
        gl.glBindTexture(GL20.GL_TEXTURE_2D, texture);
    }

    long bytes() {
        return (long) width * height * storage.bytes();
    }

    @Override
    public void close() {
        gl.glDeleteTexture(texture);
    }
}
