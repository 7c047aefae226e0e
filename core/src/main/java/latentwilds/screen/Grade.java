package latentwilds.screen;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.glutils.ShaderProgram;
import com.badlogic.gdx.utils.Disposable;
import latentwilds.game.Daylight;

/**
 * Lets the light of the hour fall on whatever is drawn between {@link #begin} and {@link #end}: a
 * shader, not other art. Render thread; disposed by its screen.
 */
final class Grade implements Disposable {
    private final ShaderProgram shader;

    /**
     * Compiles the shader.
     *
     * @throws IllegalStateException with the driver's words, if it does not compile here
     */
    Grade(FileHandle vertex, FileHandle fragment) {
        shader = new ShaderProgram(vertex, fragment);
        if (!shader.isCompiled()) {
            throw new IllegalStateException(
                    "%s: does not compile here: %s".formatted(fragment, shader.getLog()));
        }
    }

    /** The batch must not be drawing. */
    void begin(SpriteBatch batch, Daylight light) {
        shader.bind();
        shader.setUniformf("u_light", light.red(), light.green(), light.blue());
        shader.setUniformf("u_saturation", light.saturation());
        batch.setShader(shader);
    }

    /** The batch must not be drawing. */
    void end(SpriteBatch batch) {
        batch.setShader(null);
    }

    @Override
    public void dispose() {
        shader.dispose();
    }
}
