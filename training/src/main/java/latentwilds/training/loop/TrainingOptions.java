package latentwilds.training.loop;

import static latentwilds.training.loop.Requirement.positive;
import static latentwilds.training.loop.Requirement.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import latentwilds.model.Activation;
import latentwilds.model.GeneratorSpec;
import latentwilds.training.loss.Objective;
import latentwilds.training.net.DiscriminatorSpec;
import latentwilds.training.net.Initialisation;
import latentwilds.training.net.Upsampling;

/**
 * Everything that decides a training. A configuration file states only what differs from {@link
 * #DEFAULTS}; a run writes the whole record before its first step.
 *
 * @param kind what is made: {@code terrain}, {@code monsters}, {@code faces}, or a new kind
 * @param size side in pixels of the pictures that the discriminator sees
 * @param channels 3 (RGB) or 4 (RGBA)
 * @param generator its architecture
 * @param discriminator its architecture
 * @param loss what they are asked to do
 * @param augment what pictures go through before they are judged
 * @param optimiser how they are stepped
 * @param watch who looks after the run
 * @param initFrom a run's folder, checkpoint or model whose weights are taken over where they fit;
 *     empty for none
 * @param precision of convolutions; weights, sums and the rest are single precision
 * @param batch pictures per step
 * @param images real pictures to show the discriminator before the run ends
 * @param seed of weights, latents and data order
 * @param threads of libtorch
 * @param tickImages pictures between lines of {@code stats.jsonl}
 * @param snapshotImages pictures between sample grids and checkpoints
 * @param keepCheckpoints how many of the last checkpoints are kept
 */
public record TrainingOptions(
        String kind,
        int size,
        int channels,
        GeneratorOptions generator,
        DiscriminatorOptions discriminator,
        LossOptions loss,
        AugmentOptions augment,
        OptimiserOptions optimiser,
        WatchOptions watch,
        String initFrom,
        Precision precision,
        int batch,
        long images,
        long seed,
        int threads,
        long tickImages,
        long snapshotImages,
        int keepCheckpoints) {

    /** Number format of convolutions while training. */
    public enum Precision {
        /** Single precision. */
        @JsonProperty("fp32")
        FP32,
        /** bfloat16 inputs, single-precision sums; penalties stay in single precision. */
        @JsonProperty("bf16")
        BF16
    }

    /** A 32 px sprite generator: the one place where defaults are stated. */
    public static final TrainingOptions DEFAULTS =
            new TrainingOptions(
                    "monsters",
                    32,
                    4,
                    new GeneratorOptions(
                            false,
                            64,
                            0,
                            0,
                            List.of(),
                            Map.of(),
                            false,
                            List.of(),
                            4,
                            List.of(192, 96, 64),
                            false,
                            0,
                            Activation.RELU,
                            true,
                            0,
                            Upsampling.TRANSPOSED,
                            Initialisation.NORMAL),
                    new DiscriminatorOptions(
                            List.of(),
                            32,
                            List.of(64, 128, 192),
                            false,
                            DiscriminatorSpec.Head.DENSE,
                            true,
                            false,
                            false,
                            0,
                            Initialisation.HE,
                            0,
                            0),
                    new LossOptions(Objective.BCE, true, 0, 0, 0, 0.05, 0, 16, 0, 0, 0, 0),
                    new AugmentOptions(
                            true,
                            0.125,
                            false,
                            0,
                            new AugmentOptions.Range(0.8, 1.2),
                            0,
                            1,
                            false,
                            0.6,
                            100_000),
                    new OptimiserOptions(
                            2e-4, 2e-4, 0.5, 0.99, 1, 0, Schedule.LINEAR, 0.7, 0.1, 0, 0.998, 0, 0),
                    new WatchOptions(WatchOptions.Mode.WARN, 0, 0),
                    "",
                    Precision.FP32,
                    32,
                    400_000,
                    0,
                    1,
                    3_200,
                    32_000,
                    2);

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException naming the option, what was expected and what was found
     */
    public TrainingOptions {
        require(kind != null && kind.matches("[a-z][a-z0-9-]*"), "kind", "a word", kind);
        require(channels == 3 || channels == 4, "channels", "3 or 4", channels);
        positive("size", size);
        require(
                loss.between() == 0
                        || generator.spatial() && channels == 3 && !generator.codes().isEmpty(),
                "loss.between",
                "0, unless generator.spatial is true, generator.codes names labels and channels is"
                        + " 3",
                loss.between());
        require(
                generator.spatial() || loss.evenness() == 0,
                "loss.evenness",
                "0, since generator.spatial is false",
                loss.evenness());
        require(
                loss.classifier() == 0 || !generator.codes().isEmpty(),
                "loss.classifier",
                "0, since generator.codes names no labels",
                loss.classifier());
        require(
                generator.spatial() || !generator.mlp().isEmpty() || generator.side() == size,
                "size",
                generator.side() + " (from generator.start and generator.widths)",
                size);
        require(
                generator.regionSpread() > 0 == discriminator.textures() > 0,
                "discriminator.textures",
                generator.regionSpread() > 0
                        ? "more than 0, since generator.regionSpread gives textures places"
                        : "0, since generator.regionSpread is 0",
                discriminator.textures());
        int judged = 4 << discriminator.widths().size();
        require(
                !discriminator.mlp().isEmpty() || judged == size,
                "size",
                judged + " (from discriminator.widths)",
                size);
        require(
                !(discriminator.batchNorm() && loss.differentiatesPictures()),
                "discriminator.batchNorm",
                "false with a gradient penalty (a picture's slope would depend on its batch)",
                true);
        require(initFrom != null, "initFrom", "a path, if an empty one", "null");
        require(precision != null, "precision", "fp32 or bf16", "none");
        require(batch > 1, "batch", "at least 2", batch);
        positive("images", images);
        positive("threads", threads);
        positive("tickImages", tickImages);
        positive("snapshotImages", snapshotImages);
        positive("keepCheckpoints", keepCheckpoints);
    }

    /**
     * How far the run is.
     *
     * @param step index of a step
     * @return 0 at the first, 1 when all images were seen
     */
    double progress(long step) {
        return (double) step * batch / images;
    }

    /**
     * How much labels count at a step.
     *
     * @param step its index
     * @return 0 (both networks do not hear of them) to 1
     */
    public double labelWeight(long step) {
        return optimiser.labelWeight(progress(step));
    }

    /**
     * The generator that these options make.
     *
     * @param labels label group to label names, from the data set
     * @param hash of these options, for the model file
     * @return the spec
     */
    public GeneratorSpec generatorSpec(Map<String, List<String>> labels, String hash) {
        return Architectures.generator(this, labels, hash);
    }

    /**
     * The discriminator that these options make.
     *
     * @param textures how many training textures it may be told of
     * @return its architecture
     */
    public DiscriminatorSpec discriminatorSpec(int textures) {
        return Architectures.discriminator(this, textures);
    }
}
