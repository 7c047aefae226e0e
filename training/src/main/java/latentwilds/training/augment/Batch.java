package latentwilds.training.augment;

/**
 * Real pictures ready for the discriminator.
 *
 * @param pictures {@code [n][channels][size][size]} in [-1, 1]; colour premultiplied where there is
 *     alpha
 * @param labels per picture, one label index per group; empty rows when unconditional
 */
public record Batch(float[] pictures, int[][] labels) {}
