package latentwilds.synthesis.gl;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.graphics.GL30;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a renderer in software draws is timed by waiting for it. */
class ProcessorClockTest {
    private final AtomicLong now = new AtomicLong();
    private long queued;
    private final List<Double> answers = new ArrayList<>();

    /** GL that draws what is queued when it is waited for, and calls itself by a name. */
    private GL30 gl(String renderer) {
        return (GL30)
                Proxy.newProxyInstance(
                        GL30.class.getClassLoader(),
                        new Class<?>[] {GL30.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "glGetString" -> renderer;
                                    case "glFinish" -> finish();
                                    case "glGetQueryiv", "glGenQueries" -> null;
                                    case "glGetError" -> 0;
                                    default -> throw new IllegalStateException(method.getName());
                                });
    }

    private Object finish() {
        now.addAndGet(queued);
        queued = 0;
        return null;
    }

    @Test
    void whatWasDrawnIsInTheAnswer() {
        Stopwatch stopwatch = Stopwatch.of(gl("llvmpipe (LLVM 15.0.6, 256 bits)"), now::get);
        stopwatch.begin();
        queued = 700;
        stopwatch.end(answers::add);

        assertThat(answers).containsExactly(700.0);
        assertThat(stopwatch.seesGpu()).isTrue();
    }

    @Test
    void whatOthersDrewIsNeitherInTheAnswerNorInTheFrame() {
        Stopwatch stopwatch = Stopwatch.of(gl("llvmpipe (LLVM 15.0.6, 256 bits)"), now::get);
        Pacer pacer = new Pacer(stopwatch, now::get);
        queued = 50_000_000;
        pacer.beginFrame(2_000_000, false);
        Pass pass = new Pass("a layer", Op.ENLARGE, 1, new Area(0, 0, 9, 9), 1, () -> {}, s -> {});
        pacer.draw(pass, new Area(0, 0, 9, 9), () -> queued += 81 * 30);
        pacer.endFrame();

        assertThat(pacer.longestMillis()).isEqualTo(81 * 30 / 1e6);
        // 30 ns per texel, the first answer is taken as it is: room for 810 of another pass's.
        pacer.beginFrame(810 * 30, false);
        Pass next =
                new Pass("a layer", Op.ENLARGE, 1, new Area(0, 0, 10, 900), 1, () -> {}, s -> {});
        assertThat(pacer.next(next, 0).texels()).isEqualTo(810);
    }

    @Test
    void aGpuIsNeverWaitedFor() {
        Stopwatch stopwatch = Stopwatch.of(gl("Radeon 780M"), now::get);
        stopwatch.settle();
        stopwatch.begin();
        queued = 700;
        stopwatch.end(answers::add);

        assertThat(answers).containsExactly(0.0);
        assertThat(stopwatch.seesGpu()).as("no timer queries").isFalse();
    }
}
