package latentwilds.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResizeKernelTest {
    private final Random random = new Random(41);

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "1, 1, 3, 4", "2, 3, 4, 5", "5, 2, 1, 6", "3, 3, 2, 2"})
    void theSpreadKernelIsNearestEnlargementAndConvolution(
            int inputs, int outputs, int rows, int columns) {
        float[] x = values(inputs * rows * columns);
        float[] weight = values(outputs * inputs * 9);

        float[] kernel = ResizeKernel.toTransposed(weight, 3, outputs, inputs);

        double[] made = transposed(x, kernel, inputs, outputs, rows, columns);
        double[] expected = enlargedAndConvolved(x, weight, inputs, outputs, rows, columns);
        for (int i = 0; i < expected.length; i++) {
            assertThat(made[i]).as("value " + i).isCloseTo(expected[i], within(1e-5));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 3, 4", "2, 3, 4, 5"})
    void twoByTwoAfterLinearInterpolation(int inputs, int outputs, int rows, int columns) {
        float[] x = values(inputs * rows * columns);
        float[] weight = values(outputs * inputs * 4);

        double[] made =
                transposed(
                        x,
                        ResizeKernel.toTransposed(weight, 2, outputs, inputs),
                        inputs,
                        outputs,
                        rows,
                        columns);

        for (int o = 0; o < outputs; o++) {
            for (int row = 0; row < 2 * rows; row++) {
                for (int column = 0; column < 2 * columns; column++) {
                    double expected = 0;
                    for (int i = 0; i < inputs; i++) {
                        for (int k = 0; k < 4; k++) {
                            expected +=
                                    weight[(o * inputs + i) * 4 + k]
                                            * between(
                                                    x,
                                                    i * rows * columns,
                                                    rows,
                                                    columns,
                                                    (row + k / 2 - 1) / 2.0,
                                                    (column + k % 2 - 1) / 2.0);
                        }
                    }
                    assertThat(made[(o * 2 * rows + row) * 2 * columns + column])
                            .as("row %d, column %d", row, column)
                            .isCloseTo(expected, within(1e-5));
                }
            }
        }
    }

    /** Bilinear interpolation with zeros outside. */
    private static double between(
            float[] x, int plane, int rows, int columns, double row, double column) {
        double sum = 0;
        for (int y = 0; y < rows; y++) {
            for (int c = 0; c < columns; c++) {
                double weight =
                        Math.max(0, 1 - Math.abs(row - y)) * Math.max(0, 1 - Math.abs(column - c));
                sum += weight * x[plane + y * columns + c];
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theKernelIsFoundAgain(int side) {
        float[] weight = values(3 * 5 * side * side);

        float[] found =
                ResizeKernel.fromTransposed(
                        ResizeKernel.toTransposed(weight, side, 3, 5), side, 3, 5);

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
