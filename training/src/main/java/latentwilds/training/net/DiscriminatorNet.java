package latentwilds.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import java.util.List;
import latentwilds.model.Condition;
import latentwilds.seed.RandomStream;

/**
 * The critic: strided 4 x 4 convolutions with leaky ReLU down to 4 x 4, no normalisation (a
 * gradient penalty needs none). Labels enter by projection (Miyato and Koyama 2018): the inner
 * product of pooled features with the label's vector is added to the logit. With {@code diversity},
 * the batch's own standard deviation is one more channel before the head (Karras et al. 2018), so
 * that sameness shows.
 *
 * <p>Shapes: pictures {@code [n][channels][size][size]} in [-1, 1], logits {@code [n]}.
 */
public final class DiscriminatorNet {
    /**
     * The architecture.
     *
     * @param size picture side in pixels: 4 times a power of two
     * @param channels 3 or 4
     * @param stem channels of a first 3 x 3 convolution at full size; 0 for none
     * @param widths channels after each strided convolution; their number takes {@code size} to 4
     * @param head what turns the last features into a logit
     * @param diversity whether the batch's standard deviation is shown to the head
     */
    public record Spec(
            int size, int channels, int stem, List<Integer> widths, Head head, boolean diversity) {
        /** Copies the list and checks that the strides fit the size. */
        public Spec {
            widths = List.copyOf(widths);
            if (size >> widths.size() != 4 || 4 << widths.size() != size) {
                throw new IllegalArgumentException(
                        "Discriminator: %d strided layers take %d px to %s, expected 4 px"
                                .formatted(
                                        widths.size(), size, size / (double) (1 << widths.size())));
            }
        }
    }

    /** How features become a logit. */
    public enum Head {
        /** One matrix over the 4 x 4 features: knows where things are. */
        DENSE,
        /** A 3 x 3 convolution, averaged: judges texture wherever it is. */
        PATCH
    }

    private static final float SLOPE = 0.2f;
    private static final float DIVERSITY_EPSILON = 1e-8f;

    private final Spec spec;
    private final Condition condition;
    private final ParameterSet parameters;

    /**
     * Makes an untrained discriminator; weights are normal, scaled by He's rule for the leaky
     * slope.
     *
     * @param manager owns the parameters
     * @param spec the architecture
     * @param condition the label groups
     * @param random source of the initial weights
     */
    public DiscriminatorNet(
            NDManager manager, Spec spec, Condition condition, RandomStream random) {
        this.spec = spec;
        this.condition = condition;
        parameters = new ParameterSet(manager);
        int channels = spec.channels();
        if (spec.stem() > 0) {
            convolution("stem", spec.stem(), channels, 3, random);
            channels = spec.stem();
        }
        for (int i = 0; i < spec.widths().size(); i++) {
            convolution("layers." + i, spec.widths().get(i), channels, 4, random);
            channels = spec.widths().get(i);
        }
        for (Condition.Group group : condition.groups()) {
            int labels = group.labels().size();
            parameters.add(
                    "projection." + group.name(),
                    GeneratorNet.normal(random, labels * channels, 0.05),
                    labels,
                    channels);
        }
        int headChannels = channels + (spec.diversity() ? 1 : 0);
        if (spec.head() == Head.DENSE) {
            int inputs = headChannels * 16;
            parameters.add(
                    "head.weight",
                    GeneratorNet.normal(random, inputs, Math.sqrt(1.0 / inputs)),
                    inputs,
                    1);
            parameters.add("head.bias", new float[1], 1);
        } else {
            convolution("head", 1, headChannels, 3, random);
        }
    }

    private void convolution(
            String name, int outputs, int inputs, int kernel, RandomStream random) {
        int size = outputs * inputs * kernel * kernel;
        double deviation = Math.sqrt(2 / (1 + SLOPE * SLOPE) / (inputs * kernel * kernel));
        parameters.add(
                name + ".weight",
                GeneratorNet.normal(random, size, deviation),
                outputs,
                inputs,
                kernel,
                kernel);
        parameters.add(name + ".bias", new float[outputs], outputs);
    }

    /**
     * Judges pictures.
     *
     * @param pictures {@code [n][channels][size][size]} in [-1, 1]
     * @param labels one-hot {@code [n][labels]} per group
     * @return logits {@code [n]}: high for real
     */
    public NDArray forward(NDArray pictures, List<NDArray> labels) {
        NDArray x = pictures;
        if (spec.stem() > 0) {
            x = Activation.leakyRelu(convolve("stem", x, 1), SLOPE);
        }
        for (int i = 0; i < spec.widths().size(); i++) {
            x = Activation.leakyRelu(convolve("layers." + i, x, 2), SLOPE);
        }
        long n = x.getShape().get(0);
        NDArray features = x;
        if (spec.diversity()) {
            x = x.concat(deviation(x), 1);
        }
        NDArray logits =
                spec.head() == Head.DENSE
                        ? x.reshape(n, -1)
                                .matMul(parameters.get("head.weight"))
                                .add(parameters.get("head.bias"))
                                .reshape(n)
                        : convolve("head", x, 1).reshape(n, -1).mean(new int[] {1});
        if (!condition.groups().isEmpty()) {
            // DJL's mean takes one axis on PyTorch.
            NDArray pooled =
                    features.reshape(n, features.getShape().get(1), -1).mean(new int[] {2});
            for (int g = 0; g < labels.size(); g++) {
                String name = "projection." + condition.groups().get(g).name();
                NDArray vector = labels.get(g).matMul(parameters.get(name));
                logits = logits.add(pooled.mul(vector).sum(new int[] {1}));
            }
        }
        return logits;
    }

    /** One number for the whole batch, as a plane: the mean standard deviation of its features. */
    private static NDArray deviation(NDArray x) {
        NDArray centred = x.sub(x.mean(new int[] {0}, true));
        NDArray deviation =
                centred.square().mean(new int[] {0}).add(DIVERSITY_EPSILON).sqrt().mean();
        Shape s = x.getShape();
        return deviation.reshape(1, 1, 1, 1).broadcast(new Shape(s.get(0), 1, s.get(2), s.get(3)));
    }

    private NDArray convolve(String name, NDArray x, int stride) {
        return Conv2d.conv2d(
                        x,
                        parameters.get(name + ".weight"),
                        parameters.get(name + ".bias"),
                        new Shape(stride, stride),
                        new Shape(1, 1))
                .singletonOrThrow();
    }

    /**
     * What is trained.
     *
     * @return all weights
     */
    public ParameterSet parameters() {
        return parameters;
    }
}
