package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import java.util.function.Consumer;

/**
 * One draw over an area of a target, which may be cut anywhere.
 *
 * @param name for the overlay
 * @param op what is computed
 * @param lanes pictures at once
 * @param area texels of the target
 * @param fetches texels read for one texel written
 * @param target binds what is drawn to
 * @param inputs binds what is read and sets the uniforms
 */
record Pass(
        String name,
        Op op,
        int lanes,
        Area area,
        double fetches,
        Runnable target,
        Consumer<Shader> inputs) {

    /** Draws a part of the area. */
    void draw(Device device, Area part) {
        GL30 gl = device.gl();
        target.run();
        device.bindVertices();
        gl.glViewport(0, 0, area.x() + area.width(), area.y() + area.height());
        gl.glScissor(part.x(), part.y(), part.width(), part.height());
        Shader shader = device.shader(op, lanes);
        shader.use();
        shader.set("uInput", 0);
        gl.glActiveTexture(GL20.GL_TEXTURE0);
        inputs.accept(shader);
        shader.draw();
    }
}
