package latentwilds.training.loop;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.training.augment.Batches;
import latentwilds.training.augment.TexturePlaces;
import latentwilds.training.net.Folding;

/**
 * Trains a generator: draws a batch, lets the two networks take a step, and tells the listeners at
 * ticks and snapshots. {@link #run} belongs to one thread; {@link #stop} may be called from any.
 * The owner closes it.
 */
public final class Training implements AutoCloseable {
    private final TrainingOptions options;
    private final Prefetch prefetch;
    private final TexturePlaces places;
    private final Adversaries adversaries;
    private final Watchdog watchdog = new Watchdog();
    private final Probe probe;
    private final StandingStatistics standing;
    private final CheckpointParts parts;
    private final Keeper keeper;
    private final TickSums sums = new TickSums();
    private final List<TrainingListener> listeners;
    private volatile boolean stopping;
    private long step;
    private double seconds;
    private double waited;

    /**
     * Makes an untrained pair of networks.
     *
     * @param options what to train
     * @param spec the generator, from {@link TrainingOptions#generatorSpec}
     * @param batches real pictures; also called from a thread of its own
     * @param listeners told at ticks and snapshots, in order
     */
    public Training(
            TrainingOptions options,
            GeneratorSpec spec,
            Batches batches,
            List<TrainingListener> listeners) {
        this.options = options;
        this.listeners = List.copyOf(listeners);
        Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(options.threads());
        // The little TorchScript there is gains nothing from the profiling executor.
        JniUtils.setGraphExecutorOptimize(false);
        Streams streams = new Streams(new RunSeed(options.seed()));
        GeneratorOptions g = options.generator();
        places = g.regionSpread() > 0 ? batches.places(g.regionSize()) : TexturePlaces.NONE;
        adversaries = new Adversaries(options, spec, places, streams);
        prefetch = new Prefetch(batches, streams, options.batch());
        probe = new Probe(adversaries, streams, batches);
        standing = new StandingStatistics(adversaries, streams, batches, options.batch());
        keeper = new Keeper(this);
        parts = new CheckpointParts(adversaries, watchdog, probe, keeper, sums);
    }

    /**
     * Trains until all images were seen or {@link #stop} is called.
     *
     * @throws TrainingDiverged if a loss is not finite and the watchdog may not help, or could not
     */
    public void run() {
        if (step == 0 && !stopping) {
            keeper.remember();
            listeners.forEach(l -> l.onSnapshot(this));
        }
        long before = System.nanoTime();
        while (!stopping && images() < options.images()) {
            StepStats stats = runStep();
            long now = System.nanoTime();
            seconds += (now - before) / 1e9;
            sums.add(stats, (now - before) / 1e9, waited);
            before = now;
            if (!stats.finite()) {
                rescue(stats);
                continue;
            }
            if (passes(options.tickImages())) {
                Tick tick = sums.tick(this, probe.look(step));
                sums.clear();
                listeners.forEach(l -> l.onTick(tick));
                if (watch(tick)) {
                    continue;
                }
            }
            if (passes(options.snapshotImages()) || images() >= options.images()) {
                if (watchdog.quiet()) {
                    keeper.remember();
                }
                listeners.forEach(l -> l.onSnapshot(this));
                before = System.nanoTime();
            }
        }
    }

    StepStats runStep() {
        long asked = System.nanoTime();
        var batch = prefetch.batch(step);
        waited = (System.nanoTime() - asked) / 1e9;
        StepStats stats = adversaries.step(step, batch);
        step++;
        return stats;
    }

    private void rescue(StepStats stats) {
        try {
            Verdict verdict = keeper.rescue(stats);
            tell(verdict);
            returned();
        } catch (TrainingDiverged e) {
            tell(
                    new Verdict(
                            images(),
                            Verdict.Kind.NOT_A_NUMBER,
                            "A loss or gradient is not a number: " + stats,
                            "none",
                            images()));
            throw e;
        }
    }

    /** Whether training goes on somewhere else. */
    private boolean watch(Tick tick) {
        if (options.watch().watchdog() == WatchOptions.Mode.OFF) {
            return false;
        }
        List<Verdict> verdicts = keeper.decide(watchdog.read(tick));
        verdicts.forEach(this::tell);
        boolean back = images() < tick.images();
        if (back) {
            returned();
        }
        return back;
    }

    /** What was learned on the way is part of what the next return goes back to. */
    private void returned() {
        keeper.remember();
        listeners.forEach(l -> l.onReturn(this));
    }

    private void tell(Verdict verdict) {
        listeners.forEach(l -> l.onVerdict(verdict));
    }

    private boolean passes(long interval) {
        return images() / interval != (images() - options.batch()) / interval;
    }

    /** Asks {@link #run} to return after the current step. */
    public void stop() {
        stopping = true;
    }

    /**
     * Steps taken.
     *
     * @return from 0
     */
    public long step() {
        return step;
    }

    /**
     * Real pictures shown so far.
     *
     * @return steps times batch
     */
    public long images() {
        return step * options.batch();
    }

    /**
     * Training time so far, without listeners.
     *
     * @return seconds
     */
    public double seconds() {
        return seconds;
    }

    /**
     * The options of this run.
     *
     * @return as given
     */
    public TrainingOptions options() {
        return options;
    }

    /**
     * Layers that run on a slower kernel than usual, since the fast one is wrong here.
     *
     * @return a sentence each
     */
    public Set<String> slowLayers() {
        return adversaries.slowLayers();
    }

    /**
     * What every kind of layer runs on: results are equal bit for bit only on equal kernels.
     *
     * @return layer to kernel, sorted
     */
    public SortedMap<String, String> kernels() {
        return adversaries.kernels();
    }

    /** Seconds that the last step waited for its pictures. */
    double waited() {
        return waited;
    }

    Adversaries adversaries() {
        return adversaries;
    }

    /**
     * The averaged generator as the game runs it.
     *
     * @param checkpoint of this training
     * @return folded weights
     */
    public GeneratorWeights weights(Checkpoint checkpoint) {
        GeneratorWeights learned =
                Folding.fold(
                        adversaries.generator(),
                        checkpoint.part("ema."),
                        checkpoint.part(Checkpoint.STANDING),
                        (float) options.labelWeight(checkpoint.step()));
        return places.into(learned, options.generator().regionSpread());
    }

    /**
     * Everything needed to go on later, and to see the average as it is exported. Draws pictures to
     * measure that: some seconds.
     *
     * @return copies
     */
    public Checkpoint checkpoint() {
        return keeper.into(state()).with(Checkpoint.STANDING, standing.measure(step));
    }

    /** What is needed to go on. */
    Checkpoint state() {
        return parts.take(step, seconds);
    }

    /**
     * Goes on where a checkpoint was made.
     *
     * @param checkpoint from a run with the same options
     * @throws IllegalArgumentException naming an array that does not fit
     */
    public void restore(Checkpoint checkpoint) {
        goBack(checkpoint);
        seconds = checkpoint.seconds();
        keeper.recall(checkpoint);
    }

    /** Takes over a state; the time that was spent stays spent. */
    void goBack(Checkpoint checkpoint) {
        parts.load(checkpoint);
        step = checkpoint.step();
    }

    /**
     * Takes over weights from elsewhere where they fit, before the first step.
     *
     * @param origin where from
     * @return what was left out, a sentence each
     */
    public List<String> adopt(Transfer origin) {
        List<String> left = origin.into(adversaries);
        if (origin.folded()) {
            new Unfolding(adversaries, standing).of(origin);
        }
        return left;
    }

    @Override
    public void close() {
        prefetch.close();
        adversaries.close();
    }
}
