package latentwilds.texture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntBinaryOperator;
import latentwilds.seed.RandomStream;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;

class GrainTest {
    private static final int SIDE = 34;

    /** A disc with some emptiness round it; levels by place. */
    private static PixelImage disc(int radius, IntBinaryOperator level) {
        byte[] rgba = new byte[4 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            if (Math.hypot(x - SIDE / 2.0, y - SIDE / 2.0) < radius) {
                byte here = (byte) level.applyAsInt(x, y);
                rgba[4 * i] = here;
                rgba[4 * i + 1] = here;
                rgba[4 * i + 2] = here;
                rgba[4 * i + 3] = (byte) 255;
            }
        }
        return new PixelImage(SIDE, SIDE, rgba);
    }

    private static IntBinaryOperator noise() {
        RandomStream random = new Streams(new RunSeed(1)).stream("test");
        return (x, y) -> 55 + random.nextInt(200);
    }

    @Test
    void aHeapOfLoosePixelsIsTold() {
        assertThat(Grain.of(disc(14, noise()))).isGreaterThan(Grain.HEAP);
    }

    @Test
    void shadesAndLinesAreNoHeap() {
        assertThat(Grain.of(disc(14, (x, y) -> 100))).isZero();
        assertThat(Grain.of(disc(14, (x, y) -> 5 * x + 2 * y))).isZero();
        assertThat(Grain.of(disc(14, (x, y) -> x % 2 * 255))).as("stripes").isZero();
        assertThat(Grain.of(disc(14, (x, y) -> x > y ? 255 : 0))).isZero();
    }

    @Test
    void aFewEyesAreNoHeap() {
        assertThat(Grain.of(disc(14, (x, y) -> y == 12 && x % 8 == 0 ? 255 : 60)))
                .isPositive()
                .isLessThan(Grain.HEAP);
    }

    @Test
    void limbsAreTooThinToBeAHeap() {
        assertThat(Grain.of(disc(4, noise()))).isLessThan(Grain.HEAP / 4);
    }
}
