package latentwilds.training.net;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import latentwilds.seed.RandomStream;

/**
 * Convolutions on the fastest kernel that computes them right here. libtorch 2.7.1's oneDNN gives
 * wrong gradients, and now and then NaN, for some numbers of channels on some processors (an AMD
 * Zen 5 and, among others, 48 channels); so each shape is probed once against the matrix product of
 * unfolded patches, derivatives included, before it is trained, and falls back to that where the
 * kernel is wrong.
 *
 * <p>Used by the training thread only.
 */
public final class Convolutions {
    private static final int PROBES = 2;
    private static final int BATCH = 4;
    private static final int LARGEST_PROBE = 32;
    private static final double SINGLE_TOLERANCE = 2e-3;
    private static final double BF16_TOLERANCE = 6e-2;
    private static final int DIRTY_BLOCKS = 10;

    private final TorchScript script;
    private final Prober prober;
    private final NDManager manager;
    private final boolean bf16;
    private final Map<Channels, Kernel> chosen = new HashMap<>();
    private final Set<String> demoted = new LinkedHashSet<>();

    /** Tries a kernel: see {@link TorchScript#probe}. */
    @FunctionalInterface
    interface Prober {
        NDList probe(Convolution convolution, Kernel kernel, NDArray x, NDArray w, NDArray g);
    }

    /** What decides which kernel runs. */
    private record Channels(Convolution convolution, long inputs, long outputs, boolean precise) {}

    /**
     * Nothing is probed yet.
     *
     * @param manager lives as long as this object
     * @param script tensor operations, not owned
     * @param bf16 whether bfloat16 is wanted where single precision is not asked for
     */
    public Convolutions(NDManager manager, TorchScript script, boolean bf16) {
        this(manager, script, bf16, script::probe);
    }

    Convolutions(NDManager manager, TorchScript script, boolean bf16, Prober prober) {
        this.prober = prober;
        this.manager = manager;
        this.script = script;
        this.bf16 = bf16;
    }

    /**
     * Probes the kernels of one layer, so that {@link #apply} can take the fastest right one.
     *
     * @param convolution which
     * @param inputs channels read
     * @param outputs channels made
     * @param side of the input in pixels
     */
    void prepare(Convolution convolution, int inputs, int outputs, int side) {
        choose(convolution, inputs, outputs, side, true);
        if (bf16) {
            choose(convolution, inputs, outputs, side, false);
        }
    }

    private void choose(
            Convolution convolution, int inputs, int outputs, int side, boolean precise) {
        Channels channels = new Channels(convolution, inputs, outputs, precise);
        Kernel wanted = precise ? Kernel.ONEDNN : Kernel.BF16;
        double tolerance = precise ? SINGLE_TOLERANCE : BF16_TOLERANCE;
        double off = 0;
        for (int i = 0; i < PROBES && off <= tolerance; i++) {
            off = probe(wanted, channels, Math.min(side, LARGEST_PROBE), new RandomStream(i));
        }
        if (off <= tolerance) {
            // A kernel that was wrong at another size stays out.
            chosen.putIfAbsent(channels, wanted);
            return;
        }
        Kernel instead =
                precise
                        ? Kernel.IM2COL
                        : chosen.get(new Channels(convolution, inputs, outputs, true));
        chosen.put(channels, instead);
        demoted.add(
                "%s %d to %d channels%s: off by %s of the largest value, %s instead"
                        .formatted(
                                convolution,
                                inputs,
                                outputs,
                                precise ? "" : " in bfloat16",
                                Double.isNaN(off) ? "NaN" : "%.2g".formatted(off),
                                instead));
    }

