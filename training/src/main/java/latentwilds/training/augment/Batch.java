package latentwilds.training.augment;

/**
 * Real pictures ready for the discriminator.
 *
 * @param pictures {@code [n][channels][size][size]} in [-1, 1]; colour premultiplied where there is
 *     alpha
 * @param labels per picture, one label index per group; empty rows when unconditional
 * @param sources per picture, index of the training image that it is (a crop) of
 */
public record Batch(float[] pictures, int[][] labels, int[] sources) {}
