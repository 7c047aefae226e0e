package latentwilds.training.metric;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Pictures that were drawn to be compared.
 *
 * @param labels per picture, group to label; empty maps where there are none
 * @param features {@code [n][768]}
 */
record Drawn(List<Map<String, String>> labels, DMatrixRMaj features) {
    int size() {
        return features.numRows;
    }

    /** Rows of the pictures with one label. */
    int[] with(String group, String label) {
        return IntStream.range(0, labels.size())
                .filter(i -> label.equals(labels.get(i).get(group)))
                .toArray();
    }

    /** The first pictures; all if there are no more. */
    Drawn first(int count) {
        int n = Math.min(count, size());
        return new Drawn(labels.subList(0, n), Clouds.rows(features, 0, n));
    }
}
