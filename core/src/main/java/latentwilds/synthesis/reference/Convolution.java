package latentwilds.synthesis.reference;

import java.util.Arrays;
import java.util.List;
import latentwilds.model.Activation;
import latentwilds.model.Layer;

/**
 * One layer in plain Java. The innermost loop runs over a panel of neighbouring pixels where there
 * are many, else over the outputs ({@link Sums}); either way a number is the bias, then the
 * products of one tap after the other, input by input, in single precision, so that it does not
 * depend on the machine or on the way.
 */
final class Convolution {
    /**
     * About so many pixels of a panel: four inputs' and an output's sums stay in the first cache.
     */
    private static final int PANEL = 512;

    private final Layer layer;
    private final int inputs;
    private final int outputs;
    // [tap x inputs + input][output]: for loops over outputs
    private final float[][] byInput;
    // [tap][output x inputs + input]: for loops over pixels
    private final float[][] byOutput;
    private final float[] bias;

    Convolution(Layer layer, int codeSize, float[] weight, float[] bias) {
        this.layer = layer;
        this.bias = bias;
        inputs = layer.weightInputs(codeSize);
        outputs = layer.outputs();
        int[] shape = layer.weightShape(codeSize);
        int taps = shape[2] * shape[3];
        boolean outputsFirst = layer instanceof Layer.Conv3x3;
        byInput = new float[taps * inputs][outputs];
        byOutput = new float[taps][outputs * inputs];
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
                int from = (outputsFirst ? o * inputs + i : i * outputs + o) * taps;
                for (int t = 0; t < taps; t++) {
                    byInput[t * inputs + i][o] = weight[from + t];
                    byOutput[t][o * inputs + i] = weight[from + t];
                }
            }
        }
    }

    Planes apply(Planes x) {
        Planes y;
        if (layer instanceof Layer.Dense dense) {
            y = new Planes(dense.height(), dense.width(), outputs);
            for (int p = 0; p < y.pixels(); p++) {
                float[] sums = bias.clone();
                addOutputs(x, 0, p, sums);
                scatter(sums, y, p);
            }
        } else if (layer instanceof Layer.UpConv) {
            y = new Planes(2 * x.rows(), 2 * x.columns(), outputs);
            for (int phase = 0; phase < 4; phase++) {
                int py = phase >> 1;
                int px = phase & 1;
                convolve(x, Tap.ofUpConv(py, px), y, 2, py, px);
            }
        } else {
            y = new Planes(x.rows(), x.columns(), outputs);
            convolve(x, Tap.ofConv3x3(), y, 1, 0, 0);
        }
        activate(y);
        return y;
    }

    /** Fills the output pixels {@code (scale x row + py, scale x column + px)}. */
    private void convolve(Planes x, List<Tap> taps, Planes y, int scale, int py, int px) {
        if (x.pixels() < outputs) {
            overOutputs(x, taps, y, scale, py, px);
            return;
        }
        int rows = Math.min(x.rows(), Math.max(1, PANEL / x.columns()));
        float[][] sums = new float[outputs][rows * x.columns()];
        float[][] panel = new float[Sums.TERMS][rows * x.columns()];
        for (int first = 0; first < x.rows(); first += rows) {
            int count = Math.min(rows, x.rows() - first);
            overPixels(x, taps, first, count, panel, sums);
            for (int o = 0; o < outputs; o++) {
                spread(
                        sums[o],
                        count,
                        y.values()[o],
                        (scale * first + py) * y.columns() + px,
                        y,
                        scale);
            }
        }
    }

    private static void spread(float[] from, int rows, float[] to, int start, Planes y, int scale) {
        int columns = y.columns() / scale;
        for (int row = 0; row < rows; row++) {
            int at = start + scale * row * y.columns();
            for (int column = 0; column < columns; column++) {
                to[at + scale * column] = from[row * columns + column];
            }
        }
    }

    /** Sums for some rows of pixels. */
    private void overPixels(
            Planes x, List<Tap> taps, int first, int rows, float[][] panel, float[][] sums) {
        int count = rows * x.columns();
        for (int o = 0; o < outputs; o++) {
            Arrays.fill(sums[o], 0, count, bias[o]);
        }
        for (Tap tap : taps) {
            float[] weights = byOutput[tap.kernel()];
            int i = 0;
            for (; i + Sums.TERMS <= inputs; i += Sums.TERMS) {
                for (int k = 0; k < Sums.TERMS; k++) {
                    shift(x, i + k, tap, first, rows, panel[k]);
                }
                for (int o = 0; o < outputs; o++) {
                    int w = o * inputs + i;
                    Sums.add(
                            sums[o],
                            panel[0],
                            panel[1],
                            panel[2],
                            panel[3],
                            weights[w],
                            weights[w + 1],
                            weights[w + 2],
                            weights[w + 3],
                            count);
                }
            }
            for (; i < inputs; i++) {
                shift(x, i, tap, first, rows, panel[0]);
                for (int o = 0; o < outputs; o++) {
                    Sums.add(sums[o], panel[0], weights[o * inputs + i], count);
                }
            }
        }
    }

    /** Copies what a tap reads for some rows of pixels; zeros beyond the edge. */
    private static void shift(Planes x, int input, Tap tap, int first, int rows, float[] panel) {
        float[] from = x.values()[input];
        int columns = x.columns();
        int left = Math.max(0, -tap.right());
        int length = columns - Math.abs(tap.right());
        for (int row = 0; row < rows; row++) {
            int source = first + row + tap.down();
            int to = row * columns;
            if (source < 0 || source >= x.rows()) {
                Arrays.fill(panel, to, to + columns, 0);
                continue;
            }
            System.arraycopy(from, source * columns + left + tap.right(), panel, to + left, length);
            if (tap.right() < 0) {
                panel[to] = 0;
            } else if (tap.right() > 0) {
                panel[to + columns - 1] = 0;
            }
        }
    }

    /** The same where pixels are few: sums of all outputs, pixel by pixel. */
    private void overOutputs(Planes x, List<Tap> taps, Planes y, int scale, int py, int px) {
        float[][] sums = new float[x.pixels()][];
        Arrays.setAll(sums, p -> bias.clone());
        for (Tap tap : taps) {
            for (int row = 0; row < x.rows(); row++) {
                for (int column = 0; column < x.columns(); column++) {
                    int down = row + tap.down();
                    int right = column + tap.right();
                    if (down >= 0 && down < x.rows() && right >= 0 && right < x.columns()) {
                        int source = down * x.columns() + right;
                        addOutputs(x, source, tap.kernel(), sums[row * x.columns() + column]);
                    }
                }
            }
        }
        for (int p = 0; p < sums.length; p++) {
            int row = scale * (p / x.columns()) + py;
            scatter(sums[p], y, row * y.columns() + scale * (p % x.columns()) + px);
        }
    }

    private void addOutputs(Planes x, int pixel, int kernel, float[] sums) {
        float[][] from = x.values();
        int base = kernel * inputs;
        int i = 0;
        for (; i + Sums.TERMS <= inputs; i += Sums.TERMS) {
            Sums.add(
                    sums,
                    byInput[base + i],
                    byInput[base + i + 1],
                    byInput[base + i + 2],
                    byInput[base + i + 3],
                    from[i][pixel],
                    from[i + 1][pixel],
                    from[i + 2][pixel],
                    from[i + 3][pixel],
                    outputs);
        }
        for (; i < inputs; i++) {
            Sums.add(sums, byInput[base + i], from[i][pixel], outputs);
        }
    }

    private void scatter(float[] sums, Planes y, int pixel) {
        for (int o = 0; o < outputs; o++) {
            y.values()[o][pixel] = sums[o];
        }
    }

    private void activate(Planes y) {
        Activation activation = layer.activation();
        if (activation == Activation.NONE) {
            return;
        }
        for (float[] plane : y.values()) {
            if (activation == Activation.RELU) {
                rectify(plane);
                continue;
            }
            for (int i = 0; i < plane.length; i++) {
                plane[i] = activation.apply(plane[i]);
            }
        }
    }

    /** Apart, so that it becomes vector instructions. */
    private static void rectify(float[] plane) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Math.max(plane[i], 0);
        }
    }
}
