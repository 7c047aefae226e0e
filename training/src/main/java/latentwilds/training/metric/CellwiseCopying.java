package latentwilds.training.metric;

import org.ejml.data.DMatrixRMaj;

/**
 * The three-sample test C_T of Meehan, Chaudhuri and Dasgupta 2020 as the paper has it: in every
 * cell of feature space, the z-score of the Mann-Whitney statistic of distances to the nearest
 * training image of that cell, generated against held-out pictures; then the mean over cells,
 * weighted by their held-out pictures. It sees a generator that copies in one region and is far off
 * in another, which the test over the whole space may not. Cells with fewer than 20 generated
 * pictures say nothing about copying and are left out, and so are those without training images.
 *
 * @param statistic far below 0: copies; NaN if no cell is left
 * @param lowest z-score of a used cell; NaN as above
 * @param used cells that are in the mean
 * @param cells that feature space was cut into
 * @param share of the held-out pictures that lie in the used cells
 */
record CellwiseCopying(double statistic, double lowest, int used, int cells, double share) {
    /** The paper's tau, times the number of generated pictures. */
    static final int LEAST_PICTURES = 20;

    /** Held-out pictures per cell: fewer would leave the z-scores to chance. */
    private static final int HELD_OUT_PER_CELL = 30;

    private static final int MOST_CELLS = 20;

    /**
     * Cuts the space and tests.
     *
     * @param pictures features of generated pictures
     * @param heldOut of held-out images
     * @param training of training images
     * @param seed decides the cells
     */
    static CellwiseCopying of(
            DMatrixRMaj pictures, DMatrixRMaj heldOut, DMatrixRMaj training, long seed) {
        int wanted = Math.min(MOST_CELLS, heldOut.numRows / HELD_OUT_PER_CELL);
        int count = Math.max(1, Math.min(wanted, training.numRows));
        return in(Cells.of(training, count, seed), pictures, heldOut, training);
    }

    /** Tests in given cells. */
    static CellwiseCopying in(
            Cells cells, DMatrixRMaj pictures, DMatrixRMaj heldOut, DMatrixRMaj training) {
        int[][] generated = cells.rows(pictures);
        int[][] held = cells.rows(heldOut);
        int[][] trained = cells.rows(training);
        double sum = 0;
        int weight = 0;
        int used = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < cells.count(); k++) {
            if (generated[k].length >= LEAST_PICTURES && trained[k].length * held[k].length > 0) {
                DMatrixRMaj own = Clouds.rows(training, trained[k]);
                double[] near = Memorisation.nearest(Clouds.rows(pictures, generated[k]), own);
                double[] usual = Memorisation.nearest(Clouds.rows(heldOut, held[k]), own);
                double z = Memorisation.mannWhitney(near, usual);
                sum += held[k].length * z;
                lowest = Math.min(lowest, z);
                weight += held[k].length;
                used++;
            }
        }
        return new CellwiseCopying(
                sum / weight,
                used == 0 ? Double.NaN : lowest,
                used,
                cells.count(),
                (double) weight / heldOut.numRows);
    }
}
