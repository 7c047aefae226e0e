package latentwilds.model;

/**
 * Nearest-neighbour enlargement by 2 followed by a 3 x 3 convolution is a 4 x 4 transposed
 * convolution with stride 2 and padding 1, borders included: its kernel is the flipped 3 x 3 kernel
 * spread over a 2 x 2 box, that is, the sum of its four one-pixel shifts.
 */
public final class ResizeKernel {
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
}