    /** Largest difference to {@link Kernel#IM2COL} over the largest value; NaN if there is one. */
    private double probe(Kernel kernel, Channels channels, int side, RandomStream random) {
        Convolution convolution = channels.convolution;
        int inputs = (int) channels.inputs;
        int outputs = (int) channels.outputs;
        int out = convolution.outputSide(side);
        try (NDManager scratch = manager.newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            dirtyMemory(scratch);
            NDArray x = leaf(scratch, random, BATCH, inputs, side, side);
            NDArray w = leaf(scratch, random, convolution.weightShape(inputs, outputs));
            NDArray g = normal(scratch, random, BATCH, outputs, out, out);
            NDList made = prober.probe(convolution, kernel, x, w, g);
            NDList right = prober.probe(convolution, Kernel.IM2COL, x, w, g);
            double worst = 0;
            for (int i = 0; i < made.size(); i++) {
                worst = Math.max(worst, difference(values(made.get(i)), values(right.get(i))));
            }
            return worst;
        }
    }

    /** What was freed here is what a kernel that reads too far is likely to find. */
    private static void dirtyMemory(NDManager manager) {
        for (int i = 0; i < DIRTY_BLOCKS; i++) {
            manager.create(new Shape(256L << i)).add(Float.NaN).close();
        }
    }

    private static NDArray leaf(NDManager manager, RandomStream random, long... shape) {
        NDArray leaf = normal(manager, random, shape);
        leaf.setRequiresGradient(true);
        return leaf;
    }

    private static NDArray normal(NDManager manager, RandomStream random, long... shape) {
        Shape s = new Shape(shape);
        return manager.create(Initialisation.normal(random, Math.toIntExact(s.size()), 1), s);
    }

    private static float[] values(NDArray array) {
        return array.stopGradient().toFloatArray();
    }

    private static double difference(float[] made, float[] right) {
        double worst = 0;
        double largest = 0;
        for (int i = 0; i < made.length; i++) {
            // Math.max keeps a NaN.
            worst = Math.max(worst, Math.abs(made[i] - right[i]));
            largest = Math.max(largest, Math.abs(right[i]));
        }
        return worst / largest;
    }

    /**
     * Computes a convolution.
     *
     * @param convolution which
     * @param x {@code [n][inputs][h][w]}
     * @param weight as {@link Convolution} says; its channels were prepared
     * @param precise whether single precision is needed
     * @return {@code [n][outputs][..][..]}, bfloat16 where that is wanted and not {@code precise}
     */
    NDArray apply(Convolution convolution, NDArray x, NDArray weight, boolean precise) {
        Shape s = weight.getShape();
        boolean transposed = convolution == Convolution.DOUBLE;
        Channels channels =
                new Channels(
                        convolution,
                        s.get(transposed ? 0 : 1),
                        s.get(transposed ? 1 : 0),
                        precise || !bf16);
        Kernel kernel = chosen.get(channels);
        NDArray input = kernel == Kernel.BF16 ? x : single(x);
        return script.convolve(convolution, kernel, input, weight);
    }

    /** What single-precision convolutions of these channels run on. */
    Kernel kernel(Convolution convolution, int inputs, int outputs) {
        return chosen.get(new Channels(convolution, inputs, outputs, true));
    }

    /**
     * To single precision, after the last convolution.
     *
     * @param x as from {@link #apply}
     * @return single precision
     */
    NDArray single(NDArray x) {
        return bf16 ? script.single(x) : x;
    }

    /**
     * Tensor operations.
     *
     * @return as given
     */
    TorchScript script() {
        return script;
    }

    /**
     * What every kind of layer runs on, as it was probed here.
     *
     * @return convolution, channels and precision, to the kernel's name; sorted
     */
    public SortedMap<String, String> kernels() {
        SortedMap<String, String> kernels = new TreeMap<>();
        chosen.forEach(
                (c, kernel) ->
                        kernels.put(
                                "%s %d to %d channels%s"
                                        .formatted(
                                                c.convolution,
                                                c.inputs,
                                                c.outputs,
                                                c.precise ? "" : " in bfloat16"),
                                kernel.name()));
        return kernels;
    }

    /**
     * Layers that do not run on the fastest kernel, since that one is wrong here.
     *
     * @return a sentence each, in the order in which they were found
     */
    public Set<String> demoted() {
        return Collections.unmodifiableSet(demoted);
    }
}
