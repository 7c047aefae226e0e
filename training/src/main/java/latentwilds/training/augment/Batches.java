package latentwilds.training.augment;

import latentwilds.seed.RandomStream;

/**
 * A source of real batches. Which pictures, and how they are cut, follows from the stream alone.
 */
public interface Batches {
    /**
     * Draws a batch, with replacement.
     *
     * @param count pictures wanted
     * @param random decides everything
     * @return the batch
     */
    Batch next(int count, RandomStream random);

    /**
     * Gives each training image a place of its own in the noise of a region.
     *
     * @param size numbers of a place
     * @return the places, by the indices of {@link Batch#sources}
     * @throws IllegalArgumentException if these are no pictures of ground
     */
    default TexturePlaces places(int size) {
        throw new IllegalArgumentException(
                "Option 'generator.regionSpread': expected 0, since these pictures are no textures"
                        + " of a data set");
    }
}
