package latentwilds.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizeKernelTest {
    private final Random random = new Random(41);

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "1, 1, 3, 4", "2, 3, 4, 5", "5, 2, 1, 6", "3, 3, 2, 2"})
    void theSpreadKernelIsNearestEnlargementAndConvolution(
            int inputs, int outputs, int rows, int columns) {
        float[] x = values(inputs * rows * columns);
        float[] weight = values(outputs * inputs * 9);

        float[] kernel = ResizeKernel.toTransposed(weight, outputs, inputs);

        double[] made = transposed(x, kernel, inputs, outputs, rows, columns);
        double[] expected = enlargedAndConvolved(x, weight, inputs, outputs, rows, columns);
        for (int i = 0; i < expected.length; i++) {
            assertThat(made[i]).as("value " + i).isCloseTo(expected[i], within(1e-5));
        }
    }

    @Test
    void theKernelIsFoundAgain() {
        float[] weight = values(3 * 5 * 9);

        float[] found = ResizeKernel.fromTransposed(ResizeKernel.toTransposed(weight, 3, 5), 3, 5);

        for (int i = 0; i < weight.length; i++) {
            assertThat(found[i]).as("value " + i).isCloseTo(weight[i], within(1e-5f));
        }
    }

    /** Every input pixel adds its kernel to the output, stride 2, one row and column cut off. */
    private static double[] transposed(
            float[] x, float[] kernel, int inputs, int outputs, int rows, int columns) {
        double[] y = new double[outputs * 4 * rows * columns];
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
                for (int p = 0; p < rows * columns; p++) {
                    for (int k = 0; k < 16; k++) {
                        int row = 2 * (p / columns) + k / 4 - 1;
                        int column = 2 * (p % columns) + k % 4 - 1;
                        if (inside(row, column, 2 * rows, 2 * columns)) {
                            y[(o * 2 * rows + row) * 2 * columns + column] +=
                                    (double) x[i * rows * columns + p]
                                            * kernel[(i * outputs + o) * 16 + k];
                        }
                    }
                }
            }
        }
        return y;
    }

    private static double[] enlargedAndConvolved(
            float[] x, float[] weight, int inputs, int outputs, int rows, int columns) {
        double[] y = new double[outputs * 4 * rows * columns];
        for (int o = 0; o < outputs; o++) {
            for (int p = 0; p < 4 * rows * columns; p++) {
                for (int i = 0; i < inputs; i++) {
                    for (int k = 0; k < 9; k++) {
                        int row = p / (2 * columns) + k / 3 - 1;
                        int column = p % (2 * columns) + k % 3 - 1;
                        if (inside(row, column, 2 * rows, 2 * columns)) {
                            y[o * 4 * rows * columns + p] +=
                                    (double) x[(i * rows + row / 2) * columns + column / 2]
                                            * weight[(o * inputs + i) * 9 + k];
                        }
                    }
                }
            }
        }
        return y;
    }

    private static boolean inside(int row, int column, int rows, int columns) {
        return row >= 0 && row < rows && column >= 0 && column < columns;
    }

    private float[] values(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
