package latentwilds.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import latentwilds.model.Activation;
import latentwilds.training.augment.Batches;
import latentwilds.training.augment.GroundBatches;
import latentwilds.training.augment.SpriteBatches;
import latentwilds.training.dataset.LabelledImages;
import latentwilds.training.net.DiscriminatorNet;
import latentwilds.training.net.Upsampling;

/** Ten made-up images and networks small enough to train in a blink. */
final class TinyTraining {
    static final Map<String, List<String>> LABELS = Map.of("biome", List.of("grass", "sand"));

    private TinyTraining() {}

    static TrainingOptions sprites(Upsampling upsampling) {
        return options(false, 4, upsampling, 0.125);
    }

    static TrainingOptions ground() {
        return options(true, 3, Upsampling.RESIZE, 0);
    }

    private static TrainingOptions options(
            boolean spatial, int channels, Upsampling upsampling, double translation) {
        return new TrainingOptions(
                "tiny",
                spatial,
                16,
                channels,
                8,
                Map.of("biome", 4),
                List.of(12, 8),
                Activation.LEAKY_RELU,
                upsampling,
                spatial ? 0 : 4,
                List.of(8, 12),
                spatial ? DiscriminatorNet.Head.PATCH : DiscriminatorNet.Head.DENSE,
                !spatial,
                4,
                1000,
                2e-3,
                2e-3,
                0.7,
                0.5,
                0.99,
                0.1,
                0.1,
                2,
                true,
                translation,
                translation,
                translation,
                0.9,
                3,
                1,
                8,
                16);
    }

    static Batches batches(TrainingOptions options) {
        Random random = new Random(1);
        int side = options.spatial() ? 24 : options.size();
        List<byte[]> images = new ArrayList<>();
        int[][] labels = new int[10][];
        for (int i = 0; i < labels.length; i++) {
            byte[] image = new byte[side * side * options.channels()];
            random.nextBytes(image);
            images.add(image);
            labels[i] = new int[] {i % 2};
        }
        LabelledImages source = new LabelledImages(side, options.channels(), images, labels);
        return options.spatial()
                ? new GroundBatches(source, options.size())
                : new SpriteBatches(source, options.mirror());
    }

    static Training training(TrainingOptions options, TrainingListener... listeners) {
        return new Training(
                options, options.generatorSpec(LABELS, "0"), batches(options), List.of(listeners));
    }
}
