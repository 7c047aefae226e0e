package latentwilds.training.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import latentwilds.latent.LatentId;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.reference.ReferenceGenerator;
import latentwilds.training.Fixtures;
import latentwilds.training.augment.Batches;
import latentwilds.training.augment.GroundBatches;
import latentwilds.training.augment.SpriteBatches;
import latentwilds.training.dataset.LabelledImages;
import latentwilds.training.loop.Checkpoint;
import latentwilds.training.loop.OptionsFile;
import latentwilds.training.loop.Training;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureReaderTest {
    private static final Map<String, List<String>> GROUPS =
            Map.of("species", List.of("bat", "elk"));
    private static final Map<String, String> ELK = Map.of("species", "elk");
    private static final double SLOPE = 0.2;

    @TempDir private Path folder;

    /** A run's options, its generator, its checkpoint, and the model it would export. */
    private record Made(
            TrainingOptions options,
            GeneratorSpec spec,
            Checkpoint checkpoint,
            GeneratorWeights weights) {
        FeatureReader reader() {
            return new FeatureReader(options, spec, checkpoint, weights);
        }
    }

    @Test
    void theDiscriminatorsFirstLayerIsWhatACalculationByHandGives() throws Exception {
        Made made = made();
        Picture picture = picture(4, 16);
        Features features;
        try (FeatureReader reader = made.reader()) {
            features = reader.judge(picture, ELK);
        }

        FeatureMaps stem = features.discriminator().get(0);
        float[] weight = made.checkpoint.arrays().get("d.stem.weight");
        float[] bias = made.checkpoint.arrays().get("d.stem.bias");
        assertThat(stem.layer()).isEqualTo("stem");
        assertThat(stem.values()).hasSize(4 * 16 * 16);
        for (int i = 0; i < stem.values().length; i++) {
            int channel = i / 256;
            double sum = bias[channel] + convolved(picture, weight, channel, i % 16, i / 16 % 16);
            double expected = sum > 0 ? sum : SLOPE * sum;
            assertThat(stem.values()[i]).isCloseTo((float) expected, within(1e-4f));
        }
        assertThat(features.picture().values()).isEqualTo(picture.values());
        assertThat(features.generator()).isEmpty();
    }

    /** A 3 x 3 convolution with a margin of zeros. */
    private static double convolved(Picture picture, float[] weight, int to, int x, int y) {
        double sum = 0;
        for (int from = 0; from < picture.channels(); from++) {
            for (int tap = 0; tap < 9; tap++) {
                int px = x + tap % 3 - 1;
                int py = y + tap / 3 - 1;
                if (px >= 0 && py >= 0 && px < picture.width() && py < picture.height()) {
                    int at = (to * picture.channels() + from) * 9 + tap;
                    sum += weight[at] * picture.at(from, px, py);
                }
            }
        }
        return sum;
    }

    @Test
    void theLogitIsTheHeadOfTheLastMaps() throws Exception {
        Made made = made("discriminator.diversity=false", "generator.codes={}");
        Features features;
        try (FeatureReader reader = made.reader()) {
            features = reader.judge(picture(4, 16), Map.of());
        }

        float[] last = features.discriminator().get(2).values();
        float[] head = made.checkpoint.arrays().get("d.head.weight");
        double logit = made.checkpoint.arrays().get("d.head.bias")[0];
        for (int i = 0; i < last.length; i++) {
            logit += (double) last[i] * head[i];
        }
        assertThat(features.logit()).isCloseTo((float) logit, within(1e-4f));
        assertThat(features.company()).isNotEqualTo(features.logit()).isFinite();
    }

    @Test
    void aSeedsPictureIsTheOneThatTheExportedModelMakes() throws Exception {
        Made made = made();
        Features features;
        try (FeatureReader reader = made.reader()) {
            features = reader.make(5, ELK);
        }

        Picture expected;
        try (ReferenceGenerator reference = new ReferenceGenerator(made.weights)) {
            expected = reference.synthesise(LatentId.of("tiny", 5, ELK).grid(made.weights));
        }
        assertThat(features.picture().values()).containsExactly(expected.values(), within(1e-4f));
        assertThat(names(features.generator()))
                .containsExactly("latent 8x1", "layers.0 12x4", "layers.1 8x8", "layers.2 4x16");
        assertThat(names(features.discriminator()))
                .containsExactly("stem 4x16", "to8 8x8", "to4 12x4");
        assertThat(features.generator().get(3).values()).isEqualTo(features.picture().values());
    }

    @Test
    void groundIsShownAsACropOfTheSizeThatIsTrained() throws Exception {
        Made made = ground();
        Features features;
        try (FeatureReader reader = made.reader()) {
            features = reader.make(5, ELK);
        }

        int margin = made.spec.marginCells();
        FeatureMaps field = features.generator().get(features.generator().size() - 1);
        int left = margin * made.spec.cellPixels();
        assertThat(features.picture().width()).isEqualTo(16);
        assertThat(field.width()).isEqualTo(16 + 2 * left);
        assertThat(features.picture().at(2, 3, 4))
                .isEqualTo(field.map(2)[(4 + left) * field.width() + 3 + left]);
        assertThat(features.discriminator().get(0).width()).isEqualTo(8);
    }

    @Test
    void perceptronsHaveNumbersInsteadOfMaps() throws Exception {
        Made made = made("generator.mlp=[16,24]", "discriminator.mlp=[24,20]");
        Features features;
        try (FeatureReader reader = made.reader()) {
            features = reader.make(5, ELK);
        }

        assertThat(names(features.discriminator())).containsExactly("dense0 24x1", "dense1 20x1");
        assertThat(features.discriminator()).allMatch(FeatureMaps::flat);
    }

    @Test
    void batchNormAndDropoutDoNotMakeTheVerdictRandom() throws Exception {
        Made made =
                made("discriminator.batchNorm=true", "discriminator.dropout=0.5", "loss.r1Gamma=0");
        try (FeatureReader one = made.reader();
                FeatureReader other = made.reader()) {
            assertThat(one.make(5, ELK).logit()).isEqualTo(other.make(5, ELK).logit());
        }
    }

    @Test
    void groundWhoseTexturesHavePlacesIsTheSamplesPictureAsWell() throws Exception {
        Made made =
                ground(
                        "generator.regionSize=3",
                        "generator.regionSpread=0.5",
                        "generator.accents=true",
                        "discriminator.textures=1");
        Features features;
        try (FeatureReader reader = made.reader()) {
            features = reader.make(5, ELK);
        }

        assertThat(made.weights.places("species", "elk")).hasSize(2);
        int cells = 16 / made.spec.cellPixels();
        try (ReferenceGenerator reference = new ReferenceGenerator(made.weights)) {
            Picture expected = new Samples(made.weights, reference, ELK, cells).picture(5);
            assertThat(features.picture().values())
                    .containsExactly(expected.values(), within(1e-4f));
        }
    }

    @Test
    void aCheckpointOfOtherNetworksIsRefused() throws Exception {
        Made made = made();
        Made wider = made("discriminator.stem=6");

        assertThatThrownBy(
                        () ->
                                new FeatureReader(
                                        wider.options, wider.spec, made.checkpoint, made.weights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'stem.weight': expected 216 values, found 144");
    }

    private static List<String> names(List<FeatureMaps> maps) {
        return maps.stream()
                .map(m -> "%s %dx%d".formatted(m.layer(), m.channels(), m.width()))
                .toList();
    }

    private static Picture picture(int channels, int size) {
        Random random = new Random(4);
        float[] values = new float[channels * size * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() * 2 - 1;
        }
        return new Picture(channels, size, size, values);
    }

    private Made ground(String... changes) throws Exception {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "channels=3",
                                "generator.spatial=true",
                                "discriminator.stem=0",
                                "discriminator.head=patch",
                                "discriminator.diversity=false"));
        all.addAll(List.of(changes));
        return made(all.toArray(String[]::new));
    }

    /** Two steps on random pictures. */
    private Made made(String... changes) throws Exception {
        Path config = Fixtures.config(folder.resolve("tiny.json"));
        TrainingOptions options = OptionsFile.read(config, List.of(changes));
        GeneratorSpec spec = options.generatorSpec(GROUPS, "0");
        Random random = new Random(1);
        List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            byte[] image = new byte[16 * 16 * options.channels()];
            random.nextBytes(image);
            images.add(image);
        }
        int[][] labels = {{0}, {1}, {0}, {1}};
        int[][] shown = spec.condition().groups().isEmpty() ? new int[4][0] : labels;
        LabelledImages source = new LabelledImages(16, options.channels(), images, shown);
        Files.delete(config);
        try (Training training = new Training(options, spec, batches(options, source), List.of())) {
            training.run();
            Checkpoint checkpoint = training.checkpoint();
            return new Made(options, spec, checkpoint, training.weights(checkpoint));
        }
    }

    private static Batches batches(TrainingOptions options, LabelledImages source) {
        return options.generator().spatial()
                ? new GroundBatches(source, options.size())
                : new SpriteBatches(source, true);
    }
}
