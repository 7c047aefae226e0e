package latentwilds.training.metric;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Whether pictures are copies of training images: their distances to the nearest training image,
 * against those of held-out images.
 *
 * @param closeShare share of pictures closer than the 1st percentile of the held-out images; about
 *     0.01 when nothing is copied, 1 when everything is
 * @param copying the three-sample test C_T of Meehan, Chaudhuri and Dasgupta 2020, over the whole
 *     space ({@link CellwiseCopying} cuts it into cells): the z-score of the Mann-Whitney
 *     statistic; far below 0: copies, far above 0: further from the training images than real ones
 *     are
 */
record Memorisation(double closeShare, double copying) {
    private static final double PERCENTILE = 0.01;
    private static final int ROWS = 512;

    /**
     * Compares distances.
     *
     * @param pictures of each picture to its nearest training image
     * @param heldOut of each held-out image to its nearest training image
     */
    static Memorisation of(double[] pictures, double[] heldOut) {
        double limit = percentile(heldOut, PERCENTILE);
        double close = Arrays.stream(pictures).filter(d -> d < limit).count();
        return new Memorisation(close / pictures.length, mannWhitney(pictures, heldOut));
    }

    /** Distance from every row of a cloud to the nearest row of another. */
    static double[] nearest(DMatrixRMaj cloud, DMatrixRMaj training) {
        double[] nearest = new double[cloud.numRows];
        for (int from = 0; from < cloud.numRows; from += ROWS) {
            DMatrixRMaj part = Clouds.rows(cloud, from, Math.min(from + ROWS, cloud.numRows));
            DMatrixRMaj distances = Clouds.squaredDistances(part, training);
            for (int i = 0; i < part.numRows; i++) {
                double least = Double.POSITIVE_INFINITY;
                for (int j = 0; j < training.numRows; j++) {
                    least = Math.min(least, distances.data[i * training.numRows + j]);
                }
                nearest[from + i] = Math.sqrt(least);
            }
        }
        return nearest;
    }

    /** Linear between order statistics, as numpy does it. */
    static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** z-score of "a is larger than b", ties half; without correction of the variance for ties. */
    static double mannWhitney(double[] a, double[] b) {
        double[] sorted = b.clone();
        Arrays.sort(sorted);
        double u = 0;
        for (double value : a) {
            u += (count(sorted, value, false) + count(sorted, value, true)) / 2.0;
        }
        double pairs = (double) a.length * b.length;
        return (u - pairs / 2) / Math.sqrt(pairs * (a.length + b.length + 1) / 12);
    }

    /** How many sorted values are below another, or not above it. */
    private static int count(double[] sorted, double value, boolean equal) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (sorted[middle] < value || equal && sorted[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
