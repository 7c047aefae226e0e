package latentwilds.training.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizeTest {
    @Test
    void aBoxIsTheMeanRoundedInBothDirections() {
        int[] levels = {10, 21, 30, 40};
        Raster image =
                new Raster(2, 2, Arrays.stream(levels).map(v -> 0xFF000000 | v << 8).toArray());

        // Across: 15.5 and 35 become 16 and 35; down: 25.5 becomes 26.
        assertThat(Resize.box(image, 1, 1).argb()).containsExactly(0xFF000000 | 26 << 8);
    }

    @Test
    void transparentPixelsGiveNoColour() {
        Raster image = new Raster(2, 1, new int[] {0xFF6432C8, 0x00FFFFFF});

        assertThat(Resize.box(image, 1, 1).argb()).containsExactly(0x806331C7);
    }

    /** Against the formula, in floating point and with rounding only at the end. */
    @ParameterizedTest
    @CsvSource({"48, 32", "45, 23", "31, 21", "33, 32"})
    void lanczosIsTheStretchedWindowedSinc(int from, int to) {
        Random random = new Random(from);
        int[] levels = random.ints(from, 60, 200).toArray();
        int[] argb = Arrays.stream(levels).map(v -> 0xFF000000 | v).toArray();

        Raster small = Resize.lanczos(new Raster(from, 1, argb), to, 1);

        double stretch = (double) from / to;
        for (int i = 0; i < to; i++) {
            double sum = 0;
            double total = 0;
            for (int k = 0; k < from; k++) {
                double x = (k + 0.5) / stretch - (i + 0.5);
                double weight = Math.abs(x) >= 3 ? 0 : sinc(x) * sinc(x / 3);
                total += weight;
                sum += weight * levels[k];
            }
            assertThat((double) (small.argb()[i] & 255)).isCloseTo(sum / total, within(0.51));
            assertThat(small.argb()[i] >>> 24).isEqualTo(255);
        }
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    @Test
    void aTallPictureIsResizedInBothDirections() {
        int[] argb = new int[48 * 32];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | (i / 32 < 24 ? 0xFF0000 : 0x0000FF);
        }

        Raster small = Resize.lanczos(new Raster(32, 48, argb), 21, 32);

        assertThat(small.width()).isEqualTo(21);
        assertThat(small.height()).isEqualTo(32);
        assertThat(small.argb()[5 * 21 + 3]).isEqualTo(0xFFFF0000);
        assertThat(small.argb()[28 * 21 + 3]).isEqualTo(0xFF0000FF);
    }
}
