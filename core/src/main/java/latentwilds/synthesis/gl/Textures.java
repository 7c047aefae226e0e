package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;

/** What all textures of numbers have in common. */
final class Textures {
    private Textures() {}

    /** No filter and no mipmaps, for the texture that is bound. */
    static void plain(GL30 gl, int target) {
        gl.glTexParameteri(target, GL20.GL_TEXTURE_MIN_FILTER, GL20.GL_NEAREST);
        gl.glTexParameteri(target, GL20.GL_TEXTURE_MAG_FILTER, GL20.GL_NEAREST);
        gl.glTexParameteri(target, GL20.GL_TEXTURE_WRAP_S, GL20.GL_CLAMP_TO_EDGE);
        gl.glTexParameteri(target, GL20.GL_TEXTURE_WRAP_T, GL20.GL_CLAMP_TO_EDGE);
        gl.glTexParameteri(target, GL30.GL_TEXTURE_MAX_LEVEL, 0);
    }
}
