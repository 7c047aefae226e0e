package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all generators of one GL context share. Its owner closes it, after the generators. */
final class Device implements AutoCloseable {
    private record Key(Op op, int lanes) {}

    private final GL30 gl;
    private final Optional<ProgramCache> cache;
    private final Dialect dialect;
    private final Storage storage;
    private final int maxSide;
    private final Map<Key, Shader> shaders = new HashMap<>();
    private Shader copier;
    private final int vertexArray;
    private final int framebuffer;

    /**
     * Asks the context what it can do.
     *
     * @throws IllegalStateException if it cannot draw to float textures
     */
    static Device of(GL30 gl) {
        return of(gl, Optional.empty());
    }

    /** As above, with programs that were kept. */
    static Device of(GL30 gl, Optional<ProgramCache> cache) {
        return new Device(
                gl,
                cache,
                Dialect.of(gl.glGetString(GL20.GL_VERSION)),
                Storage.probe(gl),
                integer(gl, GL20.GL_MAX_TEXTURE_SIZE));
    }

    Device(GL30 gl, Dialect dialect, Storage storage, int maxSide) {
        this(gl, Optional.empty(), dialect, storage, maxSide);
    }

    private Device(
            GL30 gl, Optional<ProgramCache> cache, Dialect dialect, Storage storage, int maxSide) {
        this.gl = gl;
        this.cache = cache;
        this.dialect = dialect;
        this.storage = storage;
        this.maxSide = maxSide;
        int[] made = new int[1];
        gl.glGenVertexArrays(1, made, 0);
        vertexArray = made[0];
        framebuffer = gl.glGenFramebuffer();
    }

    static int integer(GL30 gl, int name) {
        // GL writes up to 16 numbers for some names.
        IntBuffer values = BufferUtils.newIntBuffer(16);
        gl.glGetIntegerv(name, values);
        return values.get(0);
    }

    GL30 gl() {
        return gl;
    }

    Storage storage() {
        return storage;
    }

    int maxSide() {
        return maxSide;
    }

    /** For targets that are not ours. */
    int framebuffer() {
        return framebuffer;
    }

    /** A program; compiled when it is first asked for. */
    Shader shader(Op op, int lanes) {
        return shaders.computeIfAbsent(
                new Key(op, lanes),
                key ->
                        new Shader(
                                gl,
                                dialect,
                                cache,
                                "triangle.vert",
                                op.file(),
                                List.of("LANES " + lanes, op.name())));
    }

    /** Compiles a program for one picture at a time; false if it is there already. */
    boolean compile(Op op) {
        boolean missing = !shaders.containsKey(new Key(op, 1));
        shader(op, 1);
        return missing;
    }

    /** The program that {@link ReadBack} copies with; compiled when it is first asked for. */
    Shader copier() {
        if (copier == null) {
            copier =
                    new Shader(gl, dialect, cache, "copy.vert", "nothing.frag", List.of(), "texel");
        }
        return copier;
    }

    /** Sets what uploads, passes and reading need; {@link GlState} has kept what was there. */
    static void prepare(GL30 gl) {
        gl.glDisable(GL20.GL_BLEND);
        gl.glDisable(GL20.GL_DEPTH_TEST);
        gl.glDisable(GL20.GL_STENCIL_TEST);
        gl.glDisable(GL20.GL_CULL_FACE);
        gl.glDisable(GL20.GL_DITHER);
        gl.glEnable(GL20.GL_SCISSOR_TEST);
        gl.glColorMask(true, true, true, true);
        gl.glPixelStorei(GL20.GL_PACK_ALIGNMENT, 4);
        gl.glPixelStorei(GL20.GL_UNPACK_ALIGNMENT, 4);
        gl.glBindBuffer(GL30.GL_PIXEL_PACK_BUFFER, 0);
        gl.glBindBuffer(GL30.GL_PIXEL_UNPACK_BUFFER, 0);
    }

    /** Draws without any vertices of its own. */
    void bindVertices() {
        gl.glBindVertexArray(vertexArray);
    }

    /** What others did wrong before must not be taken for ours. */
    void forgetErrors() {
        gl.glGetError();
    }

    /**
     * Notices a lost context and other trouble.
     *
     * @throws IllegalStateException with GL's number for it
     */
    void check() {
        int error = gl.glGetError();
        if (error != GL20.GL_NO_ERROR) {
            throw new IllegalStateException("GL error 0x%x".formatted(error));
        }
    }

    @Override
    public void close() {
        shaders.values().forEach(Shader::close);
        shaders.clear();
        if (copier != null) {
            copier.close();
        }
        gl.glDeleteFramebuffer(framebuffer);
        gl.glDeleteVertexArrays(1, new int[] {vertexArray}, 0);
    }
}
