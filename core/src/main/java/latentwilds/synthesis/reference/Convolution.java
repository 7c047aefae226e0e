package latentwilds.synthesis.reference;

import latentwilds.model.Activation;
import latentwilds.model.Layer;

/**
 * One layer in plain Java. Weights are laid out {@code [tap][input][output]}, so that the innermost
 * loop runs over neighbouring outputs and the JIT turns it into vector instructions; several pixels
 * share every weight that is read.
 */
final class Convolution {
    /** Pixels computed together: each weight row is read once for all of them. */
    private static final int BLOCK = 4;

    private final Layer layer;
    private final int inputs;
    private final int outputs;
    private final float[] weights;
    private final float[] bias;

    Convolution(Layer layer, int codeSize, float[] weight, float[] bias) {
        this.layer = layer;
        this.bias = bias;
        inputs = layer.weightInputs(codeSize);
        outputs = layer.outputs();
        int[] shape = layer.weightShape(codeSize);
        int taps = shape[2] * shape[3];
        boolean outputsFirst = layer instanceof Layer.Conv3x3;
        weights = new float[weight.length];
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
                int from = (outputsFirst ? o * inputs + i : i * outputs + o) * taps;
                for (int t = 0; t < taps; t++) {
                    weights[(t * inputs + i) * outputs + o] = weight[from + t];
                }
            }
        }
    }

    Planes apply(Planes x) {
        Planes y;
        if (layer instanceof Layer.Dense dense) {
            y = new Planes(dense.height(), dense.width(), outputs);
            for (int p = 0; p < dense.height() * dense.width(); p++) {
                begin(y, p);
                accumulate(x.values(), new int[] {0}, y.values(), new int[] {p * outputs}, 1, p);
            }
        } else if (layer instanceof Layer.UpConv) {
            y = new Planes(2 * x.rows(), 2 * x.columns(), outputs);
            for (int phase = 0; phase < 4; phase++) {
                upConvPhase(x, y, phase >> 1, phase & 1);
            }
        } else {
            y = new Planes(x.rows(), x.columns(), outputs);
            for (int row = 0; row < x.rows(); row++) {
                convolveRow(x, y, row);
            }
        }
        activate(y.values());
        return y;
    }

    /**
     * Output pixels (2 my + py, 2 mx + px) read input rows my and my - 1 + 2 py, with kernel rows 1
     * + py and 3 - 3 py; columns alike.
     */
    private void upConvPhase(Planes x, Planes y, int py, int px) {
        int[] from = new int[BLOCK];
        int[] to = new int[BLOCK];
        for (int my = 0; my < x.rows(); my++) {
            int outRow = 2 * my + py;
            for (int mx = 0; mx < x.columns(); mx++) {
                begin(y, outRow * y.columns() + 2 * mx + px);
            }
            for (int tap = 0; tap < 4; tap++) {
                boolean near = tap < 2;
                int row = near ? my : my - 1 + 2 * py;
                if (row < 0 || row >= x.rows()) {
                    continue;
                }
                boolean nearColumn = (tap & 1) == 0;
                int shift = nearColumn ? 0 : 2 * px - 1;
                int kernel = (near ? 1 + py : 3 - 3 * py) * 4 + (nearColumn ? 1 + px : 3 - 3 * px);
                int first = Math.max(0, -shift);
                int last = Math.min(x.columns(), x.columns() - shift);
                for (int mx = first; mx < last; mx += BLOCK) {
                    int count = Math.min(BLOCK, last - mx);
                    for (int b = 0; b < count; b++) {
                        from[b] = (row * x.columns() + mx + b + shift) * inputs;
                        to[b] = (outRow * y.columns() + 2 * (mx + b) + px) * outputs;
                    }
                    accumulate(x.values(), from, y.values(), to, count, kernel);
                }
            }
        }
    }

    private void convolveRow(Planes x, Planes y, int row) {
        int[] from = new int[BLOCK];
        int[] to = new int[BLOCK];
        for (int column = 0; column < x.columns(); column++) {
            begin(y, row * y.columns() + column);
        }
        for (int tap = 0; tap < 9; tap++) {
            int sourceRow = row + tap / 3 - 1;
            if (sourceRow < 0 || sourceRow >= x.rows()) {
                continue;
            }
            int shift = tap % 3 - 1;
            int first = Math.max(0, -shift);
            int last = Math.min(x.columns(), x.columns() - shift);
            for (int column = first; column < last; column += BLOCK) {
                int count = Math.min(BLOCK, last - column);
                for (int b = 0; b < count; b++) {
                    from[b] = (sourceRow * x.columns() + column + b + shift) * inputs;
                    to[b] = (row * y.columns() + column + b) * outputs;
                }
                accumulate(x.values(), from, y.values(), to, count, tap);
            }
        }
    }

    private void begin(Planes y, int pixel) {
        System.arraycopy(bias, 0, y.values(), pixel * outputs, outputs);
    }

    /**
     * Adds one tap's share to some pixels: {@code y[to + o] += sum over i of x[from + i] *
     * w[i][o]}.
     */
    private void accumulate(float[] x, int[] from, float[] y, int[] to, int count, int tap) {
        int base = tap * inputs * outputs;
        if (count == BLOCK) {
            for (int i = 0; i < inputs; i++) {
                addFour(
                        x[from[0] + i],
                        x[from[1] + i],
                        x[from[2] + i],
                        x[from[3] + i],
                        base + i * outputs,
                        y,
                        to);
            }
            return;
        }
        for (int b = 0; b < count; b++) {
            for (int i = 0; i < inputs; i++) {
                addOne(x[from[b] + i], base + i * outputs, y, to[b]);
            }
        }
    }

    private void addFour(float a, float b, float c, float d, int row, float[] y, int[] to) {
        int p = to[0];
        int q = to[1];
        int r = to[2];
        int s = to[3];
        float[] w = weights;
        for (int o = 0; o < outputs; o++) {
            float weight = w[row + o];
            y[p + o] += a * weight;
            y[q + o] += b * weight;
            y[r + o] += c * weight;
            y[s + o] += d * weight;
        }
    }

    private void addOne(float value, int row, float[] y, int to) {
        float[] w = weights;
        for (int o = 0; o < outputs; o++) {
            y[to + o] += value * w[row + o];
        }
    }

    private void activate(float[] values) {
        Activation activation = layer.activation();
        if (activation == Activation.NONE) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = activation.apply(values[i]);
        }
    }
}
