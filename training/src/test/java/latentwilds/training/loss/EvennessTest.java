package latentwilds.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import latentwilds.seed.RandomStream;
import latentwilds.training.Slopes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Unevenness of pictures whose steps are known. */
class EvennessTest {
    private static final int CELL = 4;
    private static final int SIDE = 9;
    private static final int PICTURES = 2;
    private static final int CHANNELS = 3;

    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager("PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void aSlopeIsEven() {
        assertThat(penalty(stairs(1, 1, 1, 1), CELL)).isCloseTo(0, within(1e-6));
    }

    @Test
    void calmBordersCost() {
        // Steps 2, 1, 1, 0 along x, variance (1 + 0 + 0 + 1) / 4 over mean 1; 1 along y.
        assertThat(penalty(stairs(2, 1, 1, 0), CELL)).isCloseTo(0.5 / 2, within(1e-5));
    }

    @Test
    void itIsTheSameWhereverACropBegins() {
        assertThat(penalty(stairs(2, 1, 1, 0), CELL))
                .isCloseTo(penalty(stairs(0, 2, 1, 1), CELL), within(1e-6));
    }

    @Test
    void agreesWithSumsOverPixels() {
        double[] x = Slopes.normal(new RandomStream(5), PICTURES * CHANNELS * SIDE * SIDE);
        assertThat(penalty(floats(x), CELL)).isCloseTo(expected(x), within(1e-5));
    }

    @Test
    void derivativesAgreeWithDifferences() {
        double[] x = Slopes.normal(new RandomStream(6), PICTURES * CHANNELS * SIDE * SIDE);
        NDArray pictures = array(floats(x));
        pictures.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            collector.backward(Evenness.penalty(pictures, CELL));
        }
        float[] slopes = pictures.getGradient().toFloatArray();
        double h = 1e-6;
        for (int i = 0; i < x.length; i += 17) {
            double was = x[i];
            x[i] = was + h;
            double more = expected(x);
            x[i] = was - h;
            double less = expected(x);
            x[i] = was;
            assertThat((double) slopes[i]).isCloseTo((more - less) / (2 * h), within(1e-5));
        }
    }

    /** Columns that rise by these steps, over and over, and rows by 1; every second one falls. */
    private static float[] stairs(double... steps) {
        float[] pictures = new float[PICTURES * CHANNELS * SIDE * SIDE];
        for (int p = 0; p < PICTURES * CHANNELS; p++) {
            for (int y = 0; y < SIDE; y++) {
                double height = 0;
                for (int x = 0; x < SIDE; x++) {
                    pictures[(p * SIDE + y) * SIDE + x] =
                            (float) (p % 2 == 0 ? height + y : -height - y);
                    height += steps[x % CELL];
                }
            }
        }
        return pictures;
    }

    private double penalty(float[] pictures, int cell) {
        return Evenness.penalty(array(pictures), cell).getFloat();
    }

    private NDArray array(float[] pictures) {
        return manager.create(pictures, new Shape(PICTURES, CHANNELS, SIDE, SIDE));
    }

    private static float[] floats(double[] x) {
        float[] floats = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            floats[i] = (float) x[i];
        }
        return floats;
    }

    /** The same in plain sums. */
    private static double expected(double[] x) {
        return (axis(x, 1, SIDE) + axis(x, SIDE, 1)) / 2;
    }

    private static double axis(double[] x, int along, int other) {
        double[] places = new double[CELL];
        for (int k = 0; k < SIDE - 1; k++) {
            for (int p = 0; p < PICTURES * CHANNELS; p++) {
                for (int j = 0; j < SIDE; j++) {
                    int at = p * SIDE * SIDE + k * along + j * other;
                    places[k % CELL] += Math.abs(x[at + along] - x[at]);
                }
            }
        }
        double mean = 0;
        for (double place : places) {
            mean += place / CELL;
        }
        double sum = 0;
        for (double place : places) {
            sum += (place / mean - 1) * (place / mean - 1) / CELL;
        }
        return sum;
    }
}
