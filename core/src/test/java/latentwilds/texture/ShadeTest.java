package latentwilds.texture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class ShadeTest {
    private static final int SIDE = 12;

    /** A square within an empty rim: 8 x 8 pixels without its outline, grey by row. */
    private static PixelImage square(IntUnaryOperator level) {
        byte[] rgba = new byte[4 * SIDE * SIDE];
        for (int y = 1; y < SIDE - 1; y++) {
            for (int x = 1; x < SIDE - 1; x++) {
                boolean rim = x == 1 || y == 1 || x == SIDE - 2 || y == SIDE - 2;
                for (int c = 0; c < 3; c++) {
                    rgba[4 * (y * SIDE + x) + c] = (byte) (rim ? 0 : level.applyAsInt(y));
                }
                rgba[4 * (y * SIDE + x) + 3] = (byte) 255;
            }
        }
        return new PixelImage(SIDE, SIDE, rgba);
    }

    @Test
    void theOutlineDoesNotCount() {
        assertThat(Shade.of(square(y -> 60))).isZero();
        assertThat(Shade.of(square(y -> 10))).isEqualTo(1);
    }

    @Test
    void itIsAShareOfPixels() {
        assertThat(Shade.of(square(y -> y < 4 ? 200 : 0))).isEqualTo(0.75);
    }

    @Test
    void nothingButOutlineIsAScrawl() {
        assertThat(Shade.of(new PixelImage(SIDE, SIDE, new byte[4 * SIDE * SIDE]))).isEqualTo(1);
    }
}
