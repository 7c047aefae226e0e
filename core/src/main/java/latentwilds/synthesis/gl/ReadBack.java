package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Texels on their way to main memory: copied to a buffer by the GPU, in its own time, and fetched
 * some frames later, so that nobody waits for it. Both are done in slices. The owner closes it.
 */
final class ReadBack implements AutoCloseable {
    /** Frames after which the GPU is taken to be done, so that fetching does not wait for it. */
    static final int FRAMES_BEHIND = 2;

    /** What is done with a texel. */
    enum Stage {
        COPY,
        FETCH
    }

    private static final int TEXEL_BYTES = 16;

    private final Device device;
    private final GL30 gl;
    private final Layers layers;
    private final int columns;
    private final int rows;
    private final float[] room;
    private final int buffer;
    private final int texels;
    private int copied;
    private int fetched;
    private long lastFrame;

    /**
     * Makes a buffer.
     *
     * @param layers what is copied, from its first layer on
     * @param columns of every layer
     * @param rows of every layer
     * @param room where it goes: {@code [layer][row][column][rgba]}
     */
    ReadBack(Device device, Layers layers, int columns, int rows, float[] room) {
        this.device = device;
        this.layers = layers;
        this.columns = columns;
        this.rows = rows;
        this.room = room;
        gl = device.gl();
        texels = room.length / 4;
        buffer = gl.glGenBuffer();
        bind();
        gl.glBufferData(
                GL30.GL_TRANSFORM_FEEDBACK_BUFFER, texels * TEXEL_BYTES, null, GL30.GL_STREAM_READ);
    }

    private void bind() {
        gl.glBindBuffer(GL30.GL_TRANSFORM_FEEDBACK_BUFFER, buffer);
    }

    /**
     * Copies or fetches some more.
     *
     * @return {@link Work.Step#DONE} when the room is full
     * @throws IllegalStateException if the driver does not hand the copy out
     */
    Work.Step step(Pacer pacer) {
        if (copied < texels) {
            copied += pacer.read(Stage.COPY, texels - copied, n -> copy(copied, n));
            lastFrame = pacer.frames();
            return copied < texels || pacer.unlimited() ? Work.Step.MORE : Work.Step.WAIT;
        }
        if (!pacer.unlimited() && pacer.frames() < lastFrame + FRAMES_BEHIND) {
            return Work.Step.WAIT;
        }
        fetched += pacer.read(Stage.FETCH, texels - fetched, n -> fetch(fetched, n));
        return fetched < texels ? Work.Step.MORE : Work.Step.DONE;
    }

    private void copy(int first, int count) {
        // Nothing is drawn, but GL wants a framebuffer that could be drawn to.
        layers.drawTo(1);
        bind();
        gl.glBindBufferRange(
                GL30.GL_TRANSFORM_FEEDBACK_BUFFER,
                0,
                buffer,
                first * TEXEL_BYTES,
                count * TEXEL_BYTES);
        device.bindVertices();
        Shader shader = device.copier();
        shader.use();
        gl.glActiveTexture(GL20.GL_TEXTURE0);
        layers.bind();
        shader.set("uInput", 0);
        shader.set("uInputSize", columns, rows);
        gl.glEnable(GL30.GL_RASTERIZER_DISCARD);
        gl.glBeginTransformFeedback(GL20.GL_POINTS);
        gl.glDrawArrays(GL20.GL_POINTS, first, count);
        gl.glEndTransformFeedback();
        gl.glDisable(GL30.GL_RASTERIZER_DISCARD);
        gl.glBindBufferBase(GL30.GL_TRANSFORM_FEEDBACK_BUFFER, 0, 0);
    }

    private void fetch(int first, int count) {
        bind();
        ByteBuffer bytes =
                (ByteBuffer)
                        gl.glMapBufferRange(
                                GL30.GL_TRANSFORM_FEEDBACK_BUFFER,
                                first * TEXEL_BYTES,
                                count * TEXEL_BYTES,
                                GL30.GL_MAP_READ_BIT);
        if (bytes == null) {
            throw new IllegalStateException("The driver does not map a buffer for reading");
        }
        bytes.order(ByteOrder.nativeOrder()).asFloatBuffer().get(room, 4 * first, 4 * count);
        gl.glUnmapBuffer(GL30.GL_TRANSFORM_FEEDBACK_BUFFER);
    }

    @Override
    public void close() {
        gl.glDeleteBuffer(buffer);
    }
}
