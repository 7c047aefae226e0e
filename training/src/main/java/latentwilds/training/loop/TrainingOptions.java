package latentwilds.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.Layer;
import latentwilds.training.net.DiscriminatorNet;
import latentwilds.training.net.Upsampling;

/**
 * Everything that decides a training. A configuration file states only what differs from {@link
 * #DEFAULTS}; a run writes the whole record before its first step.
 *
 * @param kind what is made: {@code terrain}, {@code monsters}, {@code faces}, or a new kind
 * @param spatial true for a generator on a grid of cells (ground), false for one latent per picture
 * @param size side in pixels of the pictures that the discriminator sees
 * @param channels 3 (RGB) or 4 (RGBA)
 * @param latentSize noise numbers per latent (per cell when spatial)
 * @param codes label group to length of its learned code; empty for an unconditional generator
 * @param generatorWidths channels after each hidden layer, first to last; the picture layer follows
 * @param generatorActivation after hidden layers
 * @param upsampling parameterisation of the up-sampling kernels
 * @param discriminatorStem channels of a first full-size convolution, 0 for none
 * @param discriminatorWidths channels after each strided convolution, down to 4 x 4
 * @param discriminatorHead {@code DENSE} for things in a frame, {@code PATCH} for texture
 * @param diversity whether the discriminator sees the batch's standard deviation
 * @param batch pictures per step
 * @param images real pictures to show the discriminator before the run ends
 * @param learningRateG generator's step size
 * @param learningRateD discriminator's step size
 * @param decayFrom fraction of the run after which both rates fall linearly to a tenth; 1 for never
 * @param beta1 Adam's decay of the mean
 * @param beta2 Adam's decay of the variance
 * @param r1Gamma weight of the gradient penalty on real pictures
 * @param r2Gamma weight of the gradient penalty on fake pictures
 * @param penaltyInterval steps between penalties; the weight is scaled up to match
 * @param mirror whether real pictures are mirrored at random
 * @param translation augmentation: largest shift, fraction of the side
 * @param cutout augmentation: blanked square, fraction of the side
 * @param brightness augmentation: colour times 1 +- this
 * @param emaDecay how much of the averaged generator stays at each step
 * @param seed of weights, latents and data order
 * @param threads of libtorch
 * @param tickImages pictures between lines of {@code stats.jsonl}
 * @param snapshotImages pictures between sample grids and checkpoints
 */
