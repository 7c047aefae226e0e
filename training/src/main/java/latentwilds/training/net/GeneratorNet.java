package latentwilds.training.net;

import static latentwilds.training.net.Shapes.instead;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.seed.RandomStream;

/**
 * The generator while it is trained: the layers of a {@link GeneratorSpec}, each but the last
 * followed by batch norm where wanted. {@link Folding} turns its parameters into the game's
 * weights.
 *
 * <p>Shapes: noise {@code [n][latentSize][rows][columns]} (1 x 1 for a vector generator), labels
 * one-hot per group, pictures {@code [n][channels][height][width]} in [-1, 1].
 */
public final class GeneratorNet {
    /** What one batch adds to a running statistic of batch norm, as a share. */
    public static final float BATCH_SHARE = 1 - Shapes.BATCH_NORM_MOMENTUM;

    /**
     * What a spec leaves open: it describes a generator that is done.
     *
     * @param upsampling how the up-sampling kernels are parameterised
     * @param batchNorm whether hidden layers are normalised
     * @param dropout share of hidden values that are zeroed while training
     * @param initialisation of the weights
     */
    public record Training(
            Upsampling upsampling,
            boolean batchNorm,
            double dropout,
            Initialisation initialisation) {}

    /** Accents to begin with, beside codes of 1: small, and not all the same. */
    private static final double ACCENT = 0.1;

    private final Convolutions convolutions;
    private final GeneratorSpec spec;
    private final Training training;
    private final ParameterSet parameters;
    private final ParameterSet statistics;

    /**
     * Makes an untrained generator.
     *
     * @param manager owns the parameters
     * @param convolutions not owned
     * @param spec the layers
     * @param training what the spec leaves open
     * @param random source of the initial weights
     */
    public GeneratorNet(
            NDManager manager,
            Convolutions convolutions,
            GeneratorSpec spec,
            Training training,
            RandomStream random) {
        this.convolutions = convolutions;
        this.spec = spec;
        this.training = training;
        parameters = new ParameterSet(manager);
        statistics = new ParameterSet(manager);
        for (Condition.Group group : spec.condition().groups()) {
            int size = group.labels().size() * group.codeSize();
            parameters.add(
                    GeneratorWeights.codesName(group.name()),
                    Initialisation.normal(random, size, 1),
                    group.labels().size(),
                    group.codeSize());
            if (group.accents()) {
                int[] shape = GeneratorWeights.accentsShape(spec, group);
                parameters.add(
                        GeneratorWeights.accentsName(group.name()),
                        Initialisation.normal(random, size * spec.regionSize(), ACCENT),
                        toLong(shape));
            }
        }
        int side = 1;
        for (int i = 0; i < spec.layers().size(); i++) {
            side = addLayer(i, side, random);
        }
    }

    /** Adds one layer's arrays; takes the side of its input and returns that of its result. */
    private int addLayer(int i, int side, RandomStream random) {
        Layer layer = spec.layers().get(i);
        int inputs = layer.weightInputs(spec.condition().codeSize());
        int outputs = layer.outputs();
        int kernel = training.upsampling.side();
        long[] shape =
                spreads(layer)
                        ? new long[] {outputs, inputs, kernel, kernel}
                        : toLong(layer.weightShape(spec.condition().codeSize()));
        long taps = shape[2] * shape[3];
        // Four of a transposed kernel's sixteen taps meet in one output pixel.
        long met = layer instanceof Layer.UpConv && !spreads(layer) ? 4 : taps;
        long fanIn = layer instanceof Layer.Dense ? inputs : inputs * met;
        parameters.add(
                GeneratorWeights.weightName(i),
                training.initialisation.draw(
                        random,
                        Math.toIntExact(new Shape(shape).size()),
                        fanIn,
                        outputs * (layer instanceof Layer.Dense ? taps : met)),
                shape);
        if (normalised(i)) {
            Shapes.addBatchNorm(parameters, statistics, name(i), outputs);
        } else {
            parameters.add(GeneratorWeights.biasName(i), new float[outputs], outputs);
        }
        if (layer instanceof Layer.Dense dense) {
            return dense.width();
        }
        // Any size will do for a grid of cells.
        int at = spec.spatial() ? Math.max(4, side) : side;
        Convolution kind = convolution(layer);
        convolutions.prepare(kind, inputs, outputs, at);
        return kind.outputSide(at);
    }

    /**
     * Makes pictures.
     *
     * @param noise {@code [n][latentSize][rows][columns]}
     * @param labels one-hot {@code [n][labels]} per group; one label for the whole picture
     * @param learning true to use the batch's own statistics (and to update the running ones) and
     *     to drop values out
     * @return {@code [n][channels][height][width]} in [-1, 1], attached to the noise's manager
     */
    public NDArray forward(NDArray noise, List<NDArray> labels, boolean learning) {
        return forward(noise, labels, learning, FeatureTap.NONE);
    }

    /**
     * Makes pictures and shows what it computes on the way.
     *
     * @param noise {@code [n][latentSize][rows][columns]}
     * @param labels one-hot {@code [n][labels]} per group
     * @param learning as above
     * @param tap sees every layer's result, named {@code layers.<i>}
     * @return {@code [n][channels][height][width]} in [-1, 1]
     */
    public NDArray forward(NDArray noise, List<NDArray> labels, boolean learning, FeatureTap tap) {
        return decode(noise, code(labels, noise), learning, tap);
    }

