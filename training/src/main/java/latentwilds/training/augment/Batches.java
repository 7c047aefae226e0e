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
}
