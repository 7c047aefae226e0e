package latentwilds.latent;

import latentwilds.model.Condition;
import latentwilds.model.GeneratorWeights;

/**
 * What one label says to a generator: a code, which leans with the noise that a region shares where
 * the model's codes have accents. The arrays are not to be changed.
 *
 * @param own the label's code, {@code codeSize} values
 * @param accent what is added per unit of each region channel, {@code [regionSize][codeSize]};
 *     empty where codes are the same everywhere
 */
public record LabelCode(float[] own, float[] accent) {

    /**
     * A label's code as it was learned.
     *
     * @param weights holds it
     * @param group one of the model's label groups
     * @param label in it
     * @return copies
     * @throws IllegalArgumentException if the model does not know the label
     */
    public static LabelCode of(GeneratorWeights weights, Condition.Group group, String label) {
        return new LabelCode(
                weights.code(group.name(), label),
                group.accents() ? weights.accent(group.name(), label) : new float[0]);
    }

    /**
     * Adds a share of this label to one cell's code.
     *
     * @param share of this label in the cell, 0 to 1
     * @param region noise that the cell's region shares, {@code regionSize} values or more
     * @param plane {@code [codeSize][cells]}, added to
     * @param first channel of {@code plane} that this label's group begins with
     * @param cells of the grid
     * @param cell which of them
     */
    public void add(double share, float[] region, float[] plane, int first, int cells, int cell) {
        for (int c = 0; c < own.length; c++) {
            double value = own[c];
            for (int i = c, k = 0; i < accent.length; i += own.length, k++) {
                value += (double) accent[i] * region[k];
            }
            plane[(first + c) * cells + cell] += (float) (share * value);
        }
    }
}
