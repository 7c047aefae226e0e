package latentwilds.texture;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Graphics;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.utils.GdxNativesLoader;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** As much of GL as textures need, in plain memory, in libGDX's place while it is open. */
final class RecordingGl implements AutoCloseable {
    /** What a texture holds. */
    private record Memory(int width, byte[] rgba) {}

    private final GL20 gl = Gdx.gl;
    private final GL20 gl20 = Gdx.gl20;
    private final Graphics graphics = Gdx.graphics;
    private final Map<Integer, Memory> textures = new HashMap<>();
    private int bound;
    int made;

    RecordingGl() {
        GdxNativesLoader.load();
        Gdx.gl20 = instead(GL20.class, (proxy, method, a) -> call(method.getName(), a));
        Gdx.gl = Gdx.gl20;
        Gdx.graphics =
                instead(Graphics.class, (proxy, method, a) -> nothing(method.getReturnType()));
    }

    private static <T> T instead(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) 0 : null;
    }

    private Object call(String name, Object[] a) {
        switch (name) {
            case "glGenTexture":
                return ++made;
            case "glBindTexture":
                bound = (int) a[1];
                return null;
            case "glTexImage2D":
                textures.put(bound, new Memory((int) a[3], new byte[4 * (int) a[3] * (int) a[4]]));
                write(0, 0, (int) a[3], (int) a[4], (ByteBuffer) a[8]);
                return null;
            case "glTexSubImage2D":
                write((int) a[2], (int) a[3], (int) a[4], (int) a[5], (ByteBuffer) a[8]);
                return null;
            case "glDeleteTexture":
                textures.remove((int) a[0]);
                return null;
            case "glPixelStorei", "glTexParameteri", "glTexParameterf":
                return null;
            default:
                throw new UnsupportedOperationException(name);
        }
    }

    private void write(int left, int top, int width, int height, ByteBuffer pixels) {
        Memory memory = textures.get(bound);
        for (int y = 0; y < height; y++) {
            pixels.duplicate()
                    .position(4 * y * width)
                    .get(memory.rgba(), 4 * ((top + y) * memory.width() + left), 4 * width);
        }
    }

    /** Textures that were made and not deleted. */
    int alive() {
        return textures.size();
    }

    /** The whole content of a texture. */
    PixelImage content(int texture) {
        Memory memory = textures.get(texture);
        return new PixelImage(
                memory.width(), memory.rgba().length / 4 / memory.width(), memory.rgba().clone());
    }

    @Override
    public void close() {
        Gdx.gl = gl;
        Gdx.gl20 = gl20;
        Gdx.graphics = graphics;
    }
}
