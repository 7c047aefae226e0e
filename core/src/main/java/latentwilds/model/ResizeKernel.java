package latentwilds.model;

/**
 * Nearest-neighbour enlargement by 2 followed by a 3 x 3 convolution is a 4 x 4 transposed
 * convolution with stride 2 and padding 1, borders included: its kernel is the flipped 3 x 3 kernel
 * spread over a 2 x 2 box, that is, the sum of its four one-pixel shifts.
 */
public final class ResizeKernel {
    /** Left inverse of the 1 x 2 box, times 4: three weights from the four sums they make. */
    private static final int[][] INVERSE = {{3, 1, -1, 1}, {-2, 2, 2, -2}, {1, -1, 1, 3}};

    private ResizeKernel() {}

    /**
     * Makes the 4 x 4 kernel.
     *
     * @param weight {@code [outputs][inputs][3][3]}, a cross-correlation's weights
     * @param outputs channels made
     * @param inputs channels read
     * @return {@code [inputs][outputs][4][4]}, {@link Layer.UpConv}'s layout
     */
    public static float[] toTransposed(float[] weight, int outputs, int inputs) {
        float[] kernel = new float[inputs * outputs * 16];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                int from = (o * inputs + i) * 9;
                int to = (i * outputs + o) * 16;
                for (int y = 0; y < 3; y++) {
                    for (int x = 0; x < 3; x++) {
                        float value = weight[from + (2 - y) * 3 + 2 - x];
                        kernel[to + y * 4 + x] += value;
                        kernel[to + y * 4 + x + 1] += value;
                        kernel[to + (y + 1) * 4 + x] += value;
                        kernel[to + (y + 1) * 4 + x + 1] += value;
                    }
                }
            }
        }
        return kernel;
    }

    /**
     * The 3 x 3 kernel that a 4 x 4 kernel was made from; of any other 4 x 4 kernel the least
     * squares fit.
     *
     * @param kernel {@code [inputs][outputs][4][4]}
     * @param outputs channels made
     * @param inputs channels read
     * @return {@code [outputs][inputs][3][3]}
     */
    public static float[] fromTransposed(float[] kernel, int outputs, int inputs) {
        float[] weight = new float[outputs * inputs * 9];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                int from = (i * outputs + o) * 16;
                int to = (o * inputs + i) * 9;
                for (int y = 0; y < 3; y++) {
                    for (int x = 0; x < 3; x++) {
                        weight[to + (2 - y) * 3 + 2 - x] = fitted(kernel, from, y, x);
                    }
                }
            }
        }
        return weight;
    }

    private static float fitted(float[] kernel, int from, int y, int x) {
        double sum = 0;
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                sum += INVERSE[y][row] * INVERSE[x][column] * kernel[from + row * 4 + column];
            }
        }
        return (float) (sum / 16);
    }
}
