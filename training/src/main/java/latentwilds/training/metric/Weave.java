package latentwilds.training.metric;

/**
 * Whether ground shows the grid that it was made on as a weave: in a network that enlarges its maps
 * by repeating pixels, some rows and columns of a cell can get more detail than others, over and
 * over. What training asks for with {@code loss.evenness}, measured on whole fields.
 */
final class Weave {
    private double sum;
    private int fields;

    /**
     * Takes a field in.
     *
     * @param grey {@code [row][column]}, square, whole cells
     * @param cell side of a cell in pixels
     */
    void add(float[][] grey, int cell) {
        double[] right = new double[2 * cell];
        double[] down = new double[2 * cell];
        // The last row and column are left out, so that all places are seen equally often.
        int side = grey.length - cell;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double toRight = Math.abs(grey[y][x + 1] - grey[y][x]);
                double downwards = Math.abs(grey[y + 1][x] - grey[y][x]);
                right[x % cell] += toRight;
                right[cell + y % cell] += toRight;
                down[x % cell] += downwards;
                down[cell + y % cell] += downwards;
            }
        }
        double variance =
                variance(right, 0, cell)
                        + variance(right, cell, cell)
                        + variance(down, 0, cell)
                        + variance(down, cell, cell);
        sum += Math.sqrt(variance / 4);
        fields++;
    }

    /**
     * Standard deviation of the mean step between neighbours over the rows and the columns of a
     * cell, relative to their mean; the mean of all fields, 0: none.
     */
    double value() {
        return sum / fields;
    }

    private static double variance(double[] steps, int from, int count) {
        double mean = 0;
        for (int i = from; i < from + count; i++) {
            mean += steps[i] / count;
        }
        if (mean == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (steps[i] / mean - 1) * (steps[i] / mean - 1) / count;
        }
        return sum;
    }
}
