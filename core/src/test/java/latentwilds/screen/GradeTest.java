package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.badlogic.gdx.Application;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.utils.GdxNativesLoader;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latentwilds.game.Daylight;
import latentwilds.game.Weather;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a driver that compiles no shader. */
class GradeTest {
    private static final Path SHADERS = Path.of("..", "assets", "shaders");

    private final GL20 gl = Gdx.gl;
    private final GL20 gl20 = Gdx.gl20;
    private final Application app = Gdx.app;
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void refuseEverything() {
        GdxNativesLoader.load();
        Gdx.gl20 =
                instead(
                        GL20.class,
                        (proxy, method, arguments) ->
                                method.getName().equals("glGetShaderInfoLog")
                                        ? "0:1: too\n  old"
                                        : nothing(method.getReturnType(), 1));
        Gdx.gl = Gdx.gl20;
        Gdx.app =
                instead(
                        Application.class,
                        (proxy, method, arguments) ->
                                method.getName().equals("hashCode")
                                        ? (Object) 1
                                        : nothing(method.getReturnType(), 0));
    }

    @AfterEach
    void restore() {
        Gdx.gl = gl;
        Gdx.gl20 = gl20;
        Gdx.app = app;
    }

    private static <T> T instead(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object nothing(Class<?> type, int number) {
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) number : null;
    }

    @Test
    void aShaderThatDoesNotCompileIsSaidOnceAndTheGameGoesOn() {
        Grade grade =
                new Grade(
                        new FileHandle(SHADERS.resolve("grade.vert").toFile()),
                        new FileHandle(SHADERS.resolve("grade.frag").toFile()),
                        log::add);
        Daylight noon = Daylight.after(0);
        // Without a batch: nothing of it may be touched.
        assertThatCode(
                        () -> {
                            for (int frame = 0; frame < 3; frame++) {
                                grade.begin(null, noon, Weather.CLEAR, frame);
                                grade.begin(null, noon, Weather.RAIN, frame);
                            }
                        })
                .doesNotThrowAnyException();
        assertThat(log).hasSize(2).allMatch(l -> l.startsWith("grade.frag: expected a shader"));
        assertThat(log.get(0)).contains("0:1: too old").endsWith("Drawn without light and weather");
        assertThat(log.get(1)).endsWith("Drawn without weather");
        grade.dispose();
    }
}
