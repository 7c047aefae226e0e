package latentwilds.training.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import latentwilds.training.augment.Batches;
import latentwilds.training.augment.GroundBatches;
import latentwilds.training.augment.SpriteBatches;
import latentwilds.training.dataset.LabelledImages;
import latentwilds.training.net.Upsampling;

/** Ten made-up images and networks small enough to train in a blink. */
final class TinyTraining {
    static final Map<String, List<String>> LABELS = Map.of("biome", List.of("grass", "sand"));

    private static final String CONFIG =
            """
            {
              "kind": "tiny",
              "size": 16,
              "generator": {
                "latentSize": 8,
                "codes": {"biome": 4},
                "widths": [12, 8],
                "activation": "leaky_relu"
              },
              "discriminator": {"stem": 4, "widths": [8, 12]},
              "loss": {"r1Gamma": 0.1, "r2Gamma": 0.1, "penaltyInterval": 2},
              "augment": {
                "translation": 0.125,
                "cutout": 0.125,
                "brightness": {"from": 0.9, "to": 1.1}
              },
              "optimiser": {"rateG": 2e-3, "rateD": 2e-3, "emaDecay": 0.9},
              "batch": 4,
              "images": 1000,
              "seed": 3,
              "tickImages": 8,
              "snapshotImages": 16
            }
            """;

    /** What makes ground of the sprites. */
    static final List<String> GROUND =
            List.of(
                    "channels=3",
                    "generator.spatial=true",
                    "generator.upsampling=resize",
                    "discriminator.stem=0",
                    "discriminator.head=patch",
                    "discriminator.diversity=false",
                    "augment.translation=0",
                    "augment.cutout=0");

    private TinyTraining() {}

    /** Sprites of 16 px with two labels, both penalties, augmentation. */
    static TrainingOptions sprites(Upsampling upsampling) {
        return with("generator.upsampling=" + upsampling.name().toLowerCase(java.util.Locale.ROOT));
    }

    static TrainingOptions ground(String... changes) {
        List<String> all = new ArrayList<>(GROUND);
        all.addAll(List.of(changes));
        return with(all.toArray(String[]::new));
    }

    /** The sprites with some options changed, as on the command line. */
    static TrainingOptions with(String... changes) {
        try {
            Path config = Files.createTempFile("tiny", ".json");
            try {
                Files.writeString(config, CONFIG);
                return OptionsFile.read(config, List.of(changes));
            } finally {
                Files.delete(config);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Batches batches(TrainingOptions options) {
        Random random = new Random(1);
        int side = options.generator().spatial() ? 24 : options.size();
        List<byte[]> images = new ArrayList<>();
        int[][] labels = new int[10][];
        for (int i = 0; i < labels.length; i++) {
            byte[] image = new byte[side * side * options.channels()];
            random.nextBytes(image);
            images.add(image);
            labels[i] = new int[] {i % 2};
        }
        LabelledImages source = new LabelledImages(side, options.channels(), images, labels);
        return options.generator().spatial()
                ? new GroundBatches(source, options.size())
                : new SpriteBatches(source, options.augment().mirror());
    }

    static Training training(TrainingOptions options, TrainingListener... listeners) {
        return new Training(
                options, options.generatorSpec(LABELS, "0"), batches(options), List.of(listeners));
    }
}
