package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/** An array texture with one layer per picture, and its framebuffers. The owner closes it. */
final class Layers implements AutoCloseable {
    /** Pictures that are computed at once: what every ES 3.0 and GL 3.2 can draw to together. */
    static final int MOST = 4;

    private final GL30 gl;
    private final int width;
    private final int height;
    private final Storage storage;
    private final int texture;
    private final int one;
    private final int all;

    Layers(GL30 gl, int width, int height, Storage storage) {
        this.gl = gl;
        this.width = width;
        this.height = height;
        this.storage = storage;
        texture = gl.glGenTexture();
        bind();
        Textures.plain(gl, GL30.GL_TEXTURE_2D_ARRAY);
        gl.glTexImage3D(
                GL30.GL_TEXTURE_2D_ARRAY,
                0,
                storage.format(),
                width,
                height,
                MOST,
                0,
                GL20.GL_RGBA,
                GL20.GL_FLOAT,
                null);
        one = framebuffer(1);
        all = framebuffer(MOST);
    }

    private int framebuffer(int count) {
        int framebuffer = gl.glGenFramebuffer();
        gl.glBindFramebuffer(GL20.GL_FRAMEBUFFER, framebuffer);
        IntBuffer attachments = BufferUtils.newIntBuffer(count);
        for (int i = 0; i < count; i++) {
            gl.glFramebufferTextureLayer(
                    GL20.GL_FRAMEBUFFER, GL20.GL_COLOR_ATTACHMENT0 + i, texture, 0, i);
            attachments.put(i, GL20.GL_COLOR_ATTACHMENT0 + i);
        }
        gl.glDrawBuffers(count, attachments);
        return framebuffer;
    }

    /** Binds it for reading, to the active unit. */
    void bind() {
        gl.glBindTexture(GL30.GL_TEXTURE_2D_ARRAY, texture);
    }

    /**
     * Makes it the target of what is drawn.
     *
     * @param lanes 1 or {@link #MOST}
     * @throws IllegalStateException if the driver does not draw to such textures
     */
    void drawTo(int lanes) {
        gl.glBindFramebuffer(GL20.GL_FRAMEBUFFER, lanes == 1 ? one : all);
        int status = gl.glCheckFramebufferStatus(GL20.GL_FRAMEBUFFER);
        if (status != GL20.GL_FRAMEBUFFER_COMPLETE) {
            throw new IllegalStateException(
                    "Framebuffer of %d x %d x %d %s texels: status 0x%x"
                            .formatted(width, height, lanes, storage, status));
        }
    }

    /** Fills one layer, row by row. */
    void write(int layer, FloatBuffer rgba) {
        bind();
        gl.glTexSubImage3D(
                GL30.GL_TEXTURE_2D_ARRAY,
                0,
                0,
                0,
                layer,
                width,
                height,
                1,
                GL20.GL_RGBA,
                GL20.GL_FLOAT,
                rgba);
    }

    long bytes() {
        return (long) width * height * MOST * storage.bytes();
    }

    @Override
    public void close() {
        gl.glDeleteFramebuffer(one);
        gl.glDeleteFramebuffer(all);
        gl.glDeleteTexture(texture);
    }
}
