package latentwilds.synthesis.reference;

/**
 * Activations of one picture between layers, pixel by pixel: {@code [row][column][channel]}.
 *
 * @param rows height
 * @param columns width
 * @param channels values per pixel
 * @param values {@code rows x columns x channels}
 */
record Planes(int rows, int columns, int channels, float[] values) {

    Planes(int rows, int columns, int channels) {
        this(rows, columns, channels, new float[rows * columns * channels]);
    }

    /** From channel-major numbers. */
    static Planes ofChannelMajor(int rows, int columns, float[] values) {
        int pixels = rows * columns;
        int channels = values.length / pixels;
        Planes planes = new Planes(rows, columns, channels);
        for (int c = 0; c < channels; c++) {
            for (int p = 0; p < pixels; p++) {
                planes.values[p * channels + c] = values[c * pixels + p];
            }
        }
        return planes;
    }

    /** To channel-major numbers. */
    float[] toChannelMajor() {
        int pixels = rows * columns;
        float[] result = new float[values.length];
        for (int c = 0; c < channels; c++) {
            for (int p = 0; p < pixels; p++) {
                result[c * pixels + p] = values[p * channels + c];
            }
        }
        return result;
    }

    /** This picture's channels, then the other's. Same size. */
    Planes concatenate(Planes other) {
        Planes both = new Planes(rows, columns, channels + other.channels);
        for (int p = 0; p < rows * columns; p++) {
            System.arraycopy(values, p * channels, both.values, p * both.channels, channels);
            System.arraycopy(
                    other.values,
                    p * other.channels,
                    both.values,
                    p * both.channels + channels,
                    other.channels);
        }
        return both;
    }

    /** Bilinear, half-pixel centres, edges clamped: PyTorch's {@code align_corners=False}. */
    Planes enlarge(int toRows, int toColumns) {
        if (toRows == rows && toColumns == columns) {
            return this;
        }
        Planes large = new Planes(toRows, toColumns, channels);
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
                int to = (y * toColumns + x) * channels;
                int a = (y0 * columns + x0) * channels;
                int b = (y0 * columns + x1) * channels;
                int c = (y1 * columns + x0) * channels;
                int d = (y1 * columns + x1) * channels;
                for (int k = 0; k < channels; k++) {
                    float top = values[a + k] + tx * (values[b + k] - values[a + k]);
                    float bottom = values[c + k] + tx * (values[d + k] - values[c + k]);
                    large.values[to + k] = top + ty * (bottom - top);
                }
            }
        }
        return large;
    }
}
