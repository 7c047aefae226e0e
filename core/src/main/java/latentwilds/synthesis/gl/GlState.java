package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;

/** What the passes change of GL's state, kept to be put back. */
final class GlState {
    private static final int UNITS = 3;

    private final GL30 gl;
    // GL writes up to 16 numbers for some names.
    private final IntBuffer value = BufferUtils.newIntBuffer(16);
    private final IntBuffer viewport = BufferUtils.newIntBuffer(16);
    private final IntBuffer scissor = BufferUtils.newIntBuffer(16);
    private final ByteBuffer colourMask = BufferUtils.newByteBuffer(16);
    private final int[] textures = new int[UNITS];
    private final int[] arrays = new int[UNITS];
    private final int[] capabilities = {
        GL20.GL_BLEND,
        GL20.GL_DEPTH_TEST,
        GL20.GL_STENCIL_TEST,
        GL20.GL_CULL_FACE,
        GL20.GL_DITHER,
        GL20.GL_SCISSOR_TEST
    };
    private final boolean[] enabled = new boolean[capabilities.length];
    private int drawFramebuffer;
    private int readFramebuffer;
    private int program;
    private int unit;
    private int vertexArray;
    private int packAlignment;
    private int unpackAlignment;
    private int packBuffer;
    private int unpackBuffer;
    private int feedbackBuffer;

    GlState(GL30 gl) {
        this.gl = gl;
    }

    void save() {
        gl.glGetIntegerv(GL20.GL_VIEWPORT, viewport);
        gl.glGetIntegerv(GL20.GL_SCISSOR_BOX, scissor);
        gl.glGetBooleanv(GL20.GL_COLOR_WRITEMASK, colourMask);
        for (int i = 0; i < capabilities.length; i++) {
            enabled[i] = gl.glIsEnabled(capabilities[i]);
        }
        drawFramebuffer = get(GL30.GL_DRAW_FRAMEBUFFER_BINDING);
        readFramebuffer = get(GL30.GL_READ_FRAMEBUFFER_BINDING);
        program = get(GL20.GL_CURRENT_PROGRAM);
        vertexArray = get(GL30.GL_VERTEX_ARRAY_BINDING);
        packAlignment = get(GL20.GL_PACK_ALIGNMENT);
        unpackAlignment = get(GL20.GL_UNPACK_ALIGNMENT);
        packBuffer = get(GL30.GL_PIXEL_PACK_BUFFER_BINDING);
        unpackBuffer = get(GL30.GL_PIXEL_UNPACK_BUFFER_BINDING);
        feedbackBuffer = get(GL30.GL_TRANSFORM_FEEDBACK_BUFFER_BINDING);
        unit = get(GL20.GL_ACTIVE_TEXTURE);
        for (int i = 0; i < UNITS; i++) {
            gl.glActiveTexture(GL20.GL_TEXTURE0 + i);
            textures[i] = get(GL20.GL_TEXTURE_BINDING_2D);
            arrays[i] = get(GL30.GL_TEXTURE_BINDING_2D_ARRAY);
        }
    }

    private int get(int name) {
        gl.glGetIntegerv(name, value);
        return value.get(0);
    }

    void restore() {
        for (int i = 0; i < UNITS; i++) {
            gl.glActiveTexture(GL20.GL_TEXTURE0 + i);
            gl.glBindTexture(GL20.GL_TEXTURE_2D, textures[i]);
            gl.glBindTexture(GL30.GL_TEXTURE_2D_ARRAY, arrays[i]);
        }
        gl.glActiveTexture(unit);
        gl.glBindBuffer(GL30.GL_PIXEL_PACK_BUFFER, packBuffer);
        gl.glBindBuffer(GL30.GL_PIXEL_UNPACK_BUFFER, unpackBuffer);
        gl.glBindBuffer(GL30.GL_TRANSFORM_FEEDBACK_BUFFER, feedbackBuffer);
        gl.glPixelStorei(GL20.GL_PACK_ALIGNMENT, packAlignment);
        gl.glPixelStorei(GL20.GL_UNPACK_ALIGNMENT, unpackAlignment);
        gl.glBindVertexArray(vertexArray);
        gl.glUseProgram(program);
        gl.glBindFramebuffer(GL30.GL_DRAW_FRAMEBUFFER, drawFramebuffer);
        gl.glBindFramebuffer(GL30.GL_READ_FRAMEBUFFER, readFramebuffer);
        for (int i = 0; i < capabilities.length; i++) {
            if (enabled[i]) {
                gl.glEnable(capabilities[i]);
            } else {
                gl.glDisable(capabilities[i]);
            }
        }
        gl.glColorMask(mask(0), mask(1), mask(2), mask(3));
        gl.glScissor(scissor.get(0), scissor.get(1), scissor.get(2), scissor.get(3));
        gl.glViewport(viewport.get(0), viewport.get(1), viewport.get(2), viewport.get(3));
    }

    private boolean mask(int channel) {
        return colourMask.get(channel) != 0;
    }
}
