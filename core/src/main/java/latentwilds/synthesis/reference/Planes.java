package latentwilds.synthesis.reference;

import java.util.Arrays;

/**
 * Activations of one picture between layers: {@code [channel][row x columns + column]}.
 *
 * @param rows height
 * @param columns width
 * @param values one array per channel
 */
record Planes(int rows, int columns, float[][] values) {

    Planes(int rows, int columns, int channels) {
        this(rows, columns, new float[channels][rows * columns]);
    }

    /** From channel-major numbers. */
    static Planes ofChannelMajor(int rows, int columns, float[] values) {
        int pixels = rows * columns;
        float[][] planes = new float[values.length / pixels][];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Arrays.copyOfRange(values, c * pixels, (c + 1) * pixels);
        }
        return new Planes(rows, columns, planes);
    }

    /** To channel-major numbers. */
    float[] toChannelMajor() {
        int pixels = rows * columns;
        float[] result = new float[values.length * pixels];
        for (int c = 0; c < values.length; c++) {
            System.arraycopy(values[c], 0, result, c * pixels, pixels);
        }
        return result;
    }

    int channels() {
        return values.length;
    }

    int pixels() {
        return rows * columns;
    }

    /** This picture's channels, then the other's. Same size. The arrays are shared. */
    Planes concatenate(Planes other) {
        float[][] both = Arrays.copyOf(values, values.length + other.values.length);
        System.arraycopy(other.values, 0, both, values.length, other.values.length);
        return new Planes(rows, columns, both);
    }

    /** Bilinear, half-pixel centres, edges clamped: PyTorch's {@code align_corners=False}. */
    Planes enlarge(int toRows, int toColumns) {
        if (toRows == rows && toColumns == columns) {
            return this;
        }
        Planes large = new Planes(toRows, toColumns, channels());
        for (int y = 0; y < toRows; y++) {
            float sourceY = Math.max(0, (y + 0.5f) * rows / toRows - 0.5f);
            int y0 = (int) sourceY;
            int y1 = Math.min(y0 + 1, rows - 1);
            float ty = sourceY - y0;
            for (int x = 0; x < toColumns; x++) {
                float sourceX = Math.max(0, (x + 0.5f) * columns / toColumns - 0.5f);
                int x0 = (int) sourceX;
                int x1 = Math.min(x0 + 1, columns - 1);
                float tx = sourceX - x0;
                for (int c = 0; c < values.length; c++) {
                    float[] from = values[c];
                    float a = from[y0 * columns + x0];
                    float b = from[y1 * columns + x0];
                    float top = a + tx * (from[y0 * columns + x1] - a);
                    float bottom = b + tx * (from[y1 * columns + x1] - b);
                    large.values[c][y * toColumns + x] = top + ty * (bottom - top);
                }
            }
        }
        return large;
    }
}
