package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import latentwilds.synthesis.Picture;
import latentwilds.training.feature.FeatureMaps;
import latentwilds.training.feature.Features;
import org.junit.jupiter.api.Test;

/** Places on the sheet: a margin of 16, captions of 24, tiles of 64 with gaps of 4. */
class FeatureSheetTest {
    private static final int DARK = 0xFF100E1E;
    private static final int LIGHT = 0xFFFCF7D0;
    private static final int WIDTH = 16 * 68 - 4 + 32;

    @Test
    void everyMapIsATileOfItsOwnFromDarkToLight() {
        FeatureMaps maps =
                new FeatureMaps("to2", 2, 2, 2, new float[] {3, 4, 3, 3, -8, -8, -9, -8});
        BufferedImage sheet = FeatureSheet.draw(features(List.of(), List.of(maps)));

        int top = 16 + 24 + 128 + 4 + 16 + 24;
        assertThat(sheet.getWidth()).isEqualTo(WIDTH);
        assertThat(sheet.getHeight()).isEqualTo(top + 64 + 4 + 16);
        assertThat(sheet.getRGB(16, top)).isEqualTo(DARK);
        assertThat(sheet.getRGB(16 + 31, top + 31)).isEqualTo(DARK);
        assertThat(sheet.getRGB(16 + 32, top)).isEqualTo(LIGHT);
        assertThat(sheet.getRGB(16 + 63, top + 31)).isEqualTo(LIGHT);
        assertThat(sheet.getRGB(16 + 63, top + 32)).isEqualTo(DARK);
        assertThat(sheet.getRGB(16 + 68, top)).isEqualTo(LIGHT);
        assertThat(sheet.getRGB(16 + 68, top + 32)).isEqualTo(DARK);
    }

    @Test
    void thePictureIsShownInItsColours() {
        BufferedImage sheet =
                FeatureSheet.draw(
                        features(List.of(), List.of(new FeatureMaps("a", 1, 1, 1, new float[1]))));

        assertThat(sheet.getRGB(16, 40)).isEqualTo(0xFFFF0000);
        assertThat(sheet.getRGB(16 + 127, 40 + 127)).isEqualTo(0xFF00FF00);
    }

    @Test
    void atMostThirtyTwoMapsAreShown() {
        BufferedImage one = FeatureSheet.draw(features(List.of(), List.of(maps(32))));
        BufferedImage other = FeatureSheet.draw(features(List.of(), List.of(maps(33))));

        assertThat(other.getHeight()).isEqualTo(one.getHeight());
        assertThat(rows(one)).isNotEqualTo(rows(other));
    }

    @Test
    void theGeneratorStandsAboveThePictureAndNumbersAreARow() {
        FeatureMaps latent = new FeatureMaps("latent", 3, 1, 1, new float[] {-1, 0, 2});
        BufferedImage sheet = FeatureSheet.draw(features(List.of(latent), List.of(maps(1))));

        assertThat(sheet.getRGB(16, 40)).isEqualTo(DARK);
        assertThat(sheet.getRGB(16 + 47, 40 + 15)).isEqualTo(LIGHT);
        assertThat(sheet.getRGB(16, 40 + 16 + 4 + 16 + 24)).isEqualTo(0xFFFF0000);
    }

    @Test
    void mapsWithOneValueAreCounted() {
        float[] values = new float[12];
        values[5] = 1;

        assertThat(new FeatureMaps("a", 3, 2, 2, values).constant()).isEqualTo(2);
        assertThat(new FeatureMaps("a", 12, 1, 1, values).constant()).isZero();
    }

    private static FeatureMaps maps(int channels) {
        return new FeatureMaps("a", channels, 2, 2, new float[channels * 4]);
    }

    /** A red pixel top left, a green one bottom right. */
    private static Features features(List<FeatureMaps> generator, List<FeatureMaps> discriminator) {
        float[] values = new float[3 * 32 * 32];
        Arrays.fill(values, -1);
        values[0] = 1;
        values[2 * 32 * 32 - 1] = 1;
        return new Features(new Picture(3, 32, 32, values), generator, discriminator, 1, 0);
    }

    private static List<Integer> rows(BufferedImage sheet) {
        return Arrays.stream(
                        sheet.getRGB(
                                0,
                                0,
                                sheet.getWidth(),
                                sheet.getHeight(),
                                null,
                                0,
                                sheet.getWidth()))
                .boxed()
                .toList();
    }
}
