package latentwilds.training.metric;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Feature vectors as matrices, one row per picture. */
final class Clouds {
    private Clouds() {}

    static DMatrixRMaj of(float[][] features) {
        DMatrixRMaj cloud = new DMatrixRMaj(features.length, features[0].length);
        for (int i = 0; i < features.length; i++) {
            for (int j = 0; j < cloud.numCols; j++) {
                cloud.data[i * cloud.numCols + j] = features[i][j];
            }
        }
        return cloud;
    }

    /** Rows {@code from} (inclusive) to {@code to} (exclusive). */
    static DMatrixRMaj rows(DMatrixRMaj cloud, int from, int to) {
        return CommonOps_DDRM.extract(cloud, from, to, 0, cloud.numCols);
    }

    static DMatrixRMaj rows(DMatrixRMaj cloud, int[] rows) {
        DMatrixRMaj chosen = new DMatrixRMaj(rows.length, cloud.numCols);
        CommonOps_DDRM.extract(cloud, rows, rows.length, columns(cloud), cloud.numCols, chosen);
        return chosen;
    }

    private static int[] columns(DMatrixRMaj cloud) {
        return IntStream.range(0, cloud.numCols).toArray();
    }

    /** All scalar products, {@code [rows of a][rows of b]}. */
    static DMatrixRMaj products(DMatrixRMaj a, DMatrixRMaj b) {
        // EJML's own a b' works along rows, which the JIT does not vectorise: this is twice as
        // fast.
        DMatrixRMaj transposed = new DMatrixRMaj(b.numCols, b.numRows);
        CommonOps_DDRM.transpose(b, transposed);
        DMatrixRMaj products = new DMatrixRMaj(a.numRows, b.numRows);
        CommonOps_DDRM.mult(a, transposed, products);
        return products;
    }

    /** Squared length of every row. */
    static double[] squares(DMatrixRMaj cloud) {
        double[] squares = new double[cloud.numRows];
        for (int i = 0; i < squares.length; i++) {
            for (int j = 0; j < cloud.numCols; j++) {
                double value = cloud.data[i * cloud.numCols + j];
                squares[i] += value * value;
            }
        }
        return squares;
    }

    /** Squared Euclidean distances, {@code [rows of a][rows of b]}; never below 0. */
    static DMatrixRMaj squaredDistances(DMatrixRMaj a, DMatrixRMaj b) {
        return squaredDistances(products(a, b), squares(a), squares(b));
    }

    /**
     * The same from scalar products.
     *
     * @param products more rows and columns than there are squares are left out
     * @param a squared lengths of the rows
     * @param b squared lengths of the columns
     */
    static DMatrixRMaj squaredDistances(DMatrixRMaj products, double[] a, double[] b) {
        DMatrixRMaj distances = new DMatrixRMaj(a.length, b.length);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                double product = products.data[i * products.numCols + j];
                distances.data[i * b.length + j] = Math.max(0, a[i] + b[j] - 2 * product);
            }
        }
        return distances;
    }
}
