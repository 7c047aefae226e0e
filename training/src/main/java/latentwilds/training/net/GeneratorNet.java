package latentwilds.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import java.util.List;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.seed.RandomStream;

/**
 * The generator while it is trained: the layers of a {@link GeneratorSpec}, each but the last
 * followed by batch norm. DCGAN's initialisation (normal, sd 0.02). {@link Folding} turns its
 * parameters into the game's weights.
 *
 * <p>Shapes: noise {@code [n][latentSize][rows][columns]} (1 x 1 for a vector generator), labels
 * one-hot per group, pictures {@code [n][channels][height][width]} in [-1, 1].
 */
public final class GeneratorNet {
    static final float BATCH_NORM_EPSILON = 1e-5f;
    private static final float BATCH_NORM_MOMENTUM = 0.9f;
    private static final double INITIAL_DEVIATION = 0.02;

    private final TorchScript script;
    private final GeneratorSpec spec;
    private final Upsampling upsampling;
    private final ParameterSet parameters;
    private final ParameterSet statistics;

    /**
     * Makes an untrained generator.
     *
     * @param manager owns the parameters
     * @param script tensor operations, not owned
     * @param spec the layers
     * @param upsampling how the up-sampling kernels are parameterised
     * @param random source of the initial weights
     */
    public GeneratorNet(
            NDManager manager,
            TorchScript script,
            GeneratorSpec spec,
            Upsampling upsampling,
            RandomStream random) {
        this.script = script;
        this.spec = spec;
        this.upsampling = upsampling;
        parameters = new ParameterSet(manager);
        statistics = new ParameterSet(manager);
        for (Condition.Group group : spec.condition().groups()) {
            int size = group.labels().size() * group.codeSize();
            parameters.add(
                    GeneratorWeights.codesName(group.name()),
                    normal(random, size, 1),
                    group.labels().size(),
                    group.codeSize());
        }
        int codeSize = spec.condition().codeSize();
        for (int i = 0; i < spec.layers().size(); i++) {
            Layer layer = spec.layers().get(i);
            long inputs = layer.weightInputs(codeSize);
            long outputs = layer.outputs();
            long[] shape =
                    threeByThree(layer)
                            ? new long[] {outputs, inputs, 3, 3}
                            : toLong(layer.weightShape(codeSize));
            int size = Math.toIntExact(new Shape(shape).size());
            parameters.add(
                    GeneratorWeights.weightName(i), normal(random, size, INITIAL_DEVIATION), shape);
            if (normalised(i)) {
                int n = layer.outputs();
                parameters.add(gammaName(i), filled(n, 1), n);
                parameters.add(betaName(i), new float[n], n);
                statistics.add(meanName(i), new float[n], n);
                statistics.add(varianceName(i), filled(n, 1), n);
            } else {
                parameters.add(
                        GeneratorWeights.biasName(i), new float[layer.outputs()], layer.outputs());
            }
        }
    }

    /**
     * Makes pictures.
     *
     * @param noise {@code [n][latentSize][rows][columns]}
     * @param labels one-hot {@code [n][labels]} per group; one label for the whole picture
     * @param training true to use the batch's own statistics (and to update the running ones)
     * @return {@code [n][channels][height][width]} in [-1, 1], attached to the noise's manager
     */
    public NDArray forward(NDArray noise, List<NDArray> labels, boolean training) {
        NDArray code = code(labels);
        NDArray x = noise;
        for (int i = 0; i < spec.layers().size(); i++) {
            Layer layer = spec.layers().get(i);
            if (layer.inject() && code != null) {
                Shape s = x.getShape();
                NDArray plane =
                        code.broadcast(
                                new Shape(s.get(0), code.getShape().get(1), s.get(2), s.get(3)));
                x = x.concat(plane, 1);
            }
            x = linear(layer, x, parameters.get(GeneratorWeights.weightName(i)));
            if (normalised(i)) {
                x =
                        BatchNorm.batchNorm(
                                        x,
                                        statistics.get(meanName(i)),
                                        statistics.get(varianceName(i)),
                                        parameters.get(gammaName(i)),
                                        parameters.get(betaName(i)),
                                        1,
                                        BATCH_NORM_MOMENTUM,
                                        BATCH_NORM_EPSILON,
                                        training)
                                .singletonOrThrow();
            } else {
                NDArray bias = parameters.get(GeneratorWeights.biasName(i));
                x = x.add(view(bias, x.getManager(), 1, layer.outputs(), 1, 1));
            }
            x = activate(layer, x);
        }
        return x;
    }

    private NDArray code(List<NDArray> labels) {
        NDList parts = new NDList();
        for (int g = 0; g < labels.size(); g++) {
            String name = spec.condition().groups().get(g).name();
            parts.add(labels.get(g).matMul(parameters.get(GeneratorWeights.codesName(name))));
        }
        if (parts.isEmpty()) {
            return null;
        }
        // DJL's concat of a single array is cut off from the graph.
        NDArray code = parts.size() == 1 ? parts.head() : NDArrays.concat(parts, 1);
        return code.reshape(code.getShape().get(0), code.getShape().get(1), 1, 1);
    }

    private NDArray linear(Layer layer, NDArray x, NDArray weight) {
        if (layer instanceof Layer.Dense dense) {
            long n = x.getShape().get(0);
            NDArray flat = x.reshape(n, x.getShape().get(1));
            NDArray matrix = view(weight, x.getManager(), weight.getShape().get(0), -1);
            return flat.matMul(matrix).reshape(n, dense.outputs(), dense.height(), dense.width());
        }
        if (layer instanceof Layer.Conv3x3) {
            return Conv2d.conv2d(x, weight, null, new Shape(1, 1), new Shape(1, 1))
                    .singletonOrThrow();
        }
        return upsampling == Upsampling.RESIZE
                ? script.upResize(x, weight)
                : script.upTransposed(x, weight);
    }

    /**
     * A parameter in another shape, owned by the step: else it would live as long as the parameter.
     */
    private static NDArray view(NDArray parameter, NDManager step, long... shape) {
        NDArray view = parameter.reshape(shape);
        view.attach(step);
        return view;
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
     * @return weights, batch norm's gamma and beta, the last bias, the label codes
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
        return upsampling;
    }

    boolean normalised(int layer) {
        return layer < spec.layers().size() - 1;
    }

    private boolean threeByThree(Layer layer) {
        return layer instanceof Layer.UpConv && upsampling == Upsampling.RESIZE;
    }

    static String gammaName(int layer) {
        return "layers." + layer + ".gamma";
    }

    static String betaName(int layer) {
        return "layers." + layer + ".beta";
    }

    static String meanName(int layer) {
        return "layers." + layer + ".mean";
    }

    static String varianceName(int layer) {
        return "layers." + layer + ".variance";
    }

    static float[] normal(RandomStream random, int size, double deviation) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }

    private static float[] filled(int size, float value) {
        float[] values = new float[size];
        java.util.Arrays.fill(values, value);
        return values;
    }

    private static long[] toLong(int[] shape) {
        return java.util.Arrays.stream(shape).asLongStream().toArray();
    }
}
