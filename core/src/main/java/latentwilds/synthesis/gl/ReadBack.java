package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Texels on their way to main memory: copied to a buffer by the GPU, in its own time, and fetched
 * some frames later, so that nobody waits for it. The owner closes it.
 */
final class ReadBack implements AutoCloseable {
    private static final int TEXEL_BYTES = 16;

    private final GL30 gl;
    private final int buffer;
    private final int texels;

    /**
     * Asks for the copy.
     *
     * @param layers what is copied, from its first layer on
     * @param columns of every layer
     * @param rows of every layer
     * @param count layers
     */
    ReadBack(Device device, Layers layers, int columns, int rows, int count) {
        gl = device.gl();
        texels = columns * rows * count;
        buffer = gl.glGenBuffer();
        gl.glBindBuffer(GL30.GL_TRANSFORM_FEEDBACK_BUFFER, buffer);
        gl.glBufferData(
                GL30.GL_TRANSFORM_FEEDBACK_BUFFER, texels * TEXEL_BYTES, null, GL30.GL_STREAM_READ);
        gl.glBindBufferBase(GL30.GL_TRANSFORM_FEEDBACK_BUFFER, 0, buffer);
        device.bindVertices();
        Shader shader = device.copier();
        shader.use();
        gl.glActiveTexture(GL20.GL_TEXTURE0);
        layers.bind();
        shader.set("uInput", 0);
        shader.set("uInputSize", columns, rows);
        gl.glEnable(GL30.GL_RASTERIZER_DISCARD);
        gl.glBeginTransformFeedback(GL20.GL_POINTS);
        gl.glDrawArrays(GL20.GL_POINTS, 0, texels);
        gl.glEndTransformFeedback();
        gl.glDisable(GL30.GL_RASTERIZER_DISCARD);
        gl.glBindBufferBase(GL30.GL_TRANSFORM_FEEDBACK_BUFFER, 0, 0);
    }

    /**
     * Fetches the copy; waits if the GPU has not made it yet.
     *
     * @return {@code [layer][row][column][rgba]}
     * @throws IllegalStateException if the driver does not hand it out
     */
    float[] fetch() {
        gl.glBindBuffer(GL30.GL_TRANSFORM_FEEDBACK_BUFFER, buffer);
        ByteBuffer bytes =
                (ByteBuffer)
                        gl.glMapBufferRange(
                                GL30.GL_TRANSFORM_FEEDBACK_BUFFER,
                                0,
                                texels * TEXEL_BYTES,
                                GL30.GL_MAP_READ_BIT);
        if (bytes == null) {
            throw new IllegalStateException("The driver does not map a buffer for reading");
        }
        float[] values = new float[4 * texels];
        bytes.order(ByteOrder.nativeOrder()).asFloatBuffer().get(values);
        gl.glUnmapBuffer(GL30.GL_TRANSFORM_FEEDBACK_BUFFER);
        return values;
    }

    @Override
    public void close() {
        gl.glDeleteBuffer(buffer);
    }
}
