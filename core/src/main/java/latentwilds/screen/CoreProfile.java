package latentwilds.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.glutils.ShaderProgram;

/** Lets shaders that are written for GL 2, libGDX's own among them, compile in a core profile. */
final class CoreProfile {
    private CoreProfile() {}

    /** Before the first shader is compiled. Render thread. */
    static void prepare() {
        if (Gdx.graphics.isGL30Available()) {
            ShaderProgram.prependVertexCode =
                    "#version 150\n#define attribute in\n#define varying out\n";
            ShaderProgram.prependFragmentCode =
                    "#version 150\n#define varying in\n#define texture2D texture\n"
                            + "#define gl_FragColor fragColor\nout vec4 fragColor;\n";
        }
    }
}
