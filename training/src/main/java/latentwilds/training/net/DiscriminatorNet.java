package latentwilds.training.net;

import static latentwilds.training.net.Shapes.instead;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import latentwilds.model.Condition;
import latentwilds.seed.RandomStream;

/**
 * The critic: strided 4 x 4 convolutions with leaky ReLU down to 4 x 4, or dense layers. Labels
 * enter by projection (Miyato and Koyama 2018): the inner product of pooled features with the
 * label's vector is added to the logit. With {@code diversity}, the batch's own standard deviation
 * is one more channel before the head (Karras et al. 2018), so that sameness shows.
 *
 * <p>Shapes: pictures {@code [n][channels][size][size]} in [-1, 1], logits {@code [n]}. Layers are
 * named by the side of what they make ({@code to16}), so that those of another resolution fit.
 */
public final class DiscriminatorNet {
    /** A hidden layer. */
    private record Hidden(String name, Convolution convolution, boolean normalised) {}

    private static final float DIVERSITY_EPSILON = 1e-8f;
    private static final int LAST_SIDE = 4;

    /** The table of training textures: one row each, {@code [textures][features]}. */
    public static final String TEXTURES = "projection.textures";

    private final Convolutions convolutions;
    private final DiscriminatorSpec spec;
    private final Condition condition;
    private final ParameterSet parameters;
    private final ParameterSet statistics;
    private final SpectralNorm spectral;
    private final RandomStream random;
    private final List<Hidden> hidden = new ArrayList<>();

    /**
     * Makes an untrained discriminator.
     *
     * @param manager owns the parameters
     * @param convolutions not owned
     * @param spec the architecture
     * @param condition the label groups
     * @param random source of the initial weights
     */
    public DiscriminatorNet(
            NDManager manager,
            Convolutions convolutions,
            DiscriminatorSpec spec,
            Condition condition,
            RandomStream random) {
        this.convolutions = convolutions;
        this.spec = spec;
        this.condition = condition;
        this.random = random;
        parameters = new ParameterSet(manager);
        statistics = new ParameterSet(manager);
        spectral = new SpectralNorm(manager);
        int features = spec.mlp().isEmpty() ? addConvolutions() : addPerceptron();
        for (Condition.Group group : condition.groups()) {
            int labels = group.labels().size();
            parameters.add(
                    "projection." + group.name(),
                    Initialisation.normal(random, labels * features, 0.05),
                    labels,
                    features);
        }
        if (spec.textures() > 0) {
            // To begin with, it knows none of them.
            parameters.add(
                    TEXTURES, new float[spec.textures() * features], spec.textures(), features);
        }
        addHead(features);
        if (spec.classifier()) {
            addClassifier(features);
        }
    }

    private int addConvolutions() {
        int channels = spec.channels();
        int side = spec.size();
        if (spec.stem() > 0) {
            addConvolution("stem", Convolution.SAME, channels, spec.stem(), side);
            channels = spec.stem();
        }
        for (int width : spec.widths()) {
            addConvolution("to" + side / 2, Convolution.HALVE, channels, width, side);
            side /= 2;
            if (spec.doubled()) {
                addConvolution("at" + side, Convolution.SAME, width, width, side);
            }
            channels = width;
        }
        return channels;
    }

    private void addConvolution(
            String name, Convolution convolution, int inputs, int outputs, int side) {
        Hidden layer = new Hidden(name, convolution, spec.batchNorm() && !hidden.isEmpty());
        long[] shape = convolution.weightShape(inputs, outputs);
        long taps = shape[2] * shape[3];
        addWeight(name, inputs * taps, outputs * taps, shape);
        addBias(layer, outputs);
        convolutions.prepare(convolution, inputs, outputs, side);
        hidden.add(layer);
    }

    private int addPerceptron() {
        int inputs = spec.channels() * spec.size() * spec.size();
        for (int width : spec.mlp()) {
            Hidden layer =
                    new Hidden(
                            "dense" + hidden.size(), null, spec.batchNorm() && !hidden.isEmpty());
            addWeight(layer.name, inputs, width, width, inputs);
            addBias(layer, width);
            hidden.add(layer);
            inputs = width;
        }
        return inputs;
    }

