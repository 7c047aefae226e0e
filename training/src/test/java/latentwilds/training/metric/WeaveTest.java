package latentwilds.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import latentwilds.seed.RandomStream;
import org.junit.jupiter.api.Test;

class WeaveTest {
    private static final int CELL = 16;
    private static final int SIDE = 256;

    @Test
    void noiseHasNoneAndCalmGroundNeither() {
        assertThat(weave(noise())).isLessThan(0.02);
        assertThat(weave(new float[SIDE][SIDE])).isZero();
    }

    @Test
    void rowsWithMoreDetailAreOne() {
        float[][] grey = rows(y -> y % 2 == 0 ? 1.25 : 0.75);

        // Steps to the right are 1.25 and 0.75 of the mean by row: variance 1 / 16. The others are
        // all between one row and the next.
        assertThat(weave(grey)).isCloseTo(Math.sqrt(1.0 / 16 / 4), within(0.01));
        assertThat(weave(turned(grey))).isCloseTo(weave(grey), within(1e-9));
    }

    @Test
    void whatRepeatsInOtherStepsThanTheCellIsNone() {
        assertThat(weave(rows(y -> y % 3 == 0 ? 1.5 : 0.75))).isLessThan(0.04);
    }

    @Test
    void fieldsCountAlike() {
        Weave weave = new Weave();
        weave.add(noise(), CELL);
        double calm = weave.value();
        weave.add(new float[SIDE][SIDE], CELL);

        assertThat(weave.value()).isCloseTo(calm / 2, within(1e-12));
    }

    private static double weave(float[][] grey) {
        Weave weave = new Weave();
        weave.add(grey, CELL);
        return weave.value();
    }

    private static float[][] noise() {
        return rows(y -> 1);
    }

    /** Noise whose strength depends on the row. */
    private static float[][] rows(IntToDoubleFunction strength) {
        RandomStream random = new RandomStream(3);
        float[][] grey = new float[SIDE][SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                grey[y][x] = (float) (strength.applyAsDouble(y) * random.nextGaussian());
            }
        }
        return grey;
    }

    private static float[][] turned(float[][] grey) {
        float[][] turned = new float[SIDE][SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                turned[x][y] = grey[y][x];
            }
        }
        return turned;
    }
}
