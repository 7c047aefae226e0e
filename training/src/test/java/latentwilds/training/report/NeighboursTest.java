package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import latentwilds.synthesis.Picture;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    @Test
    void theNearestStandBesideTheirSampleInOrder() {
        List<Picture> nearest = List.of(grey(0.125f), grey(-0.25f), grey(0.5f));

        BufferedImage sheet = Neighbours.sheet(List.of(grey(0)), List.of(nearest));

        assertThat(level(sheet, 0)).isEqualTo(128);
        // After the sample a gap of 4 pixels, white.
        assertThat(sheet.getRGB(65, 5)).isEqualTo(0xFFFFFFFF);
        assertThat(level(sheet, 68)).isEqualTo(Math.round(1.125f / 2 * 255));
        assertThat(level(sheet, 68 + 64)).isEqualTo(Math.round(0.75f / 2 * 255));
        assertThat(level(sheet, 68 + 128)).isEqualTo(Math.round(1.5f / 2 * 255));
    }

    @Test
    void fewerRealPicturesThanPlacesAreNoError() {
        BufferedImage sheet =
                Neighbours.sheet(
                        List.of(grey(0), grey(1)), List.of(List.of(grey(1)), List.of(grey(1))));

        assertThat(level(sheet, 68)).isEqualTo(255);
        assertThat(sheet.getRGB(68 + 64, 5)).isEqualTo(0xFFFFFFFF);
    }

    private static int level(BufferedImage sheet, int x) {
        return sheet.getRGB(x + 3, 5) & 255;
    }

    private static Picture grey(float value) {
        float[] values = new float[3 * 4];
        Arrays.fill(values, value);
        return new Picture(3, 2, 2, values);
    }
}
