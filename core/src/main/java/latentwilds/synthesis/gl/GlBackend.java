package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorWeights;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.ParityCheck;

/**
 * Generators in shaders, on the context of the thread that makes this: the render thread. It calls
 * {@link #frame} in every frame, and {@link #close} after the generators are closed. {@link #open}
 * may be called from any thread.
 */
public final class GlBackend implements AutoCloseable {
    private final Thread renderThread = Thread.currentThread();
    private final GL30 gl;
    private final Function<GL30, Device> opener;
    private final FrameQueue queue = new FrameQueue();
    private final List<Network> networks = Collections.synchronizedList(new ArrayList<>());
    private final List<Network> released = Collections.synchronizedList(new ArrayList<>());
    private final GlState state;
    private final Stopwatch stopwatch;
    private final Pacer pacer;
    private Device device;
    private boolean closed;

    /**
     * Makes a backend that has done nothing yet.
     *
     * @param gl of a current context with GL 3.2 or ES 3.0
     */
    public GlBackend(GL30 gl) {
        this(gl, Optional.empty());
    }

    /**
     * As above.
     *
     * @param gl of a current context with GL 3.2 or ES 3.0
     * @param cache programs of former starts
     */
    public GlBackend(GL30 gl, Optional<ProgramCache> cache) {
        this(gl, g -> Device.of(g, cache), System::nanoTime, Stopwatch.of(gl, System::nanoTime));
    }

    GlBackend(GL30 gl, Function<GL30, Device> opener, LongSupplier clock, Stopwatch stopwatch) {
        this.gl = gl;
        this.opener = opener;
        state = new GlState(gl);
        this.stopwatch = stopwatch;
        pacer = new Pacer(stopwatch, clock);
    }

    /**
     * Whether a context draws in hardware. In software, other backends are faster.
     *
     * @param gl of a current context
     * @return false for Mesa's and others' renderers on the processor
     */
    public static boolean hardware(GL20 gl) {
        return hardware(String.valueOf(gl.glGetString(GL20.GL_RENDERER)));
    }

    static boolean hardware(String renderer) {
        return software().noneMatch(renderer.toLowerCase(Locale.ROOT)::contains);
    }

    private static Stream<String> software() {
        return Stream.of(
                "llvmpipe",
                "softpipe",
                "swrast",
                "software",
                "swiftshader",
                "microsoft basic render",
                "gdi generic");
    }

    /**
     * Puts a model on the GPU: programs, weights, a first run of four pictures and, where there is
     * alpha, of finishing one, which is when some drivers compile. Waits for the render thread's
     * frames if called from another.
     *
     * @param weights the model
     * @return a generator; the caller closes it
     * @throws IllegalStateException with the driver's words if it cannot be
     */
    public Generator open(GeneratorWeights weights) {
        Network network = run(new Opening(this::device, weights));
        networks.add(network);
        Generator generator = new GlGenerator(this, network);
        try {
            LatentGrid golden = ParityCheck.golden(weights);
            generator.synthesise(Collections.nCopies(Layers.MOST, golden));
            if (weights.spec().channels() == 4) {
                generator.draw(List.of(golden), List.of(new Rehearsal(gl, weights.spec())));
            }
        } catch (RuntimeException e) {
            generator.close();
            throw e;
        }
        pacer.forgetLongest();
        return generator;
    }

    private Device device() {
        if (device == null) {
            device = opener.apply(gl);
        }
        return device;
    }

    /** Waits until work is done; on the render thread, does it (and what came before) at once. */
    <T> T run(Work<T> work) {
        CompletableFuture<T> result = queue.add(work);
        if (Thread.currentThread() == renderThread) {
            while (!result.isDone()) {
                frame(Long.MAX_VALUE);
            }
        }
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    void release(Network network) {
        networks.remove(network);
        released.add(network);
        if (Thread.currentThread() == renderThread) {
            freeReleased();
        }
    }

    private void freeReleased() {
        while (!released.isEmpty()) {
            released.remove(released.size() - 1).close();
        }
    }

    /**
     * Works for about so long, on the processor or the GPU, whichever is longer; GL's state is
     * afterwards as it was. Costs nothing when nothing waits.
     *
     * @param budgetNanos nanoseconds; one smallest slice is done in any case
     */
    public void frame(long budgetNanos) {
        frame(budgetNanos, false);
    }

    /**
     * As above.
     *
     * @param budgetNanos nanoseconds
     * @param still whether nothing moves that could stutter: such a frame is not counted among the
     *     longest
     */
    public void frame(long budgetNanos, boolean still) {
        freeReleased();
        if (queue.idle()) {
            return;
        }
        pacer.beginFrame(budgetNanos, still);
        state.save();
        try {
            Device.prepare(gl);
            queue.frame(pacer);
        } finally {
            state.restore();
            pacer.endFrame();
        }
    }

    /**
     * What it is doing.
     *
     * @return as of now
     */
    public Schedule schedule() {
        long bytes;
        synchronized (networks) {
            bytes = networks.stream().mapToLong(Network::bytes).sum();
        }
        return new Schedule(
                queue.progress(),
                queue.waiting(),
                pacer.slices(),
                pacer.plannedMillis(),
                pacer.blockedMillis(),
                pacer.longestMillis(),
                pacer.longestWhat(),
                pacer.smallestMillis(),
                bytes);
    }

    /** Fails what waits and frees what the context holds. Twice does no harm. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        queue.close();
        freeReleased();
        stopwatch.close();
        if (device != null) {
            device.close();
        }
    }
}
