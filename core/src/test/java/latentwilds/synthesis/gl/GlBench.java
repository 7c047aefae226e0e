package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorSpec;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.SmallGenerators;

/** What the shader backend's tests share: a window and a backend on it. */
final class GlBench implements AutoCloseable {
    final HiddenWindow window;
    final GlBackend backend;

    GlBench(int major, int minor) {
        this(major, minor, Function.identity(), Device::of);
    }

    /**
     * Opens a window.
     *
     * @param gl what the backend is given in GL's place
     * @param device how it uses it
     */
    GlBench(int major, int minor, Function<GL30, GL30> gl, Function<GL30, Device> device) {
        window = new HiddenWindow(major, minor);
        backend = window.call(() -> open(gl.apply(window.gl()), device));
    }

    /** Timed as a GPU is, though it is none: what is right must not depend on what is measured. */
    private static GlBackend open(GL30 gl, Function<GL30, Device> device) {
        return new GlBackend(gl, device, System::nanoTime, new TimerQueries(gl, System::nanoTime));
    }

    /** Lets the render thread work in every frame. */
    void everyFrame(long budgetNanos) {
        window.everyFrame = () -> backend.frame(budgetNanos);
    }

    static List<LatentGrid> inputs(GeneratorSpec spec, int count, int rows, int columns, int seed) {
        RandomStream random = new RandomStream(seed);
        List<LatentGrid> inputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            inputs.add(SmallGenerators.input(spec, rows, columns, random));
        }
        return inputs;
    }

    static float difference(List<Picture> made, List<Picture> expected) {
        float worst = made.size() == expected.size() ? 0 : 2;
        for (int i = 0; i < expected.size(); i++) {
            float[] a = made.get(i).values();
            float[] b = expected.get(i).values();
            for (int k = 0; k < b.length; k++) {
                float difference = Math.abs(a[k] - b[k]);
                worst = difference <= worst ? worst : difference;
            }
        }
        return worst;
    }

    /** A new texture of bytes, full of something else at first; call on the window's thread. */
    int texture(int width, int height) {
        GL30 gl = window.gl();
        int name = gl.glGenTexture();
        gl.glBindTexture(GL20.GL_TEXTURE_2D, name);
        ByteBuffer sevens = BufferUtils.newByteBuffer(4 * width * height);
        while (sevens.hasRemaining()) {
            sevens.put((byte) 7);
        }
        sevens.flip();
        gl.glTexImage2D(
                GL20.GL_TEXTURE_2D,
                0,
                GL30.GL_RGBA8,
                width,
                height,
                0,
                GL20.GL_RGBA,
                GL20.GL_UNSIGNED_BYTE,
                sevens);
        return name;
    }

    /** A texture's RGBA bytes, row 0 first; call on the window's thread. */
    byte[] read(int texture, int width, int height) {
        GL30 gl = window.gl();
        int framebuffer = gl.glGenFramebuffer();
        gl.glBindFramebuffer(GL20.GL_FRAMEBUFFER, framebuffer);
        gl.glFramebufferTexture2D(
                GL20.GL_FRAMEBUFFER, GL20.GL_COLOR_ATTACHMENT0, GL20.GL_TEXTURE_2D, texture, 0);
        ByteBuffer pixels = BufferUtils.newByteBuffer(4 * width * height);
        gl.glReadPixels(0, 0, width, height, GL20.GL_RGBA, GL20.GL_UNSIGNED_BYTE, pixels);
        gl.glBindFramebuffer(GL20.GL_FRAMEBUFFER, 0);
        gl.glDeleteFramebuffer(framebuffer);
        byte[] bytes = new byte[pixels.capacity()];
        pixels.get(bytes);
        return bytes;
    }

    @Override
    public void close() {
        window.everyFrame = () -> {};
        window.run(backend::close);
        window.close();
    }
}
