package latentwilds.synthesis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Model;

/**
 * Makes pictures on a thread of its own, most urgent first, so that the render thread never waits.
 * Requests of the same kind, priority and grid size share a generator call: up to 8, or 16 for
 * small pictures, fewer where a call would take so long that an urgent request behind it is felt.
 *
 * <p>All methods may be called from any thread and return at once, except {@link #close}. Results
 * are handed over by {@link #deliver} on the thread that calls it: the render thread, which then
 * uploads them.
 */
public final class Synthesiser implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Synthesiser.class.getName());

    private final Map<String, Model> models;
    private final RequestQueue queue = new RequestQueue();
    private final Meter meter = new Meter();
    private final OpenGenerators generators;
    private final Thread thread;
    private volatile String failure;

    /**
     * Makes a synthesiser that does nothing until {@link #start}.
     *
     * @param models kind to model, opened in the map's order
     * @param opener puts a model on a backend, on the worker thread; for example {@code new
     *     BackendChooser(wanted, log)::open}
     * @param fieldSide of the fields that spatial models will be asked for, in cells: they are
     *     warmed up with such a one
     */
    public Synthesiser(
            Map<String, Model> models,
            Function<GeneratorWeights, Generator> opener,
            int fieldSide) {
        this(models, opener, fieldSide, System::nanoTime);
    }

    /** As above, with the clock that times generator calls. */
    Synthesiser(
            Map<String, Model> models,
            Function<GeneratorWeights, Generator> opener,
            int fieldSide,
            LongSupplier clock) {
        this.models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        generators = new OpenGenerators(this.models, opener, fieldSide, meter, clock, this::fail);
        thread =
                new Thread(
                        new SynthesisWorker(generators, queue, meter, clock, this::fail),
                        "synthesis");
        // A crash elsewhere must not leave a process that never ends.
        thread.setDaemon(true);
    }

    /**
     * Starts the thread, which opens the generators and warms each up twice (the first calls are
     * slow), then serves requests. Requests made before are kept.
     *
     * @throws IllegalStateException if it was started or closed before
     */
    public synchronized void start() {
        if (queue.closed() || thread.getState() != Thread.State.NEW) {
            throw new IllegalStateException("The synthesiser was started or closed already");
        }
        thread.start();
    }

    /**
     * Whether every generator is open and warm.
     *
     * @return false while opening, and for ever if one could not be opened ({@link #failure} says
     *     which; the others serve)
     */
    public boolean ready() {
        return generators.ready();
    }

    /**
     * How far the opening is, for a loading screen.
     *
     * @return 0 to 1; stays below 1 if a generator could not be opened
     */
    public float progress() {
        return generators.progress();
    }

    /**
     * What went wrong last: a generator that could not be opened, a kind that does not exist, a
     * batch or a request that could not be made. Also logged.
     *
     * @return one line, or empty if nothing did
     */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Asks for a picture.
     *
     * @param request what for
     * @return true if it was taken in. False if its key waits already (it then gets the higher
     *     priority of the two), is being made or waits to be delivered; if there is no model of its
     *     kind ({@link #failure} says so); or after {@link #close}. A request that fails is
     *     forgotten and may be made again
     */
    public boolean request(Request<?> request) {
        if (!models.containsKey(request.kind())) {
            fail(
                    "No generator '%s': expected one of %s"
                            .formatted(request.kind(), models.keySet()));
            return false;
        }
        return queue.offer(request);
    }

    /**
     * Forgets requests that were not delivered yet. Those are never delivered, even if they are
     * being made at this moment.
     *
     * @param keys true for a key to forget; must not call this synthesiser
     */
    public void cancel(Predicate<Object> keys) {
        queue.cancel(keys);
    }

    /**
     * Hands finished results to their {@code ready} consumers, most urgent first, until the time is
     * up; at least one if there is any. What a consumer throws comes out here, its result counts as
     * delivered.
     *
     * @param budgetNanos time to spend, in nanoseconds
     * @return how many were handed over
     */
    public int deliver(long budgetNanos) {
        long start = System.nanoTime();
        int delivered = 0;
        do {
            Optional<Job> job = queue.takeFinished();
            if (job.isEmpty()) {
                break;
            }
            job.get().deliver();
            delivered++;
        } while (System.nanoTime() - start < budgetNanos);
        return delivered;
    }

    /**
     * Counts and times so far.
     *
     * @return a snapshot
     */
    public SynthesisStats stats() {
        return meter.stats(queue.waiting());
    }

    /**
     * Forgets all requests, waits for the call that is running, and closes the generators on the
     * worker thread. Twice does no harm.
     */
    @Override
    public void close() {
        close(() -> {});
    }

    /**
     * As {@link #close()}, for generators that work on the thread that closes.
     *
     * @param meanwhile done over and over while waiting
     */
    public void close(Runnable meanwhile) {
        boolean started;
        synchronized (this) {
            queue.close();
            started = thread.getState() != Thread.State.NEW;
        }
        if (!started || Thread.currentThread() == thread) {
            return;
        }
        try {
            while (thread.isAlive()) {
                meanwhile.run();
                thread.join(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(String message) {
        // A game that asks again every frame must not fill the log.
        if (!message.equals(failure)) {
            failure = message;
            LOG.log(System.Logger.Level.WARNING, message);
        }
    }
}
