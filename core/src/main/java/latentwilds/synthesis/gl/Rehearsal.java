package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import java.util.Optional;
import latentwilds.model.GeneratorSpec;
import latentwilds.synthesis.Finish;
import latentwilds.synthesis.Placement;

/**
 * A place that nobody looks at: a first picture is finished there while a model opens, since some
 * drivers compile a program when it draws for the first time. Every step of a {@link Finish} is
 * asked for. Render thread.
 */
final class Rehearsal implements Placement {
    private static final Finish EVERYTHING =
            new Finish(8, 128, true, 100, new int[] {0xFFFFFF, 0}, Finish.Rim.DARK, true);

    private final GL30 gl;
    private final int width;
    private final int height;
    private int texture;

    Rehearsal(GL30 gl, GeneratorSpec spec) {
        this.gl = gl;
        width = spec.width(1) + 2 * EVERYTHING.border();
        height = spec.height(1) + 2 * EVERYTHING.border();
    }

    @Override
    public Optional<Finish> finish() {
        return Optional.of(EVERYTHING);
    }

    @Override
    public Spot open() {
        texture = gl.glGenTexture();
        gl.glActiveTexture(GL20.GL_TEXTURE0);
        gl.glBindTexture(GL20.GL_TEXTURE_2D, texture);
        gl.glTexImage2D(
                GL20.GL_TEXTURE_2D,
                0,
                GL30.GL_RGBA8,
                width,
                height,
                0,
                GL20.GL_RGBA,
                GL20.GL_UNSIGNED_BYTE,
                null);
        Textures.plain(gl, GL20.GL_TEXTURE_2D);
        return new Spot(texture, width, height, 0);
    }

    @Override
    public void done() {
        gl.glDeleteTexture(texture);
    }

    @Override
    public void failed() {
        gl.glDeleteTexture(texture);
    }
}
