package latentwilds.training.feature;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import latentwilds.latent.Latents;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Picture;
import latentwilds.training.loop.Checkpoint;
import latentwilds.training.loop.GeneratorOptions;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.net.Convolutions;
import latentwilds.training.net.DiscriminatorNet;
import latentwilds.training.net.DiscriminatorNet.Mode;
import latentwilds.training.net.FeatureTap;
import latentwilds.training.net.GeneratorNet;
import latentwilds.training.net.Labels;
import latentwilds.training.net.TorchScript;

/**
 * The two networks of a checkpoint, to be looked into: the averaged generator (the one that is
 * exported) and the discriminator, in single precision and without dropout. Used by one thread; the
 * owner closes it.
 *
 * <p>The discriminator judges a picture in a batch of the run's size, together with generated ones:
 * its batch norm and its look at the batch's deviation mean nothing for a picture alone.
 */
public final class FeatureReader implements AutoCloseable {
    private final TrainingOptions options;
    private final GeneratorSpec spec;
    private final NDManager manager;
    private final TorchScript script;
    private final GeneratorNet generator;
    private final DiscriminatorNet discriminator;
    private final GeneratorWeights snapshot;
    private final float labelWeight;

    /**
     * Puts the networks together.
     *
     * @param options of the run
     * @param spec the generator, from {@link TrainingOptions#generatorSpec}
     * @param checkpoint of the run
     * @param snapshot any of the run: knows where in region noise its labels were learned
     * @throws IllegalArgumentException naming an array that does not fit
     */
    public FeatureReader(
            TrainingOptions options,
            GeneratorSpec spec,
            Checkpoint checkpoint,
            GeneratorWeights snapshot) {
        this.options = options;
        this.spec = spec;
        this.snapshot = snapshot;
        labelWeight = (float) options.labelWeight(checkpoint.step());
        Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(options.threads());
        JniUtils.setGraphExecutorOptimize(false);
        manager = NDManager.newBaseManager("PyTorch");
        script = new TorchScript(manager);
        Convolutions convolutions = new Convolutions(manager, script, false);
        RandomStream unused = new RandomStream(0);
        GeneratorOptions g = options.generator();
        generator =
                new GeneratorNet(
                        manager,
                        convolutions,
                        spec,
                        new GeneratorNet.Training(
                                g.upsampling(), g.batchNorm(), 0, g.initialisation()),
                        unused);
        discriminator =
                new DiscriminatorNet(
                        manager,
                        convolutions,
                        options.discriminatorSpec(textures(checkpoint)).withoutDropout(),
                        spec.condition(),
                        unused);
        try {
            load(checkpoint);
        } catch (IllegalArgumentException e) {
            close();
            throw e;
        }
    }

    /** How many training textures the discriminator knows. */
    private static int textures(Checkpoint checkpoint) {
        int[] table = checkpoint.shapes().get("d." + DiscriminatorNet.TEXTURES);
        return table == null ? 0 : table[0];
    }

    private void load(Checkpoint checkpoint) {
        generator.parameters().load(checkpoint.part("ema."));
        // Older checkpoints have only those of the generator that is trained.
        Map<String, float[]> standing = checkpoint.part(Checkpoint.STANDING);
        generator.statistics().load(standing.isEmpty() ? checkpoint.part("stats.") : standing);
        discriminator.parameters().load(checkpoint.part("d."));
        discriminator.statistics().load(checkpoint.part("stats.d."));
        discriminator.spectralVectors().load(checkpoint.part("spectral.d."));
    }

    /**
     * Shows a picture to the discriminator.
     *
     * @param picture of the size and channels of the run
     * @param labels group to label, all groups
     * @return its maps and its verdict
     */
    public Features judge(Picture picture, Map<String, String> labels) {
        try (NDManager scratch = manager.newSubManager()) {
            Shape shape = new Shape(1, picture.channels(), picture.height(), picture.width());
            return judge(scratch.create(picture.values(), shape), labels, List.of());
        }
    }

    /**
     * Makes a picture and shows it to the discriminator. It is the picture that {@code ./train
     * sample} makes of the same seed and labels (for ground: of {@code size / cellPixels} cells).
     *
     * @param seed of the latents
     * @param labels group to label, all groups
     * @return maps of both networks
     */
    public Features make(long seed, Map<String, String> labels) {
        try (NDManager scratch = manager.newSubManager()) {
            List<FeatureMaps> maps = new ArrayList<>();
            NDArray noise = noise(scratch, seed, labels);
            maps.add(maps("latent", noise));
            NDArray whole =
                    generator.forward(
                            noise,
                            oneHot(scratch, labels, 1),
                            false,
                            (layer, x) -> maps.add(maps(layer, x)));
            return judge(cropped(whole), labels, maps);
        }
    }

    private Features judge(NDArray picture, Map<String, String> labels, List<FeatureMaps> made) {
        NDManager scratch = picture.getManager();
        NDArray pictures = picture;
        for (int i = 1; i < options.batch(); i++) {
            NDArray other =
                    generator.forward(
                            noise(scratch, -i, labels), oneHot(scratch, labels, 1), false);
            pictures = pictures.concat(cropped(other), 0);
        }
        List<FeatureMaps> maps = new ArrayList<>();
        FeatureTap tap = (layer, x) -> maps.add(maps(layer, x));
        float[] logits =
                discriminator
                        .forward(
                                pictures, oneHot(scratch, labels, options.batch()), Mode.JUDGE, tap)
                        .toFloatArray();
        double others = 0;
        for (int i = 1; i < logits.length; i++) {
            others += logits[i];
        }
        int size = options.size();
        return new Features(
                new Picture(options.channels(), size, size, picture.toFloatArray()),
                made,
                maps,
                logits[0],
                (float) (others / (logits.length - 1)));
    }

    private int cells() {
        return spec.spatial() ? (options.size() + spec.cellPixels() - 1) / spec.cellPixels() : 1;
    }

    private NDArray noise(NDManager scratch, long seed, Map<String, String> labels) {
        int side = cells() + 2 * spec.marginCells();
        float[] noise = Latents.noise(new RandomStream(seed), snapshot, labels, side, side);
        return scratch.create(noise, new Shape(1, spec.latentSize(), side, side));
    }

    /** Ground without its margin. */
    private NDArray cropped(NDArray pictures) {
        if (!spec.spatial()) {
            return pictures;
        }
        int from = spec.marginCells() * spec.cellPixels();
        int to = from + options.size();
        return pictures.get(new NDIndex(":,:,%d:%d,%d:%d".formatted(from, to, from, to)));
    }

    private List<NDArray> oneHot(NDManager scratch, Map<String, String> labels, int n) {
        int[] row =
                spec.condition().groups().stream()
                        .mapToInt(group -> index(group, labels))
                        .toArray();
        int[][] rows = new int[n][];
        Arrays.fill(rows, row);
        return Labels.oneHot(scratch, spec.condition(), rows, labelWeight);
    }

    private static int index(Condition.Group group, Map<String, String> labels) {
        return group.indexOf(labels.get(group.name()));
    }

    /** Those of the batch's first picture. */
    private static FeatureMaps maps(String layer, NDArray batch) {
        Shape shape = batch.getShape();
        boolean placed = shape.dimension() == 4;
        int channels = (int) shape.get(1);
        int height = placed ? (int) shape.get(2) : 1;
        int width = placed ? (int) shape.get(3) : 1;
        float[] first = Arrays.copyOf(batch.toFloatArray(), channels * height * width);
        return new FeatureMaps(layer, channels, height, width, first);
    }

    @Override
    public void close() {
        script.close();
        manager.close();
    }
}