    private void addBias(Hidden layer, int outputs) {
        if (layer.normalised) {
            Shapes.addBatchNorm(parameters, statistics, layer.name, outputs);
        } else {
            parameters.add(layer.name + ".bias", new float[outputs], outputs);
        }
    }

    private void addClassifier(int features) {
        for (Condition.Group group : condition.groups()) {
            int labels = group.labels().size();
            addWeight(classifier(group), features, labels, labels, features);
            parameters.add(classifier(group) + ".bias", new float[labels], labels);
        }
    }

    private void addHead(int features) {
        int channels = features + (spec.diversity() && spec.mlp().isEmpty() ? 1 : 0);
        if (spec.mlp().isEmpty() && spec.head() == DiscriminatorSpec.Head.PATCH) {
            addWeight("head", channels * 9L, 9, 1, channels, 3, 3);
            convolutions.prepare(Convolution.SAME, channels, 1, LAST_SIDE);
        } else {
            int inputs = spec.mlp().isEmpty() ? channels * LAST_SIDE * LAST_SIDE : channels;
            addWeight("head", inputs, 1, 1, inputs);
        }
        parameters.add("head.bias", new float[1], 1);
    }

    private void addWeight(String name, long fanIn, long fanOut, long... shape) {
        int size = Math.toIntExact(new Shape(shape).size());
        // A logit has no leaky slope in front of it: He's rule without the 2.
        float[] values =
                name.equals("head") && spec.initialisation() == Initialisation.HE
                        ? Initialisation.normal(random, size, Math.sqrt(1.0 / fanIn))
                        : spec.initialisation().draw(random, size, fanIn, fanOut);
        parameters.add(name + ".weight", values, shape);
        if (spec.spectralNorm()) {
            spectral.add(name, (int) shape[0], random);
        }
    }

    /**
     * Judges pictures.
     *
     * @param pictures {@code [n][channels][size][size]} in [-1, 1]
     * @param labels one-hot {@code [n][labels]} per group, and after these of training textures, if
     *     they are told
     * @param mode what the logits are for
     * @return logits {@code [n]}: high for real
     */
    public NDArray forward(NDArray pictures, List<NDArray> labels, Mode mode) {
        return forward(pictures, labels, mode, FeatureTap.NONE);
    }

    /** What a pass through the discriminator is for. */
    public enum Mode {
        /** Its own step: dropout, running statistics and spectral norm move on. */
        LEARN,
        /** The same with slopes asked for: single precision. */
        LEARN_SLOPES,
        /** Another's step, or a look: nothing of its own moves but dropout. */
        JUDGE
    }

    /**
     * Judges pictures and shows what it computes on the way.
     *
     * @param pictures {@code [n][channels][size][size]} in [-1, 1]
     * @param labels one-hot {@code [n][labels]} per group
     * @param mode what the logits are for
     * @param tap sees every hidden layer's result by name
     * @return logits {@code [n]}: high for real
     */
    public NDArray forward(NDArray pictures, List<NDArray> labels, Mode mode, FeatureTap tap) {
        long n = pictures.getShape().get(0);
        NDArray x = spec.mlp().isEmpty() ? pictures : pictures.reshape(n, -1);
        for (Hidden layer : hidden) {
            NDArray weight = weight(layer.name, x.getManager(), mode);
            x =
                    instead(
                            x,
                            layer.convolution == null
                                    ? x.matMul(Shapes.transposed(weight, x.getManager()))
                                    : convolutions.apply(
                                            layer.convolution,
                                            x,
                                            weight,
                                            mode == Mode.LEARN_SLOPES),
                            pictures);
            x =
                    instead(
                            x,
                            layer.normalised
                                    ? Shapes.batchNorm(x, parameters, statistics, layer.name, true)
                                    : Shapes.addBias(x, parameters.get(layer.name + ".bias")),
                            pictures);
            x = instead(x, convolutions.script().leakyReluInPlace(x), pictures);
            x = instead(x, Shapes.dropout(x, spec.dropout()), pictures);
            tap.see(layer.name, x);
        }
        NDArray features = spec.mlp().isEmpty() ? convolutions.single(x) : x;
        return project(features, labels, logits(features, mode));
    }

