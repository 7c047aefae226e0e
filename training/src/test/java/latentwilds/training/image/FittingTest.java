package latentwilds.training.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static final int R = 0xFFFF0000;
    private static final int G = 0xFF00FF00;
    private static final int B = 0xFF0000FF;

    @Test
    void croppingKeepsTheMiddle() throws IOException {
        BufferedImage image = row(16, 8, x -> x < 4 ? R : x < 12 ? G : B);

        BufferedImage cropped = Fitting.fit(image, 8, Fit.CROP);

        assertThat(cropped.getWidth()).isEqualTo(8);
        assertThat(cropped.getHeight()).isEqualTo(8);
        for (int i = 0; i < 64; i++) {
            assertThat(cropped.getRGB(i % 8, i / 8)).isEqualTo(G);
        }
    }

    @Test
    void paddingCentresWithoutEnlarging() throws IOException {
        BufferedImage padded = Fitting.fit(row(4, 2, x -> R), 8, Fit.PAD);

        for (int i = 0; i < 64; i++) {
            boolean inside = i % 8 >= 2 && i % 8 < 6 && i / 8 >= 3 && i / 8 < 5;
            assertThat(padded.getRGB(i % 8, i / 8)).isEqualTo(inside ? R : 0);
        }
    }

    @Test
    void paddingShrinksWhatIsTooLarge() throws IOException {
        BufferedImage padded = Fitting.fit(row(32, 16, x -> x < 16 ? R : B), 8, Fit.PAD);

        assertThat(padded.getRGB(0, 1)).isZero();
        assertThat(padded.getRGB(0, 2)).isEqualTo(R);
        assertThat(padded.getRGB(7, 5)).isEqualTo(B);
        assertThat(padded.getRGB(0, 6)).isZero();
    }

    @Test
    void pixelArtGrowsByRepeatingPixels() throws IOException {
        BufferedImage grown = Fitting.fit(row(4, 4, x -> x % 2 == 0 ? R : B), 16, Fit.RESIZE);

        for (int x = 0; x < 16; x++) {
            assertThat(grown.getRGB(x, 9)).isEqualTo(x / 4 % 2 == 0 ? R : B);
        }
    }

    @Test
    void smoothGrowthInterpolatesBetweenPixelCentres() throws IOException {
        BufferedImage grown = Fitting.fit(row(2, 2, x -> x == 0 ? 0xFF000000 : R), 8, Fit.SMOOTH);

        int[] expected = {0, 0, 32, 96, 159, 223, 255, 255};
        for (int x = 0; x < 8; x++) {
            assertThat(grown.getRGB(x, 3) >> 16 & 255).isEqualTo(expected[x]);
        }
    }

    @Test
    void shrinkingWeighsByCoveredArea() throws IOException {
        // 12 to 8: each new pixel covers one and a half old ones.
        BufferedImage small =
                Fitting.fit(row(12, 12, x -> 0xFF000000 | 20 * x << 16), 8, Fit.RESIZE);

        for (int x = 0; x < 8; x++) {
            double mean =
                    x % 2 == 0
                            ? (20 * (x * 3 / 2) * 2 + 20 * (x * 3 / 2 + 1)) / 3.0
                            : (20 * (x * 3 / 2) + 20 * (x * 3 / 2 + 1) * 2) / 3.0;
            assertThat(small.getRGB(x, 5) >> 16 & 255).isEqualTo((int) Math.round(mean));
        }
    }

    @Test
    void transparentPixelsDoNotBleed() throws IOException {
        BufferedImage small =
                Fitting.fit(row(24, 16, x -> x % 3 == 0 ? R : 0x0000FF00), 8, Fit.RESIZE);

        assertThat(small.getRGB(2, 2)).isEqualTo(85 << 24 | 0xFF0000);
    }

    private static BufferedImage row(
            int width, int height, java.util.function.IntUnaryOperator colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, colour.applyAsInt(i % width));
        }
        return image;
    }
}
