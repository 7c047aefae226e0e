package latentwilds.synthesis;

import latentwilds.latent.LatentGrid;
import latentwilds.model.Activation;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;

/**
 * A generator written straight from the definitions, in doubles, pixel by pixel and without a
 * thought for speed: what the backends are compared with. Shares no code with them.
 */
public final class NaiveGenerator {
    private final GeneratorWeights weights;

    public NaiveGenerator(GeneratorWeights weights) {
        this.weights = weights;
    }

    /** Values {@code [channel][row][column]}. */
    private record Map(int channels, int rows, int columns, double[] values) {
        Map(int channels, int rows, int columns) {
            this(channels, rows, columns, new double[channels * rows * columns]);
        }

        /** Zero outside. */
        double at(int channel, int row, int column) {
            boolean inside = row >= 0 && row < rows && column >= 0 && column < columns;
            return inside ? values[(channel * rows + row) * columns + column] : 0;
        }

        double clamped(int channel, int row, int column) {
            return at(
                    channel,
                    Math.max(0, Math.min(rows - 1, row)),
                    Math.max(0, Math.min(columns - 1, column)));
        }

        void add(int channel, int row, int column, double value) {
            if (row >= 0 && row < rows && column >= 0 && column < columns) {
                values[(channel * rows + row) * columns + column] += value;
            }
        }
    }

    /** The picture's values, {@code [channel][row][column]}. */
    public double[] synthesise(LatentGrid grid) {
        Map code = map(grid, grid.code());
        Map x = map(grid, grid.noise());
        for (int i = 0; i < weights.spec().layers().size(); i++) {
            Layer layer = weights.spec().layers().get(i);
            if (layer.inject()) {
                x = joined(x, code);
            }
            x = layer(layer, x, weights.weight(i), weights.bias(i));
        }
        return x.values;
    }

    private static Map map(LatentGrid grid, float[] values) {
        Map map =
                new Map(
                        values.length / (grid.rows() * grid.columns()),
                        grid.rows(),
                        grid.columns());
        for (int i = 0; i < values.length; i++) {
            map.values[i] = values[i];
        }
        return map;
    }

    /** The code, bilinear with half-pixel centres, behind the channels of x. */
    private static Map joined(Map x, Map code) {
        Map both = new Map(x.channels + code.channels, x.rows, x.columns);
        System.arraycopy(x.values, 0, both.values, 0, x.values.length);
        for (int c = 0; c < code.channels; c++) {
            for (int row = 0; row < x.rows; row++) {
                for (int column = 0; column < x.columns; column++) {
                    double v = (row + 0.5) * code.rows / x.rows - 0.5;
                    double u = (column + 0.5) * code.columns / x.columns - 0.5;
                    both.add(x.channels + c, row, column, bilinear(code, c, v, u));
                }
            }
        }
        return both;
    }

    private static double bilinear(Map map, int channel, double v, double u) {
        double sum = 0;
        for (int dv = 0; dv < 2; dv++) {
            for (int du = 0; du < 2; du++) {
                int row = (int) Math.floor(v) + dv;
                int column = (int) Math.floor(u) + du;
                double share = (1 - Math.abs(v - row)) * (1 - Math.abs(u - column));
                sum += share * map.clamped(channel, row, column);
            }
        }
        return sum;
    }

    private static Map layer(Layer layer, Map x, float[] weight, float[] bias) {
        Map y;
        if (layer instanceof Layer.Dense dense) {
            y = new Map(layer.outputs(), dense.height(), dense.width());
            int pixels = dense.height() * dense.width();
            for (int i = 0; i < x.channels; i++) {
                for (int to = 0; to < y.values.length; to++) {
                    y.values[to] += x.values[i] * weight[i * layer.outputs() * pixels + to];
                }
            }
        } else if (layer instanceof Layer.UpConv) {
            y = transposed(x, layer.outputs(), weight);
        } else {
            y = convolved(x, layer.outputs(), weight);
        }
        int pixels = y.rows * y.columns;
        for (int i = 0; i < y.values.length; i++) {
            y.values[i] = activated(layer.activation(), y.values[i] + bias[i / pixels]);
        }
        return y;
    }

    /** Kernel 4 x 4, stride 2, padding 1: input pixel (r, c) adds to rows 2r - 1 to 2r + 2. */
    private static Map transposed(Map x, int outputs, float[] weight) {
        Map y = new Map(outputs, 2 * x.rows, 2 * x.columns);
        for (int i = 0; i < x.channels; i++) {
            for (int o = 0; o < outputs; o++) {
                for (int p = 0; p < x.rows * x.columns; p++) {
                    for (int k = 0; k < 16; k++) {
                        y.add(
                                o,
                                2 * (p / x.columns) - 1 + k / 4,
                                2 * (p % x.columns) - 1 + k % 4,
                                x.values[i * x.rows * x.columns + p]
                                        * weight[(i * outputs + o) * 16 + k]);
                    }
                }
            }
        }
        return y;
    }

    private static Map convolved(Map x, int outputs, float[] weight) {
        Map y = new Map(outputs, x.rows, x.columns);
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < x.channels; i++) {
                for (int p = 0; p < x.rows * x.columns; p++) {
                    int row = p / x.columns;
                    int column = p % x.columns;
                    for (int k = 0; k < 9; k++) {
                        double read = x.at(i, row - 1 + k / 3, column - 1 + k % 3);
                        y.add(o, row, column, read * weight[(o * x.channels + i) * 9 + k]);
                    }
                }
            }
        }
        return y;
    }

    private static double activated(Activation activation, double x) {
        return switch (activation) {
            case NONE -> x;
            case RELU -> x > 0 ? x : 0;
            case LEAKY_RELU -> x > 0 ? x : 0.2 * x;
            case TANH -> Math.tanh(x);
        };
    }
}
