package latentwilds.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * A penalty on ground whose detail follows the cells it is made of. A generator that draws from one
 * latent per cell likes to put its stones and tufts into the middle of cells and to leave their
 * borders calm; a crop alone does not show that to a discriminator, many crops together do. So the
 * mean step of colour is taken for each place within a cell, over a whole batch, and how much these
 * means differ is what is penalised. Real ground has none of it, wherever a crop begins.
 */
public final class Evenness {
    private static final float EPSILON = 1e-6f;

    private Evenness() {}

    /**
     * Variance of the mean step between neighbouring pixels over places in a cell, relative to
     * their mean; the mean of both axes. Differentiable.
     *
     * @param pictures {@code [n][channels][side][side]}, cut from one field of cells at the same
     *     place each; any place will do, since only differences count
     * @param cell side of a cell in pixels; less than {@code side}
     * @return a scalar; 0: even
     */
    public static NDArray penalty(NDArray pictures, int cell) {
        NDArray across = steps(pictures.get(new NDIndex(":,:,:,1:")), pictures, ":,:,:,:-1", 2);
        NDArray down = steps(pictures.get(new NDIndex(":,:,1:,:")), pictures, ":,:,:-1,:", 3);
        return variance(across, cell).add(variance(down, cell)).div(2);
    }

    /** Mean steps along one axis, {@code [side - 1]}; {@code other} is the axis averaged over. */
    private static NDArray steps(NDArray next, NDArray pictures, String all, int other) {
        NDArray sums = next.sub(pictures.get(new NDIndex(all))).abs().sum(new int[] {0, 1, other});
        return sums.mul((float) sums.size() / next.size());
    }

    private static NDArray variance(NDArray steps, int cell) {
        long cells = steps.size() / cell;
        NDArray places =
                steps.get(new NDIndex(":%d".formatted(cells * cell)))
                        .reshape(new Shape(cells, cell))
                        .mean(new int[] {0});
        return places.div(places.mean().add(EPSILON)).sub(1).square().mean();
    }
}
