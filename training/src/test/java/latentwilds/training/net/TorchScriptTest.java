package latentwilds.training.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withPrecision;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Random;
import latentwilds.model.ResizeKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchScriptTest {
    private static final int INPUTS = 3;
    private static final int OUTPUTS = 2;
    private static final int SIDE = 4;

    private final Random random = new Random(5);
    private NDManager manager;
    private TorchScript script;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager("PyTorch");
        script = new TorchScript(manager);
    }

    @AfterEach
    void close() {
        script.close();
        manager.close();
    }

    @Test
    void upTransposedEqualsTheTransposedConvolutionWrittenOut() {
        float[] x = values(INPUTS * SIDE * SIDE);
        float[] w = values(INPUTS * OUTPUTS * 16);

        float[] made =
                up(picture(x), manager.create(w, new Shape(INPUTS, OUTPUTS, 4, 4))).toFloatArray();

        double[] expected = new double[OUTPUTS * 4 * SIDE * SIDE];
        for (int i = 0; i < INPUTS; i++) {
            for (int y = 0; y < SIDE; y++) {
                for (int column = 0; column < SIDE; column++) {
                    scatter(expected, w, i, y, column, x[(i * SIDE + y) * SIDE + column]);
                }
            }
        }
        assertClose(made, expected);
    }

    private NDArray up(NDArray x, NDArray kernel) {
        return script.convolve(Convolution.DOUBLE, Kernel.IM2COL, x, kernel);
    }

    private static void scatter(double[] to, float[] w, int input, int y, int x, float value) {
        for (int o = 0; o < OUTPUTS; o++) {
            for (int ky = 0; ky < 4; ky++) {
                for (int kx = 0; kx < 4; kx++) {
                    int row = 2 * y - 1 + ky;
                    int column = 2 * x - 1 + kx;
                    if (row >= 0 && row < 2 * SIDE && column >= 0 && column < 2 * SIDE) {
                        to[(o * 2 * SIDE + row) * 2 * SIDE + column] +=
                                value * w[((input * OUTPUTS + o) * 4 + ky) * 4 + kx];
                    }
                }
            }
        }
    }

    @Test
    void upResizeEqualsNearestEnlargementAndConvolution() {
        float[] x = values(INPUTS * SIDE * SIDE);
        float[] w = values(OUTPUTS * INPUTS * 9);

        float[] made =
                up(
                                picture(x),
                                script.resizeKernel(
                                        manager.create(w, new Shape(OUTPUTS, INPUTS, 3, 3))))
                        .toFloatArray();

        int big = 2 * SIDE;
        double[] expected = new double[OUTPUTS * big * big];
        for (int o = 0; o < OUTPUTS; o++) {
            for (int y = 0; y < big; y++) {
                for (int column = 0; column < big; column++) {
                    expected[(o * big + y) * big + column] = convolved(x, w, o, y, column);
                }
            }
        }
        assertClose(made, expected);
    }

    private static double convolved(float[] x, float[] w, int output, int y, int column) {
        double sum = 0;
        for (int i = 0; i < INPUTS; i++) {
            for (int ky = 0; ky < 3; ky++) {
                for (int kx = 0; kx < 3; kx++) {
                    int row = y + ky - 1;
                    int at = column + kx - 1;
                    if (row >= 0 && row < 2 * SIDE && at >= 0 && at < 2 * SIDE) {
                        sum +=
                                x[(i * SIDE + row / 2) * SIDE + at / 2]
                                        * w[((output * INPUTS + i) * 3 + ky) * 3 + kx];
                    }
                }
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void smallKernelsAreSpreadAsTheGameSpreadsThem(int side) {
        float[] w = values(OUTPUTS * INPUTS * side * side);

        float[] made =
                script.resizeKernel(manager.create(w, new Shape(OUTPUTS, INPUTS, side, side)))
                        .toFloatArray();

        assertThat(made)
                .containsExactly(
                        ResizeKernel.toTransposed(w, side, OUTPUTS, INPUTS), withPrecision(1e-5f));
    }

    @Test
    void gradientsOfAllLayersAgreeWithFiniteDifferences() {
        float[] x = values(INPUTS * SIDE * SIDE);
        float[] transposed = values(INPUTS * OUTPUTS * 16);
        float[] resize = values(OUTPUTS * INPUTS * 9);

        checkGradient(x, transposed, new Shape(INPUTS, OUTPUTS, 4, 4), true);
        checkGradient(x, resize, new Shape(OUTPUTS, INPUTS, 3, 3), false);
        checkGradient(x, values(OUTPUTS * INPUTS * 4), new Shape(OUTPUTS, INPUTS, 2, 2), false);
    }

    private void checkGradient(float[] x, float[] w, Shape shape, boolean transposed) {
        NDArray weight = manager.create(w, shape);
        weight.setRequiresGradient(true);
        NDArray input = picture(x);
        input.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            collector.backward(objective(input, weight, transposed));
        }
        float[] byWeight = weight.getGradient().toFloatArray();
        float[] byInput = input.getGradient().toFloatArray();
        float step = 1e-2f;
        for (int i = 0; i < w.length; i += 5) {
            float[] up = w.clone();
            float[] down = w.clone();
            up[i] += step;
            down[i] -= step;
            double slope =
                    (value(x, up, shape, transposed) - value(x, down, shape, transposed))
                            / (2 * step);
            assertThat((double) byWeight[i]).isCloseTo(slope, within(2e-2 * (1 + Math.abs(slope))));
        }
        for (int i = 0; i < x.length; i += 5) {
            float[] up = x.clone();
            float[] down = x.clone();
            up[i] += step;
            down[i] -= step;
            double slope =
                    (value(up, w, shape, transposed) - value(down, w, shape, transposed))
                            / (2 * step);
            assertThat((double) byInput[i]).isCloseTo(slope, within(2e-2 * (1 + Math.abs(slope))));
        }
    }

    private NDArray objective(NDArray x, NDArray w, boolean transposed) {
        return up(x, transposed ? w : script.resizeKernel(w)).square().mean();
    }

    private double value(float[] x, float[] w, Shape shape, boolean transposed) {
        return objective(picture(x), manager.create(w, shape), transposed).getFloat();
    }

    @Test
    void gradientCanBeDifferentiatedAgainAndTouchesNoLeaf() {
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray x = manager.create(new float[] {1, 2});
            NDArray w = manager.create(new float[] {2, 1});
            x.setRequiresGradient(true);
            w.setRequiresGradient(true);

            // y = w x^3, y' = 3 w x^2, sum(y'^2) = 9 w^2 x^4, by w: 18 w x^4.
            NDArray slope = script.gradient(x.pow(3).mul(w).sum(), x);
            assertThat(slope.toFloatArray()).containsExactly(6, 12);
            collector.backward(slope.square().sum());

            assertThat(w.getGradient().toFloatArray()).containsExactly(36, 288);
        }
    }

    private NDArray picture(float[] x) {
        return manager.create(x, new Shape(1, INPUTS, SIDE, SIDE));
    }

    private float[] values(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static void assertClose(float[] made, double[] expected) {
        assertThat(made).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) made[i]).isCloseTo(expected[i], within(1e-5));
        }
    }
}
