package latentwilds.training.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.clustering.CentroidCluster;
import org.hipparchus.clustering.DoublePoint;
import org.hipparchus.clustering.KMeansPlusPlusClusterer;
import org.hipparchus.clustering.distance.EuclideanDistance;
import org.hipparchus.random.Well19937c;

/**
 * Feature space cut into cells: whatever is nearest to one of the centres, which k-means found in
 * the training images.
 *
 * @param centres {@code [cells][features]}
 */
record Cells(DMatrixRMaj centres) {
    private static final int ITERATIONS = 100;

    /**
     * Finds centres with k-means++.
     *
     * @param training {@code [n][features]}
     * @param count cells, at most n
     * @param seed the same seed finds the same cells
     */
    static Cells of(DMatrixRMaj training, int count, long seed) {
        List<DoublePoint> points =
                IntStream.range(0, training.numRows)
                        .mapToObj(i -> new DoublePoint(row(training, i)))
                        .toList();
        List<CentroidCluster<DoublePoint>> clusters =
                new KMeansPlusPlusClusterer<DoublePoint>(
                                count, ITERATIONS, new EuclideanDistance(), new Well19937c(seed))
                        .cluster(points);
        return new Cells(
                new DMatrixRMaj(
                        clusters.stream()
                                .map(cluster -> cluster.getCenter().getPoint())
                                .toArray(double[][]::new)));
    }

    private static double[] row(DMatrixRMaj cloud, int row) {
        return Arrays.copyOfRange(cloud.data, row * cloud.numCols, (row + 1) * cloud.numCols);
    }

    int count() {
        return centres.numRows;
    }

    /** Per cell the rows of a cloud that lie in it. */
    int[][] rows(DMatrixRMaj cloud) {
        DMatrixRMaj distances = Clouds.squaredDistances(cloud, centres);
        int[] cell = new int[cloud.numRows];
        for (int i = 0; i < cell.length; i++) {
            for (int k = 1; k < count(); k++) {
                cell[i] = distances.get(i, k) < distances.get(i, cell[i]) ? k : cell[i];
            }
        }
        return IntStream.range(0, count())
                .mapToObj(k -> IntStream.range(0, cell.length).filter(i -> cell[i] == k).toArray())
                .toArray(int[][]::new);
    }
}
