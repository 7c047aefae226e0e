package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL30;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Real GL that counts what is alive and can be told to fail. */
final class TamperedGl {
    /** How many objects of a kind are alive: made less deleted. */
    final Map<String, Integer> alive = new ConcurrentHashMap<>();

    /** Programs that drew. */
    final Set<Integer> drew = ConcurrentHashMap.newKeySet();

    /** Array textures that were written to by the processor, in order. */
    final List<Integer> written = new CopyOnWriteArrayList<>();

    private volatile int program;
    private volatile int array;
    volatile boolean shadersFail;
    volatile boolean contextLost;
    volatile boolean noFloatTargets;

    GL30 over(GL30 gl) {
        return (GL30)
                Proxy.newProxyInstance(
                        GL30.class.getClassLoader(),
                        new Class<?>[] {GL30.class},
                        (proxy, method, arguments) -> {
                            try {
                                Object result = method.invoke(gl, arguments);
                                return tampered(method.getName(), arguments, result);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private Object tampered(String name, Object[] arguments, Object result) {
        count(name, arguments);
        if (name.equals("glUseProgram")) {
            program = (int) arguments[0];
        } else if (name.equals("glBindTexture") && (int) arguments[0] == GL30.GL_TEXTURE_2D_ARRAY) {
            array = (int) arguments[1];
        } else if (name.equals("glTexSubImage3D")) {
            written.add(array);
        } else if (name.startsWith("glDraw") && !name.equals("glDrawBuffers")) {
            drew.add(program);
        } else if (name.equals("glGetShaderiv") && shadersFail) {
            ((IntBuffer) arguments[2]).put(0, 0);
        } else if (name.equals("glGetShaderInfoLog") && shadersFail) {
            return "0:7: too clever\n0:9: by half\n";
        } else if (name.equals("glGetError") && contextLost) {
            return 0x0507;
        } else if (name.equals("glCheckFramebufferStatus") && noFloatTargets) {
            return 0x8CDD;
        }
        return result;
    }

    private void count(String name, Object[] arguments) {
        if (name.startsWith("glGen") || name.startsWith("glCreate")) {
            String kind = name.replaceFirst("glGen|glCreate", "").replaceFirst("s$", "");
            add(kind, name.endsWith("s") && arguments != null ? (int) arguments[0] : 1);
        } else if (name.startsWith("glDelete")) {
            String kind = name.replaceFirst("glDelete", "").replaceFirst("s$", "");
            add(kind, name.endsWith("s") ? -(int) arguments[0] : -1);
        }
    }

    private void add(String kind, int count) {
        alive.merge(kind, count, Integer::sum);
    }
}
