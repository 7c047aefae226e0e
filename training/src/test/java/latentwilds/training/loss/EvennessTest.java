package latentwilds.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
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
    private static final double CALM = 1.0 / 255;

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
        // Steps 2, 1, 1, 0 along x, variance (1 + 0 + 0 + 1) / 4 over mean 1; 1 along y; no rows.
        assertThat(penalty(stairs(2, 1, 1, 0), CELL)).isCloseTo(0.5 / 4 * seen(1), within(1e-5));
    }

    @Test
    void itIsTheSameWhereverACropBegins() {
        assertThat(penalty(stairs(2, 1, 1, 0), CELL))
                .isCloseTo(penalty(stairs(0, 2, 1, 1), CELL), within(1e-6));
    }

    @Test
    void rowsAreSeenAsColumnsAre() {
        float[] columns = stairs(2, 1, 1, 0);
        assertThat(penalty(turned(columns), CELL)).isCloseTo(penalty(columns, CELL), within(1e-6));
    }

    @Test
    void aWeaveCosts() {
        // Steps to the right are in 4 of 9 rows only, 9 / 4 of their mean there: variance 81 / 64.
        // The same holds of steps downwards and columns; the other two are even.
        float[] weave = new float[PICTURES * CHANNELS * SIDE * SIDE];
        for (int i = 0; i < weave.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE % SIDE;
            weave[i] = y % 2 == 1 && x % 2 == 1 ? 1 : 0;
        }
        assertThat(penalty(weave, CELL)).isCloseTo(2 * 81.0 / 64 / 4 * seen(4.0 / 9), within(1e-5));
    }

    @Test
    void calmPicturesCountAsLoudOnesDo() {
        float[] pictures = stairs(2, 1, 1, 0);
        double calm = penalty(pictures, CELL);
        for (int i = 0; i < pictures.length / PICTURES; i++) {
            pictures[i] *= 1000;
        }
        assertThat(penalty(pictures, CELL)).isBetween(calm, 1.01 * calm);
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

    private static float[] turned(float[] pictures) {
        float[] turned = new float[pictures.length];
        for (int i = 0; i < pictures.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE % SIDE;
            turned[i - y * SIDE - x + x * SIDE + y] = pictures[i];
        }
        return turned;
    }

    /** What is left of a variance of steps of this mean when calm pictures count less. */
    private static double seen(double mean) {
        return Math.pow(mean / (mean + CALM), 2);
    }

    /** The same in plain sums. */
    private static double expected(double[] x) {
        return (axis(x, 0, 1) + axis(x, 1, 0)) / 4;
    }

    /** Of steps to the right or downwards: the variance over columns, and that over rows. */
    private static double axis(double[] x, int down, int right) {
        int rows = SIDE - down;
        int columns = SIDE - right;
        double[] byColumn = new double[CELL];
        double[] byRow = new double[CELL];
        for (int n = 0; n < PICTURES; n++) {
            double[][] steps = new double[rows][columns];
            double mean = 0;
            for (int y = 0; y < rows; y++) {
                for (int c = 0; c < columns; c++) {
                    for (int p = n * CHANNELS; p < (n + 1) * CHANNELS; p++) {
                        int at = (p * SIDE + y) * SIDE + c;
                        steps[y][c] += Math.abs(x[at + down * SIDE + right] - x[at]) / CHANNELS;
                    }
                    mean += steps[y][c] / (rows * columns);
                }
            }
            for (int y = 0; y < CELL * (rows / CELL); y++) {
                for (int c = 0; c < columns; c++) {
                    byRow[y % CELL] +=
                            steps[y][c] / (mean + CALM) / PICTURES / columns / (rows / CELL);
                }
            }
            for (int y = 0; y < rows; y++) {
                for (int c = 0; c < CELL * (columns / CELL); c++) {
                    byColumn[c % CELL] +=
                            steps[y][c] / (mean + CALM) / PICTURES / rows / (columns / CELL);
                }
            }
        }
        return variance(byColumn) + variance(byRow);
    }

    private static double variance(double[] places) {
        double mean = Arrays.stream(places).average().orElseThrow();
        return Arrays.stream(places).map(p -> (p - mean) * (p - mean)).average().orElseThrow();
    }
}
