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
    private static final String SOFTWARE = "llvmpipe (LLVM 15.0.6, 256 bits)";

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
    void whatWasDrawnIsInTheAnswerAsIfByOneThread() {
        Stopwatch stopwatch = Stopwatch.of(gl(SOFTWARE), now::get);
        stopwatch.frame(true);
        stopwatch.begin();
        queued = 700;
        stopwatch.end(answers::add);

        assertThat(answers).containsExactly(1_400.0);
        assertThat(stopwatch.seesGpu()).isTrue();
    }

    @Test
    void inAFrameThatIsSeenNobodyWaits() {
        Stopwatch stopwatch = Stopwatch.of(gl(SOFTWARE), now::get);
        queued = 700;
        stopwatch.frame(false);
        stopwatch.begin();
        stopwatch.end(answers::add);

        assertThat(answers).isEmpty();
        assertThat(queued).isEqualTo(700);
    }

    @Test
    void aPassCostsWhatItTookWhileHiddenWithoutWhatOthersDrew() {
        Pacer pacer = new Pacer(Stopwatch.of(gl(SOFTWARE), now::get), now::get);
        queued = 50_000_000;
        pacer.beginFrame(2_000_000, true);
        pacer.draw(pass(9, 9), new Area(0, 0, 9, 9), () -> queued += 81 * 3);
        pacer.endFrame();
        queued = 1_000_000;
        pacer.beginFrame(800 * 3, false);
        assertThat(queued).as("nobody waits in a frame that is seen").isEqualTo(1_000_000);

        assertThat(pacer.next(pass(10, 900), 0).texels())
                .as("3 ns each by two threads")
                .isEqualTo(400);
    }

    private static Pass pass(int width, int height) {
        Area area = new Area(0, 0, width, height);
        return new Pass("a layer", Op.ENLARGE, 1, area, 1, () -> {}, shader -> {});
    }

    @Test
    void aGpuIsNeverWaitedFor() {
        Stopwatch stopwatch = Stopwatch.of(gl("Radeon 780M"), now::get);
        stopwatch.frame(false);
        stopwatch.begin();
        queued = 700;
        stopwatch.end(answers::add);

        assertThat(answers).containsExactly(0.0);
        assertThat(stopwatch.seesGpu()).as("no timer queries").isFalse();
    }
}
