package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import latentwilds.latent.LatentGrid;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.RandomWeights;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.reference.ReferenceGenerator;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final Condition BIOMES =
            new Condition(
                    List.of(
                            new Condition.Group("biome", List.of("grass", "sand", "snow"), 4),
                            new Condition.Group("season", List.of("dry", "wet"), 2)));

    @Test
    void theSameSeedIsTheSamePictureHoweverItIsAskedFor() {
        GeneratorWeights weights = weights(false);
        try (ReferenceGenerator generator = new ReferenceGenerator(weights)) {
            Samples samples = new Samples(weights, generator, Map.of(), 3);

            Picture alone = samples.picture(11);

            assertThat(samples.pictures(10, 12).get(1).values()).isEqualTo(alone.values());
            // Six seeds on, the labels are the same and the latent is another.
            assertThat(samples.labels(17)).isEqualTo(samples.labels(11));
            assertThat(samples.picture(17).values()).isNotEqualTo(alone.values());
        }
    }

    @Test
    void seedsGoThroughAllLabelsInTurnButTheFixedOnes() {
        GeneratorWeights weights = weights(false);
        try (ReferenceGenerator generator = new ReferenceGenerator(weights)) {
            Samples free = new Samples(weights, generator, Map.of(), 3);
            Samples snow = new Samples(weights, generator, Map.of("biome", "snow"), 3);

            assertThat(free.labels(0)).isEqualTo(Map.of("biome", "grass", "season", "dry"));
            assertThat(free.labels(4)).isEqualTo(Map.of("biome", "sand", "season", "wet"));
            assertThat(snow.labels(4)).isEqualTo(Map.of("biome", "snow", "season", "wet"));
            assertThatThrownBy(() -> new Samples(weights, generator, Map.of("biome", "lava"), 3))
                    .hasMessageContaining("No label 'lava' in group 'biome'");
        }
    }

    @Test
    void groundFollowsItsSeedAndIsCutFreeOfItsMargin() {
        GeneratorWeights weights = weights(true);
        try (ReferenceGenerator generator = new ReferenceGenerator(weights)) {
            Picture picture = new Samples(weights, generator, Map.of(), 3).picture(5);

            assertThat(new Samples(weights, generator, Map.of(), 3).picture(5).values())
                    .isEqualTo(picture.values());
            assertThat(picture.width()).isEqualTo(3 * 4);
            assertThat(picture.height()).isEqualTo(3 * 4);
        }
    }

    @Test
    void aSheetShowsSmallPicturesEnlargedRowByRow() {
        List<Picture> pictures =
                List.of(plain(-1, -1, -1), plain(1, -1, -1), plain(-1, 1, -1), plain(-1, -1, 1));

        BufferedImage sheet = Sheet.grid(pictures, 3);

        assertThat(sheet.getWidth()).isEqualTo(3 * 64);
        assertThat(sheet.getHeight()).isEqualTo(2 * 64);
        assertThat(sheet.getRGB(0, 0)).isEqualTo(0xFF000000);
        assertThat(sheet.getRGB(64, 63)).isEqualTo(0xFFFF0000);
        assertThat(sheet.getRGB(191, 0)).isEqualTo(0xFF00FF00);
        assertThat(sheet.getRGB(63, 64)).isEqualTo(0xFF0000FF);
        assertThat(Sheet.grid(Collections.nCopies(2, plain(0, 0, 0)), 8).getWidth()).isEqualTo(128);
    }

    @Test
    void transparencyIsShownOnTheBackgroundAndKeptInAFile() {
        float half = 128 / 127.5f - 1;
        // Premultiplied: half-transparent pure red has half the red.
        Picture red = filled(half, -1, -1, half);
        Picture nothing = filled(-1, -1, -1, -1);

        assertThat(Sheet.image(red).getRGB(0, 0)).isEqualTo(0x80FF0000);
        assertThat(Sheet.image(nothing).getRGB(0, 0)).isZero();
        assertThat(Sheet.grid(List.of(nothing), 1).getRGB(0, 0)).isEqualTo(0xFF464A5A);
        assertThat(Sheet.grid(List.of(red), 1).getRGB(0, 0)).isEqualTo(0xFFA3252D);
    }

    @Test
    void lessVarietyLeavesTheWavesAlone() {
        GeneratorSpec spec =
                new GeneratorSpec(
                        "tiny",
                        5,
                        0,
                        List.of(4),
                        BIOMES,
                        List.of(new Layer.UpConv(5, 3, Activation.TANH, true)),
                        3,
                        "");
        GeneratorWeights weights = RandomWeights.of(spec, 3);
        try (ReferenceGenerator generator = new ReferenceGenerator(weights)) {
            LatentGrid full = new Samples(weights, generator, Map.of(), 2, 1).latent(6);
            LatentGrid half = new Samples(weights, generator, Map.of(), 2, 0.5).latent(6);
            int cells = full.rows() * full.columns();
            for (int i = 0; i < full.noise().length; i++) {
                float factor = i < cells ? 0.5f : 1;
                assertThat(half.noise()[i]).isEqualTo(factor * full.noise()[i]);
            }
        }
    }

    private static GeneratorWeights weights(boolean spatial) {
        Layer first =
                spatial
                        ? new Layer.UpConv(5, 6, Activation.LEAKY_RELU, true)
                        : new Layer.Dense(5, 6, 4, 4, Activation.RELU, true);
        Layer last = new Layer.UpConv(6, 3, Activation.TANH, true);
        return RandomWeights.of(
                new GeneratorSpec("tiny", 5, BIOMES, List.of(first, last), 3, ""), 3);
    }

    private static Picture plain(float red, float green, float blue) {
        return filled(red, green, blue);
    }

    /** One colour, 2 x 2 pixels. */
    private static Picture filled(float... channels) {
        float[] values = new float[channels.length * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = channels[i / 4];
        }
        return new Picture(channels.length, 2, 2, values);
    }
}
