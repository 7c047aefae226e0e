package latentwilds.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import latentwilds.model.Condition;

/** Labels of a batch as one-hot matrices, one per label group: {@code [n][labels]}. */
public final class Labels {
    private Labels() {}

    /**
     * Makes the matrices.
     *
     * @param manager owns them
     * @param condition the label groups
     * @param rows per picture, one label index per group
     * @return one matrix per group, none when unconditional
     */
    public static List<NDArray> oneHot(NDManager manager, Condition condition, int[][] rows) {
        return oneHot(manager, condition, rows, 1);
    }

    /**
     * One matrix of indices.
     *
     * @param manager owns it
     * @param indices per picture: 0 to {@code count} - 1, or -1 for none
     * @param count columns
     * @return {@code [n][count]}, zeros where there is none
     */
    public static NDArray oneHot(NDManager manager, int[] indices, int count) {
        float[] values = new float[indices.length * count];
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] >= 0) {
                values[i * count + indices[i]] = 1;
            }
        }
        return manager.create(values, new Shape(indices.length, count));
    }

    /**
     * The same with less weight: both networks then hear of the labels only so much.
     *
     * @param manager owns the result
     * @param condition the generator's label groups
     * @param rows per picture, per group: index of its label
     * @param weight in place of 1: 0 for an unconditional game
     * @return one matrix per group, none when unconditional
     */
    public static List<NDArray> oneHot(
            NDManager manager, Condition condition, int[][] rows, float weight) {
        List<NDArray> matrices = new ArrayList<>();
        for (int g = 0; g < condition.groups().size(); g++) {
            int labels = condition.groups().get(g).labels().size();
            float[] values = new float[rows.length * labels];
            for (int i = 0; i < rows.length; i++) {
                values[i * labels + rows[i][g]] = weight;
            }
            matrices.add(manager.create(values, new Shape(rows.length, labels)));
        }
        return matrices;
    }
}
