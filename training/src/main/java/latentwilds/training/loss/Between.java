package latentwilds.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Activation;

/**
 * A penalty on blends that show colours of neither end. A discriminator never sees a place between
 * two labels, so nothing keeps a generator from painting a red seam between rock and paving. What
 * is asked of a blend: its mean colour is the mix of its ends' mean colours, and its pixels lie in
 * the range that either end's do.
 *
 * <p>Colours are taken as lightness {@code (r + g + b) / 3}, {@code r - g} and {@code (r + g) / 2 -
 * b}: between green and white lies no pink, although each of its channels lies between theirs.
 */
public final class Between {
    /** Half of a range in standard deviations. */
    private static final float RANGE = 2;

    private Between() {}

    /**
     * Squared distance of mean colours, and the mean squared distance of pixels from the range of
     * {@value #RANGE} standard deviations round either end's mean; summed over the three colour
     * axes. Differentiable by the blends alone.
     *
     * @param blends {@code [n][3][height][width]} in [-1, 1]
     * @param from {@code [n][3][height][width]}, pictures of what is blended; any gradient behind
     *     them is left alone
     * @param to {@code [n][3][height][width]}, as well
     * @param shares of {@code to} in each blend, {@code [n][1][1][1]}
     * @return a scalar; 0: between
     */
    public static NDArray penalty(NDArray blends, NDArray from, NDArray to, NDArray shares) {
        NDArray colours = axes(blends);
        NDArray here = axes(from.stopGradient());
        NDArray there = axes(to.stopGradient());
        NDArray middleHere = mean(here);
        NDArray middleThere = mean(there);
        NDArray reachHere = reach(here, middleHere);
        NDArray reachThere = reach(there, middleThere);
        NDArray low = middleHere.sub(reachHere).minimum(middleThere.sub(reachThere));
        NDArray high = middleHere.add(reachHere).maximum(middleThere.add(reachThere));
        NDArray outside =
                Activation.relu(colours.sub(high))
                        .square()
                        .add(Activation.relu(low.sub(colours)).square());
        NDArray middle = middleThere.sub(middleHere).mul(shares).add(middleHere);
        NDArray off = mean(colours).sub(middle).square();
        // Over pictures and pixels the mean, over colour axes the sum.
        return outside.sum(new int[] {1}).mean().add(off.sum(new int[] {1}).mean());
    }

    /** Over the pixels of each picture. */
    private static NDArray mean(NDArray colours) {
        float pixels = colours.getShape().get(2) * colours.getShape().get(3);
        return colours.sum(new int[] {2, 3}, true).div(pixels);
    }

    private static NDArray reach(NDArray colours, NDArray middle) {
        return mean(colours.sub(middle).square()).sqrt().mul(RANGE);
    }

    private static NDArray axes(NDArray pictures) {
        NDArray red = pictures.get(new NDIndex(":,0:1"));
        NDArray green = pictures.get(new NDIndex(":,1:2"));
        NDArray blue = pictures.get(new NDIndex(":,2:3"));
        NDArray yellow = red.add(green);
        return NDArrays.concat(
                new NDList(yellow.add(blue).div(3), red.sub(green), yellow.div(2).sub(blue)), 1);
    }
}