    private NDArray logits(NDArray features, Mode mode) {
        long n = features.getShape().get(0);
        NDArray x = features;
        if (spec.diversity() && spec.mlp().isEmpty()) {
            x = x.concat(deviation(x), 1);
        }
        NDArray weight = weight("head", x.getManager(), mode);
        NDArray logits =
                weight.getShape().dimension() == 2
                        ? x.reshape(n, -1).matMul(Shapes.transposed(weight, x.getManager()))
                        : convolutions
                                .apply(Convolution.SAME, x, weight, true)
                                .reshape(n, -1)
                                .mean(new int[] {1});
        return logits.reshape(n).add(parameters.get("head.bias"));
    }

    /**
     * Guesses labels from features; for a discriminator with a classifier.
     *
     * @param features of {@link #lastLayer}, as shown to a {@link FeatureTap}
     * @return logits {@code [n][labels]} per group
     */
    public List<NDArray> guesses(NDArray features) {
        NDArray pooled = pooled(spec.mlp().isEmpty() ? convolutions.single(features) : features);
        return condition.groups().stream().map(group -> guess(pooled, classifier(group))).toList();
    }

    private NDArray guess(NDArray pooled, String name) {
        NDArray weight = parameters.get(name + ".weight");
        return pooled.matMul(Shapes.transposed(weight, pooled.getManager()))
                .add(parameters.get(name + ".bias"));
    }

    /**
     * The layer whose result is judged.
     *
     * @return its name
     */
    public String lastLayer() {
        return hidden.get(hidden.size() - 1).name;
    }

    private static String classifier(Condition.Group group) {
        return "classifier." + group.name();
    }

    private static NDArray pooled(NDArray features) {
        // DJL's mean takes one axis on PyTorch.
        return features.reshape(features.getShape().get(0), features.getShape().get(1), -1)
                .mean(new int[] {2});
    }

    private NDArray project(NDArray features, List<NDArray> labels, NDArray logits) {
        if (labels.isEmpty()) {
            return logits;
        }
        NDArray pooled = pooled(features);
        NDArray sum = logits;
        for (int g = 0; g < labels.size(); g++) {
            NDArray vector = labels.get(g).matMul(parameters.get(table(g)));
            sum = sum.add(pooled.mul(vector).sum(new int[] {1}));
        }
        return sum;
    }

    private String table(int group) {
        return group < condition.groups().size()
                ? "projection." + condition.groups().get(group).name()
                : TEXTURES;
    }

    private NDArray weight(String name, NDManager step, Mode mode) {
        NDArray weight = parameters.get(name + ".weight");
        return spec.spectralNorm()
                ? spectral.apply(name, weight, step, mode != Mode.JUDGE)
                : weight;
    }

    /** One number for the whole batch, as a plane: the mean standard deviation of its features. */
    private static NDArray deviation(NDArray x) {
        NDArray centred = x.sub(x.mean(new int[] {0}, true));
        NDArray deviation =
                centred.square().mean(new int[] {0}).add(DIVERSITY_EPSILON).sqrt().mean();
        Shape s = x.getShape();
        return deviation.reshape(1, 1, 1, 1).broadcast(new Shape(s.get(0), 1, s.get(2), s.get(3)));
    }

    /**
     * What is trained.
     *
     * @return all weights, frozen ones too
     */
    public ParameterSet parameters() {
        return parameters;
    }

    /**
     * Names of the arrays that keep their values: of the layers nearest to the picture.
     *
     * @return none unless frozen layers were asked for
     */
    public List<String> frozen() {
        List<String> names = new ArrayList<>();
        for (Hidden layer : hidden.subList(0, Math.min(spec.frozen(), hidden.size()))) {
            parameters.names().stream()
                    .filter(n -> n.startsWith(layer.name + "."))
                    .forEach(names::add);
        }
        return names;
    }

    /**
     * Batch norm's running statistics; kept, though the discriminator always judges by the batch.
     *
     * @return arrays that training updates on the side
     */
    public ParameterSet statistics() {
        return statistics;
    }

    /**
     * Vectors of the power iteration, for spectral norm.
     *
     * @return arrays that training updates on the side
     */
    public ParameterSet spectralVectors() {
        return spectral.vectors();
    }
}
