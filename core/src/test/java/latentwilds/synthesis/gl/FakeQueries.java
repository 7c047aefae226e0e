package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL30;
import java.lang.reflect.Proxy;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** GL that knows nothing but timer queries, whose answers a test gives. */
final class FakeQueries {
    private final Deque<Integer> unanswered = new ArrayDeque<>();
    private final Map<Integer, Integer> answers = new HashMap<>();

    /** The oldest query that was begun took so many nanoseconds. */
    void answer(int nanos) {
        answers.put(unanswered.remove(), nanos);
    }

    /** How many were begun and not answered. */
    int begun() {
        return unanswered.size();
    }

    GL30 gl() {
        return (GL30)
                Proxy.newProxyInstance(
                        GL30.class.getClassLoader(),
                        new Class<?>[] {GL30.class},
                        (proxy, method, arguments) -> {
                            call(method.getName(), arguments);
                            return null;
                        });
    }

    private void call(String name, Object[] arguments) {
        switch (name) {
            case "glGenQueries" -> {
                for (int i = 0; i < (int) arguments[0]; i++) {
                    ((int[]) arguments[1])[i] = i + 1;
                }
            }
            case "glBeginQuery" -> {
                answers.remove((int) arguments[1]);
                unanswered.add((int) arguments[1]);
            }
            case "glGetQueryObjectuiv" -> {
                Integer answer = answers.get((int) arguments[0]);
                boolean whether = (int) arguments[1] == GL30.GL_QUERY_RESULT_AVAILABLE;
                ((IntBuffer) arguments[2]).put(0, whether ? (answer == null ? 0 : 1) : answer);
            }
            case "glEndQuery", "glDeleteQueries" -> {}
            default -> throw new IllegalStateException("Not expected: " + name);
        }
    }
}
