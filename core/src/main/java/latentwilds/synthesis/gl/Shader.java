package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import com.badlogic.gdx.utils.BufferUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A linked program. The owner closes it. */
final class Shader implements AutoCloseable {
    private final GL30 gl;
    private final int program;
    private final Map<String, Integer> locations = new HashMap<>();

    /**
     * Takes the program from the cache, or compiles and links it, which may take tens of
     * milliseconds.
     *
     * @param vertex name of a source beside this class
     * @param fragment name of another
     * @param defines words for the fragment source's preprocessor
     * @param captured what transform feedback records of the vertices, if anything
     * @throws IllegalStateException with the driver's words if it does not compile or link
     */
    Shader(
            GL30 gl,
            Dialect dialect,
            Optional<ProgramCache> cache,
            String vertex,
            String fragment,
            List<String> defines,
            String... captured) {
        this.gl = gl;
        StringBuilder header = new StringBuilder(dialect.header());
        defines.forEach(define -> header.append("#define ").append(define).append('\n'));
        String vertexSource = dialect.header() + source(vertex);
        String fragmentSource = header + source(fragment);
        Optional<ProgramCache> kept = cache.filter(ProgramCache::works);
        String key =
                String.join(
                        "\0",
                        gl.glGetString(GL20.GL_RENDERER),
                        gl.glGetString(GL20.GL_VERSION),
                        vertexSource,
                        fragmentSource,
                        String.join(",", captured));
        int cached = kept.map(c -> load(c, key)).orElse(0);
        if (cached != 0) {
            program = cached;
            return;
        }
        int vertexShader = compile(GL20.GL_VERTEX_SHADER, vertex, vertexSource);
        int fragmentShader = compile(GL20.GL_FRAGMENT_SHADER, fragment, fragmentSource);
        program = gl.glCreateProgram();
        gl.glAttachShader(program, vertexShader);
        gl.glAttachShader(program, fragmentShader);
        if (captured.length > 0) {
            gl.glTransformFeedbackVaryings(program, captured, GL30.GL_INTERLEAVED_ATTRIBS);
        }
        kept.ifPresent(c -> c.willKeep(program));
        gl.glLinkProgram(program);
        gl.glDeleteShader(vertexShader);
        gl.glDeleteShader(fragmentShader);
        if (!linked(program)) {
            String reason = gl.glGetProgramInfoLog(program);
            gl.glDeleteProgram(program);
            throw new IllegalStateException(
                    "%s %s does not link: %s".formatted(fragment, defines, oneLine(reason)));
        }
        kept.ifPresent(c -> c.keep(program, key));
    }

    /** A kept program; 0 if there is none or the driver refuses it, which is no error. */
    private int load(ProgramCache cache, String key) {
        int made = gl.glCreateProgram();
        if (cache.load(made, key) && linked(made)) {
            cache.taken();
            return made;
        }
        gl.glDeleteProgram(made);
        gl.glGetError();
        return 0;
    }

    private boolean linked(int linked) {
        IntBuffer status = BufferUtils.newIntBuffer(1);
        gl.glGetProgramiv(linked, GL20.GL_LINK_STATUS, status);
        return status.get(0) != GL20.GL_FALSE;
    }

    private int compile(int type, String name, String text) {
        int shader = gl.glCreateShader(type);
        gl.glShaderSource(shader, text);
        gl.glCompileShader(shader);
        IntBuffer status = BufferUtils.newIntBuffer(1);
        gl.glGetShaderiv(shader, GL20.GL_COMPILE_STATUS, status);
        if (status.get(0) == GL20.GL_FALSE) {
            String reason = gl.glGetShaderInfoLog(shader);
            gl.glDeleteShader(shader);
            throw new IllegalStateException(
                    "%s does not compile: %s".formatted(name, oneLine(reason)));
        }
        return shader;
    }

    private static String oneLine(String log) {
        return log == null ? "no reason given" : log.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private static String source(String name) {
        try (InputStream stream = Shader.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Shader source " + name + " is not there");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Shader source " + name + " cannot be read", e);
        }
    }

    void use() {
        gl.glUseProgram(program);
    }

    void set(String uniform, int value) {
        gl.glUniform1i(location(uniform), value);
    }

    void set(String uniform, int x, int y) {
        gl.glUniform2i(location(uniform), x, y);
    }

    void set(String uniform, float value) {
        gl.glUniform1f(location(uniform), value);
    }

    void set(String uniform, float rgb, float alpha) {
        gl.glUniform4f(location(uniform), rgb, rgb, rgb, alpha);
    }

    private int location(String uniform) {
        return locations.computeIfAbsent(uniform, u -> gl.glGetUniformLocation(program, u));
    }

    /** Draws one triangle over the viewport. */
    void draw() {
        gl.glDrawArrays(GL20.GL_TRIANGLES, 0, 3);
    }

    @Override
    public void close() {
        gl.glDeleteProgram(program);
    }
}