    /**
     * Makes pictures of codes, which may be mixed ones.
     *
     * @param noise {@code [n][latentSize][rows][columns]}
     * @param code {@code [n][codeSize][1][1]}, from {@link #code}; null for an unconditional
     *     generator
     * @param learning as above
     * @param tap as above
     * @return {@code [n][channels][height][width]} in [-1, 1]
     */
    public NDArray decode(NDArray noise, NDArray code, boolean learning, FeatureTap tap) {
        NDArray x = noise;
        for (int i = 0; i < spec.layers().size(); i++) {
            Layer layer = spec.layers().get(i);
            if (layer.inject() && code != null) {
                x = instead(x, withPlane(x, code), noise);
            }
            x = instead(x, linear(layer, x, parameters.get(GeneratorWeights.weightName(i))), noise);
            boolean last = i == spec.layers().size() - 1;
            x = last ? instead(x, convolutions.single(x), noise) : x;
            x =
                    instead(
                            x,
                            normalised(i)
                                    ? Shapes.batchNorm(x, parameters, statistics, name(i), learning)
                                    : Shapes.addBias(
                                            x, parameters.get(GeneratorWeights.biasName(i))),
                            noise);
            x = instead(x, activate(layer, x), noise);
            if (learning && !last) {
                x = instead(x, Shapes.dropout(x, training.dropout), noise);
            }
            tap.see(name(i), x);
        }
        return x;
    }

    private static NDArray withPlane(NDArray x, NDArray code) {
        Shape s = x.getShape();
        Shape size = new Shape(s.get(0), code.getShape().get(1), s.get(2), s.get(3));
        try (NDArray plane = code.broadcast(size)) {
            return x.concat(plane, 1);
        }
    }

    /**
     * The code of labels, leaning with the noise that each picture's cells share.
     *
     * @param labels one-hot {@code [n][labels]} per group
     * @param noise {@code [n][latentSize][rows][columns]}
     * @return {@code [n][codeSize][1][1]}; null for an unconditional generator
     */
    public NDArray code(List<NDArray> labels, NDArray noise) {
        NDList parts = new NDList();
        for (int g = 0; g < labels.size(); g++) {
            Condition.Group group = spec.condition().groups().get(g);
            NDArray own =
                    labels.get(g).matMul(parameters.get(GeneratorWeights.codesName(group.name())));
            parts.add(group.accents() ? own.add(lean(group, labels.get(g), noise)) : own);
        }
        if (parts.isEmpty()) {
            return null;
        }
        // DJL's concat of a single array is cut off from the graph.
        NDArray code = parts.size() == 1 ? parts.head() : NDArrays.concat(parts, 1);
        return code.reshape(code.getShape().get(0), code.getShape().get(1), 1, 1);
    }

    /** What a region's noise, the same in all cells of a picture, adds to a code. */
    private NDArray lean(Condition.Group group, NDArray labels, NDArray noise) {
        int channels = spec.regionSize();
        NDArray table = parameters.get(GeneratorWeights.accentsName(group.name()));
        NDArray accents =
                labels.matMul(Shapes.view(table, noise.getManager(), group.labels().size(), -1))
                        .reshape(-1, channels, group.codeSize());
        NDArray region = noise.get(new NDIndex(":,:%d,0,0".formatted(channels)));
        return accents.mul(region.reshape(-1, channels, 1)).sum(new int[] {1});
    }

    private NDArray linear(Layer layer, NDArray x, NDArray weight) {
        if (layer instanceof Layer.Dense dense) {
            long n = x.getShape().get(0);
            NDArray flat = x.reshape(n, x.getShape().get(1));
            NDArray matrix = Shapes.view(weight, x.getManager(), weight.getShape().get(0), -1);
            return flat.matMul(matrix).reshape(n, dense.outputs(), dense.height(), dense.width());
        }
        NDArray kernel = weight;
        if (spreads(layer)) {
            kernel = convolutions.script().resizeKernel(weight);
            kernel.attach(x.getManager());
        }
        return convolutions.apply(convolution(layer), x, kernel, false);
    }

    private static Convolution convolution(Layer layer) {
        return layer instanceof Layer.UpConv ? Convolution.DOUBLE : Convolution.SAME;
    }

    private static NDArray activate(Layer layer, NDArray x) {
        return switch (layer.activation()) {
            case NONE -> x;
            case RELU -> ai.djl.nn.Activation.relu(x);
            case LEAKY_RELU ->
                    ai.djl.nn.Activation.leakyRelu(x, latentwilds.model.Activation.LEAKY_SLOPE);
            case TANH -> x.tanh();
        };
    }

    /**
     * What the generator is.
     *
     * @return the spec it was made from
     */
    public GeneratorSpec spec() {
        return spec;
    }

    /**
     * What is trained.
     *
     * @return weights, batch norm's gamma and beta, other layers' bias, the label codes
     */
    public ParameterSet parameters() {
        return parameters;
    }

    /**
     * Batch norm's running means and variances.
     *
     * @return arrays that training updates on the side
     */
    public ParameterSet statistics() {
        return statistics;
    }

    /**
     * How the up-sampling kernels are parameterised.
     *
     * @return as given
     */
    public Upsampling upsampling() {
        return training.upsampling;
    }

    boolean normalised(int layer) {
        return training.batchNorm && layer < spec.layers().size() - 1;
    }

    private boolean spreads(Layer layer) {
        return layer instanceof Layer.UpConv && training.upsampling.spreads();
    }

    static String name(int layer) {
        return "layers." + layer;
    }

    private static long[] toLong(int[] shape) {
        return java.util.Arrays.stream(shape).asLongStream().toArray();
    }
}
