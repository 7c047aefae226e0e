package latentwilds.training.metric;

import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.training.dataset.Dataset;

/**
 * How pictures are drawn, the same for real and fake. Sprites and faces: whole images, labels as
 * the data set has them. Ground: random crops, unaligned to the generator's cells (and wrapping
 * round, for real textures), every label equally often. All from the seed.
 *
 * @param ground whether crops are drawn
 * @param crop side of a crop in pixels; of no matter for whole images
 * @param seed decides everything that is drawn
 */
record Protocol(boolean ground, int crop, long seed) {
    static Protocol of(Dataset dataset, boolean ground, int crop, long seed) {
        return new Protocol(ground, Math.min(crop, dataset.manifest().size()), seed);
    }

    Streams streams() {
        return new Streams(new RunSeed(seed));
    }
}
