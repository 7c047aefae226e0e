package latentwilds.training.dataset;

import latentwilds.training.image.Fit;

/**
 * What is asked of a preparation beside its recipe.
 *
 * @param heldOut fraction of the sources kept for metrics, 0 to less than 1
 * @param skipBad whether images that cannot be used are left out instead of refused
 * @param fit how images reach the size where the recipe's rule does not say
 * @param near what becomes of images that look like an earlier one
 */
public record PreparationOptions(double heldOut, boolean skipBad, Fit fit, NearPolicy near) {
    /** Checks the fraction. */
    public PreparationOptions {
        if (!(heldOut >= 0 && heldOut < 1)) {
            throw new IllegalArgumentException(
                    "--held-out: expected a fraction from 0 to less than 1, found " + heldOut);
        }
    }

    /**
     * Strict: every image must have the size, and look-alikes are kept and listed.
     *
     * @param heldOut fraction of the sources kept for metrics
     * @return options
     */
    public static PreparationOptions strict(double heldOut) {
        return new PreparationOptions(heldOut, false, Fit.EXACT, NearPolicy.REPORT);
    }
}
