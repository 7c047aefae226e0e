package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import latentwilds.synthesis.Picture;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    @Test
    void theNearestStandBesideTheirSampleInOrder() {
        Picture sample = grey(0);
        Stream<Picture> real = Stream.of(grey(1), grey(-0.25f), grey(0.5f), grey(-1), grey(0.125f));

        BufferedImage sheet = Neighbours.sheet(List.of(sample), real, Neighbours::pixels);

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
                Neighbours.sheet(List.of(grey(0), grey(1)), Stream.of(grey(1)), Neighbours::pixels);

        assertThat(level(sheet, 68)).isEqualTo(255);
        assertThat(sheet.getRGB(68 + 64, 5)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void otherFeaturesMayDecide() {
        BufferedImage sheet =
                Neighbours.sheet(
                        List.of(grey(0)),
                        Stream.of(grey(0.1f), grey(1)),
                        pictures ->
                                pictures.stream()
                                        .map(
                                                p ->
                                                        new float[] {
                                                            p.at(0, 0, 0) == 1
                                                                    ? 0
                                                                    : p.at(0, 0, 0) * 9
                                                        })
                                        .toArray(float[][]::new));

        assertThat(level(sheet, 68)).isEqualTo(255);
    }

    @Test
    void pixelsAreAveragedDownToSixteen() {
        float[] values = new float[3 * 32 * 32];
        values[0] = 1;
        values[33] = 0.5f;

        float[] features = Neighbours.pixels(List.of(new Picture(3, 32, 32, values)))[0];

        assertThat(features).hasSize(3 * 16 * 16);
        assertThat(features[0]).isCloseTo(1.5f / 4, within(1e-6f));
        assertThat(features[1]).isZero();
    }

    @Test
    void trainingPicturesAreReadAsTheNetworksSeeThem() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x80FF0000);

        Picture picture = NeighbourSheet.picture(image, 4);

        assertThat(picture.at(0, 0, 0)).isCloseTo(2 * 128 / 255f - 1, within(1e-5f));
        assertThat(picture.at(1, 0, 0)).isEqualTo(-1);
        assertThat(picture.at(3, 0, 0)).isCloseTo(2 * 128 / 255f - 1, within(1e-5f));
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
