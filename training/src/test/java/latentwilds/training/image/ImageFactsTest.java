package latentwilds.training.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class ImageFactsTest {
    @Test
    void alphaBrightnessContrastAndColoursAreMeasured() {
        int[] argb = {0x00123456, 0x80FFFFFF, 0xFF000000, 0xFFFFFFFF};
        ImageFacts facts = ImageFacts.of(image(2, 2, (x, y) -> argb[y * 2 + x]));

        double a = 128 / 255.0;
        double mean = 255 * (a + 1) / (a + 2);
        double square = 255 * 255 * (a + 1) / (a + 2);
        assertThat(facts.transparent()).isEqualTo(0.25);
        assertThat(facts.partial()).isEqualTo(0.25);
        assertThat(facts.brightness()).isCloseTo(mean, within(1e-9));
        assertThat(facts.contrast()).isCloseTo(Math.sqrt(square - mean * mean), within(1e-9));
        assertThat(facts.colours()).isEqualTo(2);
        assertThat(facts.edge()).isNaN();
    }

    @Test
    void whatTilesHasNoStepAtItsBorder() {
        IntBinaryOperator wave =
                (x, y) -> grey(128 + 60 * Math.sin(x * Math.PI / 16) * Math.cos(y * Math.PI / 8));

        assertThat(ImageFacts.of(image(32, 32, wave)).edge()).isBetween(0.5, 1.2);
        assertThat(ImageFacts.of(image(32, 32, (x, y) -> grey(4 * x + 2 * y))).edge())
                .isCloseTo(31, within(0.5));
    }

    @Test
    void aMirrorImageOfItselfHasNoAsymmetry() {
        assertThat(ImageFacts.of(image(8, 8, (x, y) -> grey(Math.abs(2 * x - 7) * y))).asymmetry())
                .isZero();
        assertThat(ImageFacts.of(image(8, 8, (x, y) -> grey(x < 4 ? 200 : 10))).asymmetry())
                .isEqualTo(1);
    }

    private static int grey(double level) {
        return 0xFF000000 | (int) Math.round(level) * 0x010101;
    }

    private static BufferedImage image(int width, int height, IntBinaryOperator argb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, argb.applyAsInt(i % width, i / width));
        }
        return image;
    }
}
