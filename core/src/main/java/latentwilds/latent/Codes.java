package latentwilds.latent;

import java.util.Map;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorWeights;

/** Condition codes from labels: what a generator is asked for, as numbers. */
public final class Codes {
    private Codes() {}

    /**
     * The code of one label per group.
     *
     * @param weights holds the learned codes
     * @param labels group to label; every group of the model must be there
     * @return {@code codeSize} values, groups in the model's order; empty when unconditional
     * @throws IllegalArgumentException naming the group or label that is missing
     */
    public static float[] of(GeneratorWeights weights, Map<String, String> labels) {
        Condition condition = weights.spec().condition();
        float[] code = new float[condition.codeSize()];
        int at = 0;
        for (Condition.Group group : condition.groups()) {
            String label = labels.get(group.name());
            if (label == null) {
                throw new IllegalArgumentException(
                        "Labels %s: expected one for group '%s', one of %s"
                                .formatted(labels, group.name(), group.labels()));
            }
            float[] part = weights.code(group.name(), label);
            System.arraycopy(part, 0, code, at, part.length);
            at += part.length;
        }
        return code;
    }
}
