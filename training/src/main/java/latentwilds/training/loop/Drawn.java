package latentwilds.training.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import latentwilds.training.loss.Between;

/**
 * What a generator drew in one go.
 *
 * @param pictures {@code [n][channels][side][side]}, each of one label per group
 * @param blends {@code [m][channels][side][side]}: the first m pictures' inputs mixed with those of
 *     {@link #partner}; null for none
 * @param shares of the partners in the blends, {@code [m][1][1][1]}; null for none
 */
record Drawn(NDArray pictures, NDArray blends, NDArray shares) {

    /** Which of n pictures a blend's second half comes from. */
    static int partner(int blend, int n) {
        return n / 2 + blend;
    }

    /** How far blends are from lying between their ends; a scalar. */
    NDArray beyond() {
        long m = blends.getShape().get(0);
        long half = partner(0, (int) pictures.getShape().get(0));
        return Between.penalty(
                blends,
                pictures.get(new NDIndex(":%d".formatted(m))),
                pictures.get(new NDIndex("%d:%d".formatted(half, half + m))),
                shares);
    }
}
