package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import java.nio.IntBuffer;

/** A texture of four whole numbers per texel, and its framebuffer. The owner closes it. */
final class Cells implements AutoCloseable {
    private static final int BYTES = 16;

    private final GL30 gl;
    private final int width;
    private final int height;
    private final int texture;
    private final int framebuffer;

    Cells(GL30 gl, int width, int height) {
        this.gl = gl;
        this.width = width;
        this.height = height;
        texture = gl.glGenTexture();
        bind();
        Textures.plain(gl, GL20.GL_TEXTURE_2D);
        gl.glTexImage2D(
                GL20.GL_TEXTURE_2D,
                0,
                GL30.GL_RGBA32I,
                width,
                height,
                0,
                GL30.GL_RGBA_INTEGER,
                GL20.GL_INT,
                null);
        framebuffer = gl.glGenFramebuffer();
        drawTo();
        gl.glFramebufferTexture2D(
                GL20.GL_FRAMEBUFFER, GL20.GL_COLOR_ATTACHMENT0, GL20.GL_TEXTURE_2D, texture, 0);
    }

    /** All of it, or its left part. */
    Area area(int columns, int rows) {
        return new Area(0, 0, columns, rows);
    }

    /** Binds it for reading, to the active unit. */
    void bind() {
        gl.glBindTexture(GL20.GL_TEXTURE_2D, texture);
    }

    /** Makes it the target of what is drawn. */
    void drawTo() {
        gl.glBindFramebuffer(GL20.GL_FRAMEBUFFER, framebuffer);
    }

    /** Fills it, row by row. */
    void write(IntBuffer numbers) {
        bind();
        gl.glTexSubImage2D(
                GL20.GL_TEXTURE_2D,
                0,
                0,
                0,
                width,
                height,
                GL30.GL_RGBA_INTEGER,
                GL20.GL_INT,
                numbers);
    }

    long bytes() {
        return (long) width * height * BYTES;
    }

    @Override
    public void close() {
        gl.glDeleteFramebuffer(framebuffer);
        gl.glDeleteTexture(texture);
    }
}
