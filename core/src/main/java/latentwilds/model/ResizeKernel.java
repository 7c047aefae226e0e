package latentwilds.model;

/**
 * Up-sampling by 2 that enlarges first and convolves then, as one 4 x 4 transposed convolution with
 * stride 2 and padding 1, borders included. Its kernel is the flipped small one, summed over the
 * one-pixel shifts that the enlargement stands for:
 *
 * <ul>
 *   <li>3 x 3 after nearest-neighbour enlargement: a 2 x 2 box;
 *   <li>2 x 2 after linear interpolation (a value between every two is their mean): the box twice,
 *       that is 1, 2, 1 along both axes, over 4.
 * </ul>
 */
public final class ResizeKernel {
    /** Left inverse of the box along one axis: three weights from the four sums they make. */
    private static final double[][] FROM_NEAREST = {
        {.75, .25, -.25, .25}, {-.5, .5, .5, -.5}, {.25, -.25, .25, .75}
    };

    /** The same for 1, 2, 1 over 2: two weights from four sums. */
    private static final double[][] FROM_LINEAR = {{.6, .8, -.2, -.4}, {-.4, -.2, .8, .6}};

    private ResizeKernel() {}

    /**
     * Makes the 4 x 4 kernel.
     *
     * @param weight {@code [outputs][inputs][side][side]}, a cross-correlation's weights
     * @param side 3 for nearest-neighbour enlargement, 2 for linear interpolation
     * @param outputs channels made
     * @param inputs channels read
     * @return {@code [inputs][outputs][4][4]}, {@link Layer.UpConv}'s layout
     */
    public static float[] toTransposed(float[] weight, int side, int outputs, int inputs) {
        float[] kernel = new float[inputs * outputs * 16];
        float[] axis = side == 3 ? new float[] {1, 1} : new float[] {.5f, 1, .5f};
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                int from = (o * inputs + i) * side * side;
                int to = (i * outputs + o) * 16;
                for (int p = 0; p < side * side; p++) {
                    float value = weight[from + side * side - 1 - p];
                    for (int q = 0; q < axis.length * axis.length; q++) {
                        int row = p / side + q / axis.length;
                        int column = p % side + q % axis.length;
                        kernel[to + row * 4 + column] +=
                                value * axis[q / axis.length] * axis[q % axis.length];
                    }
                }
            }
        }
        return kernel;
    }

    /**
     * The small kernel that a 4 x 4 kernel was made from; of any other 4 x 4 kernel the least
     * squares fit.
     *
     * @param kernel {@code [inputs][outputs][4][4]}
     * @param side 3 or 2, as above
     * @param outputs channels made
     * @param inputs channels read
     * @return {@code [outputs][inputs][side][side]}
     */
    public static float[] fromTransposed(float[] kernel, int side, int outputs, int inputs) {
        double[][] inverse = side == 3 ? FROM_NEAREST : FROM_LINEAR;
        float[] weight = new float[outputs * inputs * side * side];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                int from = (i * outputs + o) * 16;
                int to = (o * inputs + i) * side * side;
                for (int p = 0; p < side * side; p++) {
                    double sum = 0;
                    for (int q = 0; q < 16; q++) {
                        sum +=
                                inverse[p / side][q / 4]
                                        * inverse[p % side][q % 4]
                                        * kernel[from + q];
                    }
                    weight[to + side * side - 1 - p] = (float) sum;
                }
            }
        }
        return weight;
    }
}
