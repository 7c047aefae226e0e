package latentwilds.training.metric;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Fréchet distance between two clouds of features taken for normal distributions (Heusel et al.
 * 2017): {@code |m - n|^2 + tr(S) + tr(T) - 2 tr((S^1/2 T S^1/2)^1/2)} with sample covariances.
 * Falls with the number of pictures: compare at equal numbers only.
 */
final class FrechetDistance {
    private final DMatrixRMaj real;
    private final DMatrixRMaj covariance;
    private final DMatrixRMaj root;

    /** Prepares the real side, {@code [n][d]}, at least two rows. */
    FrechetDistance(DMatrixRMaj real) {
        this.real = real;
        covariance = covariance(real);
        root = root(covariance);
    }

    /** The distance to a cloud {@code [m][d]} of at least two rows. */
    double to(DMatrixRMaj fake) {
        DMatrixRMaj other = covariance(fake);
        double[] meanA = mean(real);
        double[] meanB = mean(fake);
        double distance = CommonOps_DDRM.trace(covariance) + CommonOps_DDRM.trace(other);
        for (int i = 0; i < meanA.length; i++) {
            distance += (meanA[i] - meanB[i]) * (meanA[i] - meanB[i]);
        }
        DMatrixRMaj half = new DMatrixRMaj(1, 1);
        DMatrixRMaj product = new DMatrixRMaj(1, 1);
        CommonOps_DDRM.mult(root, other, half);
        CommonOps_DDRM.mult(half, root, product);
        EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(product, false);
        for (int i = 0; i < product.numRows; i++) {
            distance -= 2 * Math.sqrt(Math.max(0, eigen.getEigenvalue(i).getReal()));
        }
        return distance;
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
        DMatrixRMaj root = new DMatrixRMaj(n, n);
        CommonOps_DDRM.multTransB(scaled, vectors, root);
        return root;
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

    private static DMatrixRMaj covariance(DMatrixRMaj cloud) {
        double[] mean = mean(cloud);
        DMatrixRMaj centred = cloud.copy();
        for (int i = 0; i < centred.data.length; i++) {
            centred.data[i] -= mean[i % cloud.numCols];
        }
        DMatrixRMaj covariance = new DMatrixRMaj(cloud.numCols, cloud.numCols);
        CommonOps_DDRM.multTransA(centred, centred, covariance);
        CommonOps_DDRM.scale(1.0 / (cloud.numRows - 1), covariance);
        return covariance;
    }
}
