package latentwilds.training.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with some images: the first is fatal, unless the user said to go on without them.
 */
final class Problems {
    private final boolean skip;
    private final List<Refusal> refusals = new ArrayList<>();

    Problems(boolean skip) {
        this.skip = skip;
    }

    void add(String where, String reason) {
        Refusal refusal = new Refusal(where, reason);
        if (!skip) {
            throw new DatasetException(
                    refusal + ". Remove it, or leave such files out with --skip-bad");
        }
        refusals.add(refusal);
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
