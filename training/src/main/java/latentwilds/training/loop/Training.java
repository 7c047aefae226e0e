package latentwilds.training.loop;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.training.augment.Batches;

/**
 * Trains a generator: draws a batch, lets the two networks take a step, and tells the listeners at
 * ticks and snapshots. {@link #run} belongs to one thread; {@link #stop} may be called from any.
 * The owner closes it.
 */
public final class Training implements AutoCloseable {
    private final TrainingOptions options;
    private final Batches batches;
    private final Streams streams;
    private final Adversaries adversaries;
    private final List<TrainingListener> listeners;
    private volatile boolean stopping;
    private long step;
    private double seconds;

    /**
     * Makes an untrained pair of networks.
     *
     * @param options what to train
     * @param spec the generator, from {@link TrainingOptions#generatorSpec}
     * @param batches real pictures
     * @param listeners told at ticks and snapshots, in order
     */
    public Training(
            TrainingOptions options,
            GeneratorSpec spec,
            Batches batches,
            List<TrainingListener> listeners) {
        this.options = options;
        this.batches = batches;
        this.listeners = List.copyOf(listeners);
        Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(options.threads());
        // The little TorchScript there is gains nothing from the profiling executor.
        JniUtils.setGraphExecutorOptimize(false);
        streams = new Streams(new RunSeed(options.seed()));
        adversaries = new Adversaries(options, spec, streams);
    }

    /**
     * Trains until all images were seen or {@link #stop} is called.
     *
     * @throws TrainingDiverged if a loss is not finite
     */
    public void run() {
        if (step == 0) {
            listeners.forEach(l -> l.onSnapshot(this));
        }
        TickSums sums = new TickSums();
        long before = System.nanoTime();
        while (!stopping && images() < options.images()) {
            StepStats stats = runStep();
            long now = System.nanoTime();
            seconds += (now - before) / 1e9;
            sums.add(stats, (now - before) / 1e9);
            before = now;
            if (!stats.finite()) {
                throw new TrainingDiverged(images(), stats);
            }
            if (passes(options.tickImages())) {
                Tick tick = sums.tick(images(), seconds, options.batch());
                listeners.forEach(l -> l.onTick(tick));
                sums = new TickSums();
            }
            if (passes(options.snapshotImages()) || images() >= options.images()) {
                listeners.forEach(l -> l.onSnapshot(this));
                before = System.nanoTime();
            }
        }
    }

    StepStats runStep() {
        StepStats stats =
                adversaries.step(
                        step, batches.next(options.batch(), streams.stream("batch", step)));
        step++;
        return stats;
    }

    private boolean passes(long interval) {
        return images() / interval != (images() - options.batch()) / interval;
    }

    /** Asks {@link #run} to return after the current step. */
    public void stop() {
        stopping = true;
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
     * The averaged generator as the game runs it.
     *
     * @return folded weights
     */
    public GeneratorWeights weights() {
        return adversaries.average().weights();
    }

    /**
     * Everything needed to go on later.
     *
     * @return copies
     */
    public Checkpoint checkpoint() {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        put(arrays, "g.", adversaries.generator().parameters().toArrays());
        put(arrays, "stats.", adversaries.generator().statistics().toArrays());
        put(arrays, "d.", adversaries.discriminator().parameters().toArrays());
        put(arrays, "ema.", adversaries.average().toArrays());
        put(arrays, "adam.g.", adversaries.generatorAdam().toArrays());
        put(arrays, "adam.d.", adversaries.discriminatorAdam().toArrays());
        return new Checkpoint(step, seconds, arrays);
    }

    /**
     * Goes on where a checkpoint was made.
     *
     * @param checkpoint from a run with the same options
     * @throws IllegalArgumentException naming an array that does not fit
     */
    public void restore(Checkpoint checkpoint) {
        Map<String, float[]> arrays = checkpoint.arrays();
        adversaries.generator().parameters().load(take(arrays, "g."));
        adversaries.generator().statistics().load(take(arrays, "stats."));
        adversaries.discriminator().parameters().load(take(arrays, "d."));
        adversaries.average().load(take(arrays, "ema."));
        adversaries.generatorAdam().load(take(arrays, "adam.g."), checkpoint.step());
        adversaries.discriminatorAdam().load(take(arrays, "adam.d."), checkpoint.step());
        step = checkpoint.step();
        seconds = checkpoint.seconds();
    }

    private static void put(Map<String, float[]> to, String prefix, Map<String, float[]> from) {
        from.forEach((name, values) -> to.put(prefix + name, values));
    }

    private static Map<String, float[]> take(Map<String, float[]> from, String prefix) {
        Map<String, float[]> taken = new LinkedHashMap<>();
        from.forEach(
                (name, values) -> {
                    if (name.startsWith(prefix)) {
                        taken.put(name.substring(prefix.length()), values);
                    }
                });
        return taken;
    }

    @Override
    public void close() {
        adversaries.close();
    }
}
