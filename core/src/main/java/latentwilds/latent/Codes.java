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
            float[] part = weights.code(group.name(), label(group, labels));
            System.arraycopy(part, 0, code, at, part.length);
            at += part.length;
        }
        return code;
    }

    /**
     * The same labels all over a grid: each cell's code leans with its region's noise where the
     * model's codes have accents.
     *
     * @param weights holds the learned codes
     * @param labels group to label; every group of the model must be there
     * @param noise {@code [latentSize][cells]}
     * @param cells of the grid
     * @return {@code [codeSize][cells]}
     * @throws IllegalArgumentException naming the group or label that is missing
     */
    public static float[] plane(
            GeneratorWeights weights, Map<String, String> labels, float[] noise, int cells) {
        float[] plane = new float[weights.spec().condition().codeSize() * cells];
        int first = 0;
        for (Condition.Group group : weights.spec().condition().groups()) {
            LabelCode code = LabelCode.of(weights, group, label(group, labels));
            for (int cell = 0; cell < cells; cell++) {
                code.add(1, region(weights, noise, cells, cell), plane, first, cells, cell);
            }
            first += group.codeSize();
        }
        return plane;
    }

    /**
     * What a cell shares with its region.
     *
     * @param weights say how many channels that are
     * @param noise {@code [latentSize][cells]}
     * @param cells of the grid
     * @param cell which of them
     * @return {@code regionSize} values
     */
    public static float[] region(GeneratorWeights weights, float[] noise, int cells, int cell) {
        float[] region = new float[weights.spec().regionSize()];
        for (int k = 0; k < region.length; k++) {
            region[k] = noise[k * cells + cell];
        }
        return region;
    }

    /** What a group's label is, or an error that names those it could be. */
    static String label(Condition.Group group, Map<String, String> labels) {
        String label = labels.get(group.name());
        if (label == null) {
            throw new IllegalArgumentException(
                    "Labels %s: expected one for group '%s', one of %s"
                            .formatted(labels, group.name(), group.labels()));
        }
        return label;
    }
}
