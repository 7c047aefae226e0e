package latentwilds.synthesis.gl;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration.GLEmulation;
import com.badlogic.gdx.graphics.GL30;
import com.badlogic.gdx.graphics.glutils.ShaderProgram;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A real GL context in a window that nobody sees, on a render thread of its own that does what it
 * is told and calls {@link #everyFrame} between. Without a display it fails, as it should: a GL
 * test that is skipped would pass for green.
 */
public final class HiddenWindow extends ApplicationAdapter implements AutoCloseable {
    private static final int SECONDS = 60;

    // What a test prepends for its context must not reach another's.
    private final String prependVertex = ShaderProgram.prependVertexCode;
    private final String prependFragment = ShaderProgram.prependFragmentCode;

    private final CompletableFuture<Void> created = new CompletableFuture<>();
    private final Thread thread;
    volatile Runnable everyFrame = () -> {};

    /** Opens a core context of a version. */
    public HiddenWindow(int major, int minor) {
        Lwjgl3ApplicationConfiguration configuration = new Lwjgl3ApplicationConfiguration();
        configuration.setInitialVisible(false);
        configuration.setWindowedMode(320, 180);
        configuration.disableAudio(true);
        configuration.useVsync(false);
        configuration.setForegroundFPS(0);
        configuration.setOpenGLEmulation(GLEmulation.GL32, major, minor);
        thread = new Thread(() -> run(configuration), "render");
        thread.setDaemon(true);
        thread.start();
        await(created);
    }

    private void run(Lwjgl3ApplicationConfiguration configuration) {
        try {
            new Lwjgl3Application(this, configuration);
        } catch (Throwable e) {
            created.completeExceptionally(e);
        }
    }

    @Override
    public void create() {
        created.complete(null);
    }

    @Override
    public void render() {
        everyFrame.run();
    }

    /** Does something on the render thread and waits for it. */
    public <T> T call(Callable<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Gdx.app.postRunnable(
                () -> {
                    try {
                        result.complete(action.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                });
        return await(result);
    }

    /** Does something on the render thread and waits until it is done. */
    public void run(Runnable action) {
        call(
                () -> {
                    action.run();
                    return null;
                });
    }

    GL30 gl() {
        return Gdx.gl30;
    }

    private static <T> T await(CompletableFuture<T> result) {
        try {
            return result.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof TimeoutException) {
                throw new IllegalStateException("No answer from the render thread", cause);
            }
            if (cause instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        }
    }

    @Override
    public void close() {
        Gdx.app.exit();
        try {
            thread.join(SECONDS * 1000L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ShaderProgram.prependVertexCode = prependVertex;
        ShaderProgram.prependFragmentCode = prependFragment;
    }
}
