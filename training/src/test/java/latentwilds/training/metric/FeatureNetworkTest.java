package latentwilds.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import latentwilds.synthesis.Picture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The networks against Python's torch, on pictures of 32, 64 (with alpha), 128 and 48 px. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeatureNetworkTest {
    private static final int EVERY = 8;

    private final Golden golden = new Golden();
    private final List<RgbImage> images =
            List.of(
                    RgbImage.of(Golden.picture(32, 0, 3), 32, 3),
                    RgbImage.of(Golden.picture(64, 1, 4), 64, 4),
                    RgbImage.of(Golden.picture(128, 2, 3), 128, 3),
                    RgbImage.of(Golden.picture(48, 3, 3), 48, 3));
    private FeatureNetwork network;

    @BeforeAll
    void load() {
        network = new FeatureNetwork(1);
    }

    @AfterAll
    void close() {
        network.close();
    }

    @Test
    void featuresAreThoseOfPython() {
        float[][] found = network.of(images);
        double[][] expected = golden.rows("features");

        assertThat(found).hasDimensions(4, FeatureNetwork.SIZE);
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                assertThat((double) found[i][EVERY * j]).isCloseTo(expected[i][j], within(1e-4));
            }
        }
    }

    @Test
    void theSamePicturesHaveTheSameFeatures() {
        assertThat(network.of(images)).isDeepEqualTo(network.of(images));
    }

    @Test
    void aPictureHasItsFeaturesWhateverStandsBesideIt() {
        List<RgbImage> many = new ArrayList<>(Collections.nCopies(40, images.get(2)));
        many.set(37, images.get(0));

        float[][] found = network.of(many);

        double[] expected = golden.rows("features")[0];
        for (int j = 0; j < expected.length; j++) {
            assertThat((double) found[37][EVERY * j]).isCloseTo(expected[j], within(1e-4));
        }
    }

    @Test
    void distancesAreThoseOfPython() {
        List<Picture> pictures = images.stream().map(FeatureNetworkTest::picture).toList();
        List<Picture> before = new ArrayList<>(pictures);
        Collections.rotate(before, 1);
        try (PerceptualDistance distance = new PerceptualDistance(1)) {
            float[] found = distance.between(pictures, before);

            double[] expected = golden.row("distances");
            for (int i = 0; i < 4; i++) {
                assertThat((double) found[i]).isCloseTo(expected[i], within(1e-4));
            }
            assertThat(distance.between(pictures, pictures)).containsOnly(0);
        }
    }

    private static Picture picture(RgbImage image) {
        float[] values = image.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] * 2 - 1;
        }
        return new Picture(3, image.side(), image.side(), values);
    }

    @Test
    void aGeneratedPictureIsSeenAsTheSameImageOfADataSet() {
        byte[] image = Golden.picture(16, 4, 4);
        float[] values = new float[4 * 256];
        for (int i = 0; i < 256; i++) {
            float alpha = (image[4 * i + 3] & 255) / 255f;
            for (int c = 0; c < 4; c++) {
                float value = (image[4 * i + c] & 255) / 255f;
                values[c * 256 + i] = (c < 3 ? value * alpha : value) * 2 - 1;
            }
        }

        RgbImage generated = RgbImage.of(new Picture(4, 16, 16, values));

        byte[] expected = RgbImage.of(image, 16, 4).rgb();
        for (int i = 0; i < expected.length; i++) {
            assertThat(generated.rgb()[i] & 255).isCloseTo(expected[i] & 255, within(1));
        }
    }

    @Test
    void transparencyIsMidGrey() {
        assertThat(RgbImage.of(new byte[] {9, 8, 7, 0}, 1, 4).rgb())
                .containsOnly((byte) 128)
                .hasSize(3);
    }

    @Test
    void anotherFileIsRefused() {
        String message = "expected the feature network with SHA-256 00ff, found ";
        assertThatThrownBy(() -> ScriptedNetwork.checked("a.pt", new byte[] {1}, "00ff"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("a.pt: " + message + "4bf5122f344554c5");
        assertThatThrownBy(() -> new ScriptedNetwork("gone.pt", "00ff", 1))
                .hasMessageStartingWith("gone.pt: " + message + "no such file");
    }
}