public record TrainingOptions(
        String kind,
        boolean spatial,
        int size,
        int channels,
        int latentSize,
        Map<String, Integer> codes,
        List<Integer> generatorWidths,
        Activation generatorActivation,
        Upsampling upsampling,
        int discriminatorStem,
        List<Integer> discriminatorWidths,
        DiscriminatorNet.Head discriminatorHead,
        boolean diversity,
        int batch,
        long images,
        double learningRateG,
        double learningRateD,
        double decayFrom,
        double beta1,
        double beta2,
        double r1Gamma,
        double r2Gamma,
        int penaltyInterval,
        boolean mirror,
        double translation,
        double cutout,
        double brightness,
        double emaDecay,
        long seed,
        int threads,
        long tickImages,
        long snapshotImages) {

    /** A 32 px sprite generator: the one place where defaults are stated. */
    public static final TrainingOptions DEFAULTS =
            new TrainingOptions(
                    "monsters",
                    false,
                    32,
                    4,
                    64,
                    Map.of(),
                    List.of(192, 96, 48),
                    Activation.RELU,
                    Upsampling.TRANSPOSED,
                    24,
                    List.of(48, 96, 192),
                    DiscriminatorNet.Head.DENSE,
                    true,
                    32,
                    400_000,
                    2e-4,
                    2e-4,
                    0.7,
                    0.5,
                    0.99,
                    0.05,
                    0,
                    16,
                    true,
                    0.125,
                    0,
                    0.2,
                    0.998,
                    0,
                    1,
                    3_200,
                    32_000);

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException naming the option, what was expected and what was found
     */
    public TrainingOptions {
        codes = new TreeMap<>(codes);
        generatorWidths = List.copyOf(generatorWidths);
        discriminatorWidths = List.copyOf(discriminatorWidths);
        require(kind != null && kind.matches("[a-z][a-z0-9-]*"), "kind", "a word", kind);
        require(channels == 3 || channels == 4, "channels", "3 or 4", channels);
        require(latentSize > 0, "latentSize", "a positive number", latentSize);
        require(!generatorWidths.isEmpty(), "generatorWidths", "at least one", generatorWidths);
        for (int width : generatorWidths) {
            require(width > 0, "generatorWidths", "positive numbers", generatorWidths);
        }
        for (int codeSize : codes.values()) {
            require(codeSize > 0, "codes", "positive code lengths", codes);
        }
        require(generatorActivation != Activation.TANH, "generatorActivation", "not tanh", "tanh");
        int made = 4 << generatorWidths.size();
        require(spatial || made == size, "size", made + " (from generatorWidths)", size);
        require(
                4 << discriminatorWidths.size() == size,
                "size",
                (4 << discriminatorWidths.size()) + " (from discriminatorWidths)",
                size);
        require(discriminatorStem >= 0, "discriminatorStem", "0 or more", discriminatorStem);
        require(batch > 1, "batch", "at least 2", batch);
        require(images > 0, "images", "a positive number", images);
        require(learningRateG > 0, "learningRateG", "a positive number", learningRateG);
        require(learningRateD > 0, "learningRateD", "a positive number", learningRateD);
        requireFraction("decayFrom", decayFrom);
        requireFraction("beta1", beta1);
        requireFraction("beta2", beta2);
        require(r1Gamma >= 0, "r1Gamma", "0 or more", r1Gamma);
        require(r2Gamma >= 0, "r2Gamma", "0 or more", r2Gamma);
        require(penaltyInterval > 0, "penaltyInterval", "at least 1", penaltyInterval);
        requireFraction("translation", translation);
        requireFraction("cutout", cutout);
        requireFraction("brightness", brightness);
        requireFraction("emaDecay", emaDecay);
        require(threads > 0, "threads", "at least 1", threads);
        require(tickImages > 0, "tickImages", "a positive number", tickImages);
        require(snapshotImages > 0, "snapshotImages", "a positive number", snapshotImages);
    }

    private static void require(boolean ok, String option, Object expected, Object found) {
        if (!ok) {
            throw new IllegalArgumentException(
                    "Option '%s': expected %s, found %s".formatted(option, expected, found));
        }
    }

    private static void requireFraction(String option, double value) {
        require(value >= 0 && value <= 1, option, "0 to 1", value);
    }

    /**
     * The generator that these options make.
     *
     * @param labels label group to label names, from the data set
     * @param hash of these options, for the model file
     * @return the spec
     */
    public GeneratorSpec generatorSpec(Map<String, List<String>> labels, String hash) {
        List<Condition.Group> groups = new ArrayList<>();
        codes.forEach(
                (group, codeSize) -> {
                    List<String> names = labels.get(group);
                    require(
                            names != null,
                            "codes",
                            "one of the data set's groups " + labels.keySet(),
                            group);
                    groups.add(new Condition.Group(group, names, codeSize));
                });
        boolean inject = !groups.isEmpty();
        List<Layer> layers = new ArrayList<>();
        int before = latentSize;
        for (int i = 0; i <= generatorWidths.size(); i++) {
            boolean last = i == generatorWidths.size();
            int outputs = last ? channels : generatorWidths.get(i);
            Activation activation = last ? Activation.TANH : generatorActivation;
            layers.add(
                    i == 0 && !spatial
                            ? new Layer.Dense(before, outputs, 4, 4, activation, inject)
                            : new Layer.UpConv(before, outputs, activation, inject));
            before = outputs;
        }
        return new GeneratorSpec(kind, latentSize, new Condition(groups), layers, channels, hash);
    }

    /**
     * The discriminator that these options make.
     *
     * @return its architecture
     */
    public DiscriminatorNet.Spec discriminatorSpec() {
        return new DiscriminatorNet.Spec(
                size,
                channels,
                discriminatorStem,
                discriminatorWidths,
                discriminatorHead,
                diversity);
    }
}
