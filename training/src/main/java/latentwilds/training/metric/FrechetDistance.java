package latentwilds.training.metric;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Fréchet distance between two clouds of features taken for normal distributions (Heusel et al.
 * 2017): {@code |m - n|^2 + tr(S) + tr(T) - 2 tr((S T)^1/2)} with sample covariances S and T. Falls
 * with the number of pictures: compare at equal numbers only.
 */
final class FrechetDistance {
    private FrechetDistance() {}

    /**
     * The distance.
     *
     * @param a {@code [n][d]}
     * @param b {@code [m][d]}, both with at least two rows
     */
    static double between(DMatrixRMaj a, DMatrixRMaj b) {
        double[] meanA = mean(a);
        double[] meanB = mean(b);
        double distance = 0;
        for (int i = 0; i < meanA.length; i++) {
            distance += (meanA[i] - meanB[i]) * (meanA[i] - meanB[i]);
        }
        DMatrixRMaj x = scaled(a, meanA);
        DMatrixRMaj y = scaled(b, meanB);
        distance += traceOfCovariance(x) + traceOfCovariance(y);
        boolean few = Math.min(a.numRows, b.numRows) < a.numCols;
        return distance - 2 * (few ? traceOfFew(x, y) : traceOfMany(x, y));
    }

    /** {@code (rows - mean) / sqrt(n - 1)}: X'X is the covariance. */
    private static DMatrixRMaj scaled(DMatrixRMaj cloud, double[] mean) {
        DMatrixRMaj scaled = cloud.copy();
        double factor = 1 / Math.sqrt(cloud.numRows - 1);
        for (int i = 0; i < scaled.data.length; i++) {
            scaled.data[i] = (scaled.data[i] - mean[i % cloud.numCols]) * factor;
        }
        return scaled;
    }

    private static double traceOfCovariance(DMatrixRMaj x) {
        return Arrays.stream(Clouds.squares(x)).sum();
    }

    /** X'X Y'Y has the eigenvalues of (X Y')(X Y')', which is smaller. */
    private static double traceOfFew(DMatrixRMaj x, DMatrixRMaj y) {
        DMatrixRMaj products =
                x.numRows <= y.numRows ? Clouds.products(x, y) : Clouds.products(y, x);
        return sumOfRoots(Clouds.products(products, products));
    }

    /** S T has the eigenvalues of S^1/2 T S^1/2, which is symmetric. */
    private static double traceOfMany(DMatrixRMaj x, DMatrixRMaj y) {
        int d = x.numCols;
        DMatrixRMaj s = new DMatrixRMaj(d, d);
        DMatrixRMaj t = new DMatrixRMaj(d, d);
        CommonOps_DDRM.multTransA(x, x, s);
        CommonOps_DDRM.multTransA(y, y, t);
        DMatrixRMaj root = root(s);
        DMatrixRMaj half = new DMatrixRMaj(d, d);
        DMatrixRMaj product = new DMatrixRMaj(d, d);
        CommonOps_DDRM.mult(root, t, half);
        CommonOps_DDRM.mult(half, root, product);
        return sumOfRoots(product);
    }

    private static double sumOfRoots(DMatrixRMaj matrix) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(matrix, false);
        double sum = 0;
        for (int i = 0; i < matrix.numRows; i++) {
            sum += Math.sqrt(Math.max(0, eigen.getEigenvalue(i).getReal()));
        }
        return sum;
    }

    private static DMatrixRMaj root(DMatrixRMaj matrix) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(matrix, true);
        int n = matrix.numRows;
        DMatrixRMaj vectors = new DMatrixRMaj(n, n);
        DMatrixRMaj scaled = new DMatrixRMaj(n, n);
        for (int j = 0; j < n; j++) {
            double factor = Math.sqrt(Math.max(0, eigen.getEigenvalue(j).getReal()));
            double[] vector = eigen.getEigenVector(j).data;
            for (int i = 0; i < n; i++) {
                vectors.set(i, j, vector[i]);
                scaled.set(i, j, vector[i] * factor);
            }
        }
        return Clouds.products(scaled, vectors);
    }

    private static EigenDecomposition_F64<DMatrixRMaj> eigen(DMatrixRMaj matrix, boolean vectors) {
        EigenDecomposition_F64<DMatrixRMaj> eigen =
                DecompositionFactory_DDRM.eig(matrix.numRows, vectors, true);
        DMatrixRMaj symmetric = new DMatrixRMaj(matrix.numRows, matrix.numRows);
        CommonOps_DDRM.transpose(matrix, symmetric);
        CommonOps_DDRM.addEquals(symmetric, matrix);
        CommonOps_DDRM.scale(0.5, symmetric);
        if (!eigen.decompose(symmetric)) {
            throw new IllegalStateException(
                    "FID: expected covariances with eigenvalues, found features that are not"
                            + " numbers");
        }
        return eigen;
    }

    private static double[] mean(DMatrixRMaj cloud) {
        double[] mean = CommonOps_DDRM.sumCols(cloud, null).data;
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= cloud.numRows;
        }
        return mean;
    }
}
