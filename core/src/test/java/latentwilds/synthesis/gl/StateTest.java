package latentwilds.synthesis.gl;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever GL's state was before a frame's synthesis, it is afterwards. */
@Timeout(120)
class StateTest {
    private final GeneratorWeights weights = RandomWeights.of(Specs.face(), 1);
    private final GlBench bench = new GlBench(3, 2);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void everyFrameLeavesGlAsItFoundIt() {
        Generator generator = bench.window.call(() -> bench.backend.open(weights));
        CompletableFuture<List<Picture>> made =
                CompletableFuture.supplyAsync(
                        () -> generator.synthesise(GlBench.inputs(weights.spec(), 5, 1, 1, 2)));
        bench.window.run(() -> unusual(bench.window.gl()));
        List<String> before = bench.window.call(() -> state(bench.window.gl()));
        int frames = 0;
        while (!made.isDone()) {
            bench.window.run(() -> bench.backend.frame(100_000));
            frames++;
            assertThat(bench.window.call(() -> state(bench.window.gl()))).isEqualTo(before);
        }
        assertThat(frames).isGreaterThan(5);
        bench.window.run(generator::close);
    }

    @Test
    void openingLeavesGlAsItFoundIt() {
        bench.window.run(() -> unusual(bench.window.gl()));
        List<String> before = bench.window.call(() -> state(bench.window.gl()));
        Generator generator = bench.window.call(() -> bench.backend.open(weights));
        assertThat(bench.window.call(() -> state(bench.window.gl()))).isEqualTo(before);
        bench.window.run(generator::close);
        assertThat(bench.window.call(() -> state(bench.window.gl()))).isEqualTo(before);
    }

    /** Nothing as GL's defaults have it. */
    private static void unusual(GL30 gl) {
        int[] names = new int[1];
        for (int unit = 0; unit < 3; unit++) {
            gl.glActiveTexture(GL20.GL_TEXTURE0 + unit);
            gl.glBindTexture(GL20.GL_TEXTURE_2D, gl.glGenTexture());
            gl.glBindTexture(GL30.GL_TEXTURE_2D_ARRAY, gl.glGenTexture());
        }
        gl.glGenVertexArrays(1, names, 0);
        gl.glBindVertexArray(names[0]);
        gl.glBindBuffer(GL20.GL_ARRAY_BUFFER, gl.glGenBuffer());
        gl.glBindBuffer(GL30.GL_PIXEL_PACK_BUFFER, gl.glGenBuffer());
        gl.glBindBuffer(GL30.GL_PIXEL_UNPACK_BUFFER, gl.glGenBuffer());
        gl.glBindBuffer(GL30.GL_TRANSFORM_FEEDBACK_BUFFER, gl.glGenBuffer());
        gl.glBindFramebuffer(GL30.GL_DRAW_FRAMEBUFFER, gl.glGenFramebuffer());
        gl.glBindFramebuffer(GL30.GL_READ_FRAMEBUFFER, gl.glGenFramebuffer());
        gl.glViewport(3, 4, 50, 60);
        gl.glScissor(5, 6, 70, 80);
        gl.glEnable(GL20.GL_BLEND);
        gl.glEnable(GL20.GL_DEPTH_TEST);
        gl.glEnable(GL20.GL_STENCIL_TEST);
        gl.glEnable(GL20.GL_CULL_FACE);
        gl.glDisable(GL20.GL_DITHER);
        gl.glDisable(GL20.GL_SCISSOR_TEST);
        gl.glColorMask(true, false, true, false);
        gl.glPixelStorei(GL20.GL_PACK_ALIGNMENT, 2);
        gl.glPixelStorei(GL20.GL_UNPACK_ALIGNMENT, 8);
        new Shader(
                        gl,
                        Dialect.GLSL_150,
                        Optional.empty(),
                        "triangle.vert",
                        "enlarge.frag",
                        List.of("LANES 1"))
                .use();
    }

    private static List<String> state(GL30 gl) {
        List<String> state = new ArrayList<>();
        int[] numbers = {
            GL20.GL_VIEWPORT,
            GL20.GL_SCISSOR_BOX,
            GL30.GL_DRAW_FRAMEBUFFER_BINDING,
            GL30.GL_READ_FRAMEBUFFER_BINDING,
            GL20.GL_CURRENT_PROGRAM,
            GL20.GL_ACTIVE_TEXTURE,
            GL30.GL_VERTEX_ARRAY_BINDING,
            GL20.GL_ARRAY_BUFFER_BINDING,
            GL30.GL_PIXEL_PACK_BUFFER_BINDING,
            GL30.GL_PIXEL_UNPACK_BUFFER_BINDING,
            GL20.GL_PACK_ALIGNMENT,
            GL20.GL_UNPACK_ALIGNMENT,
            GL20.GL_BLEND_SRC_RGB,
            GL20.GL_DEPTH_FUNC,
            GL30.GL_TRANSFORM_FEEDBACK_BUFFER_BINDING
        };
        for (int name : numbers) {
            state.add(name + numbers(gl, name));
        }
        int[] capabilities = {
            GL20.GL_BLEND,
            GL20.GL_DEPTH_TEST,
            GL20.GL_STENCIL_TEST,
            GL20.GL_CULL_FACE,
            GL20.GL_DITHER,
            GL20.GL_SCISSOR_TEST,
            GL30.GL_RASTERIZER_DISCARD
        };
        for (int name : capabilities) {
            state.add(name + " " + gl.glIsEnabled(name));
        }
        ByteBuffer mask = BufferUtils.newByteBuffer(16);
        gl.glGetBooleanv(GL20.GL_COLOR_WRITEMASK, mask);
        state.add("mask " + mask.getInt(0));
        int unit = Device.integer(gl, GL20.GL_ACTIVE_TEXTURE);
        for (int i = 0; i < 3; i++) {
            gl.glActiveTexture(GL20.GL_TEXTURE0 + i);
            state.add("2D" + numbers(gl, GL20.GL_TEXTURE_BINDING_2D));
            state.add("array" + numbers(gl, GL30.GL_TEXTURE_BINDING_2D_ARRAY));
        }
        gl.glActiveTexture(unit);
        state.add("error " + gl.glGetError());
        return state;
    }

    private static String numbers(GL30 gl, int name) {
        IntBuffer values = BufferUtils.newIntBuffer(16);
        gl.glGetIntegerv(name, values);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            text.append(' ').append(values.get(i));
        }
        return text.toString();
    }
}
