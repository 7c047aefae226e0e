package latentwilds.training.metric;

import org.ejml.data.DMatrixRMaj;

/**
 * Kernel distance (KID, Binkowski et al. 2018): the unbiased estimate of the squared maximum mean
 * discrepancy under the kernel {@code (x.y / d + 1)^3}, over all pictures. Its expectation for real
 * against real is 0 at any number of pictures.
 *
 * @param value the estimate, not scaled
 * @param error standard error: delete-a-group jackknife, pictures {@code i mod 20} of both sides
 *     left out together
 */
record KernelDistance(double value, double error) {
    private static final int GROUPS = 20;

    /**
     * Compares two clouds.
     *
     * @param real {@code [n][d]}
     * @param fake {@code [m][d]}, both with at least two rows
     */
    static KernelDistance between(DMatrixRMaj real, DMatrixRMaj fake) {
        return of(
                Clouds.products(real, real),
                Clouds.products(fake, fake),
                Clouds.products(real, fake),
                real.numCols);
    }

    /** The same from scalar products: real-real, fake-fake, real-fake. */
    static KernelDistance of(DMatrixRMaj rr, DMatrixRMaj ff, DMatrixRMaj rf, int size) {
        int n = rf.numRows;
        int m = rf.numCols;
        // Each group leaves at least two of either side behind.
        int groups = Math.min(GROUPS, Math.min(n, m) / 2);
        double[][] sumsR = sums(rr, size, groups, true);
        double[][] sumsF = sums(ff, size, groups, true);
        double[][] sumsRF = sums(rf, size, groups, false);
        double value = estimate(sumsR, sumsF, sumsRF, n, m, -1);
        if (groups < 2) {
            return new KernelDistance(value, Double.NaN);
        }
        double[] without = new double[groups];
        double mean = 0;
        for (int g = 0; g < groups; g++) {
            without[g] =
                    estimate(
                            sumsR,
                            sumsF,
                            sumsRF,
                            n - members(n, g, groups),
                            m - members(m, g, groups),
                            g);
            mean += without[g] / groups;
        }
        double spread = 0;
        for (double w : without) {
            spread += (w - mean) * (w - mean);
        }
        return new KernelDistance(value, Math.sqrt(spread * (groups - 1) / groups));
    }

    private static int members(int count, int group, int groups) {
        return (count - group + groups - 1) / groups;
    }

    /** Kernel sums by group of row and of column; without the diagonal where both are one cloud. */
    private static double[][] sums(DMatrixRMaj products, int size, int groups, boolean same) {
        int blocks = Math.max(1, groups);
        double[][] sums = new double[blocks][blocks];
        for (int i = 0; i < products.numRows; i++) {
            double[] row = sums[i % blocks];
            for (int j = 0; j < products.numCols; j++) {
                if (!same || i != j) {
                    double base = products.data[i * products.numCols + j] / size + 1;
                    row[j % blocks] += base * base * base;
                }
            }
        }
        return sums;
    }

    private static double estimate(
            double[][] r, double[][] f, double[][] rf, long n, long m, int without) {
        return total(r, without) / (n * (n - 1.0))
                + total(f, without) / (m * (m - 1.0))
                - 2 * total(rf, without) / ((double) n * m);
    }

    private static double total(double[][] sums, int without) {
        double total = 0;
        for (int g = 0; g < sums.length; g++) {
            for (int h = 0; h < sums.length; h++) {
                total += g == without || h == without ? 0 : sums[g][h];
            }
        }
        return total;
    }
}
