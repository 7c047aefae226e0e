package latentwilds.training.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RasterTest {
    @Test
    void overIsPorterAndDuffs() {
        Random random = new Random(4);
        for (int n = 0; n < 2000; n++) {
            int below = random.nextInt();
            int top = random.nextInt();
            int both =
                    new Raster(1, 1, new int[] {below})
                            .under(new Raster(1, 1, new int[] {top}))
                            .argb()[0];

            double a = (top >>> 24) / 255.0;
            double b = (below >>> 24) / 255.0 * (1 - a);
            assertThat((both >>> 24) / 255.0).isCloseTo(a + b, within(0.51 / 255));
            for (int shift = 0; shift <= 16 && a + b > 0.05; shift += 8) {
                double mean = (a * (top >> shift & 255) + b * (below >> shift & 255)) / (a + b);
                assertThat((double) (both >> shift & 255)).isCloseTo(mean, within(1.0));
            }
        }
    }

    @Test
    void nothingAndEverythingAreExact() {
        Raster below = new Raster(1, 1, new int[] {0x40123456});

        assertThat(below.under(new Raster(1, 1, new int[] {0x00FFFFFF})).argb())
                .containsExactly(0x40123456);
        assertThat(below.under(new Raster(1, 1, new int[] {0xFF0A0B0C})).argb())
                .containsExactly(0xFF0A0B0C);
    }

    @Test
    void aSmallerLayerLiesAtTheTopLeft() {
        Raster both = Raster.empty(2, 2).under(new Raster(1, 1, new int[] {0xFF112233}));

        assertThat(both.argb()).containsExactly(0xFF112233, 0, 0, 0);
    }

    @Test
    void halfAPixelGoesUpAndLeft() {
        Raster centred = new Raster(1, 2, new int[] {1, 2}).centred(4);

        assertThat(centred.argb()).containsExactly(0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0);
    }
}
