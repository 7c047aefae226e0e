package latentwilds.training.metric;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * What nearest neighbours say about two clouds of equal size. A picture's ball reaches to its third
 * nearest neighbour of its own kind (k = 3).
 *
 * @param precision share of fakes inside some real ball (Kynkäänniemi et al. 2019)
 * @param recall share of reals inside some fake ball
 * @param density how many real balls a fake is in, over k (Naeem et al. 2020); may exceed 1
 * @param coverage share of real balls with a fake inside: falls when the generator collapses
 * @param accuracy of guessing real or fake from the nearest other picture, leave-one-out (Lopez-Paz
 *     and Oquab 2017): 0.5 cannot be told apart, 1 always can; ties count half
 */
record Neighbours(
        double precision, double recall, double density, double coverage, double accuracy) {

    /** The k of the k-th nearest neighbour. */
    static final int K = 3;

    /**
     * Compares two clouds.
     *
     * @param rr squared distances between reals, {@code [n][n]}
     * @param ff between fakes, {@code [n][n]}
     * @param rf from reals to fakes, {@code [n][n]}
     */
    static Neighbours of(DMatrixRMaj rr, DMatrixRMaj ff, DMatrixRMaj rf) {
        int n = rf.numRows;
        double[] realRadius = new double[n];
        double[] fakeRadius = new double[n];
        double[] realNearest = new double[n];
        double[] fakeNearest = new double[n];
        for (int i = 0; i < n; i++) {
            double[] nearest = nearest(rr, i);
            realRadius[i] = nearest[K - 1];
            realNearest[i] = nearest[0];
            nearest = nearest(ff, i);
            fakeRadius[i] = nearest[K - 1];
            fakeNearest[i] = nearest[0];
        }
        boolean[] precise = new boolean[n];
        double[] toReal = new double[n];
        Arrays.fill(toReal, Double.POSITIVE_INFINITY);
        double recalled = 0;
        double covered = 0;
        double inside = 0;
        double right = 0;
        for (int i = 0; i < n; i++) {
            double toFake = Double.POSITIVE_INFINITY;
            boolean recall = false;
            for (int j = 0; j < n; j++) {
                double d = rf.data[i * n + j];
                precise[j] |= d <= realRadius[i];
                recall |= d <= fakeRadius[j];
                inside += d < realRadius[i] ? 1 : 0;
                toFake = Math.min(toFake, d);
                toReal[j] = Math.min(toReal[j], d);
            }
            recalled += recall ? 1 : 0;
            covered += toFake < realRadius[i] ? 1 : 0;
            right += closer(realNearest[i], toFake);
        }
        double precision = 0;
        for (int j = 0; j < n; j++) {
            precision += precise[j] ? 1 : 0;
            right += closer(fakeNearest[j], toReal[j]);
        }
        return new Neighbours(
                precision / n, recalled / n, inside / n / K, covered / n, right / (2.0 * n));
    }

    private static double closer(double own, double other) {
        return own < other ? 1 : own == other ? 0.5 : 0;
    }

    /** The K smallest of a row but its own place, smallest first. */
    private static double[] nearest(DMatrixRMaj distances, int row) {
        double[] nearest = new double[K];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int j = 0; j < distances.numCols; j++) {
            double d = distances.data[row * distances.numCols + j];
            if (j == row || d >= nearest[K - 1]) {
                continue;
            }
            int at = K - 1;
            while (at > 0 && nearest[at - 1] > d) {
                nearest[at] = nearest[at - 1];
                at--;
            }
            nearest[at] = d;
        }
        return nearest;
    }
}
