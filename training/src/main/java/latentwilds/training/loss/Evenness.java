package latentwilds.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * A penalty on ground whose detail follows the cells it is made of. A generator that draws from one
 * latent per cell likes to put its stones and tufts into the middle of cells and to leave their
 * borders calm, and one that enlarges its maps by repeating pixels likes to draw every second line,
 * or every eighth, with more detail than the next: a weave. A crop alone does not show that to a
 * discriminator, many crops together do. So the mean step of colour, to the right and downwards, is
 * taken for each row and each column of a cell, over a whole batch, and how much these means differ
 * is what is penalised. Real ground has none of it, wherever a crop begins.
 */
public final class Evenness {
    private static final int DOWN = 2;
    private static final int ACROSS = 3;

    /**
     * Half a grey level of pictures from -1 to 1: a picture that is calmer than that counts less.
     */
    private static final float CALM = 1f / 255;

    private Evenness() {}

    /**
     * Variance of the mean step between neighbouring pixels over the rows and over the columns of a
     * cell, of steps to the right and of steps downwards; the mean of these four. Every picture's
     * steps are taken relative to their own mean, so that calm water counts as much as gravel.
     * Differentiable.
     *
     * @param pictures {@code [n][channels][side][side]}, cut from one field of cells at the same
     *     place each; any place will do, since only differences count
     * @param cell side of a cell in pixels; less than {@code side}
     * @return a scalar; 0: even
     */
    public static NDArray penalty(NDArray pictures, int cell) {
        NDArray across = steps(pictures, ":,:,:,1:", ":,:,:,:-1");
        NDArray down = steps(pictures, ":,:,1:,:", ":,:,:-1,:");
        return variance(across, ACROSS, cell)
                .add(variance(across, DOWN, cell))
                .add(variance(down, ACROSS, cell))
                .add(variance(down, DOWN, cell))
                .div(4);
    }

    private static NDArray steps(NDArray pictures, String next, String last) {
        NDArray steps = pictures.get(new NDIndex(next)).sub(pictures.get(new NDIndex(last))).abs();
        float each = (float) steps.getShape().get(0) / steps.size();
        return steps.div(steps.sum(new int[] {1, DOWN, ACROSS}, true).mul(each).add(CALM));
    }

    /** Over the places along one axis, within cells. */
    private static NDArray variance(NDArray steps, int axis, int cell) {
        NDArray sums = steps.sum(new int[] {0, 1, axis == DOWN ? ACROSS : DOWN});
        NDArray means = sums.mul((float) sums.size() / steps.size());
        long cells = means.size() / cell;
        NDArray places =
                means.get(new NDIndex(":%d".formatted(cells * cell)))
                        .reshape(new Shape(cells, cell))
                        .mean(new int[] {0});
        return places.sub(places.mean()).square().mean();
    }
}
