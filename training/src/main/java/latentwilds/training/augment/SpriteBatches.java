package latentwilds.training.augment;

import latentwilds.seed.RandomStream;
import latentwilds.training.dataset.Images;

/**
 * Whole pictures: sprites and faces. Colour is multiplied by alpha, since transparent pixels have
 * no colour to learn and would leave halos; half of the pictures are mirrored when the subject
 * allows it.
 */
public final class SpriteBatches implements Batches {
    private final Images source;
    private final boolean mirror;

    /**
     * Makes a source.
     *
     * @param source images of the size that is trained
     * @param mirror whether left and right may be exchanged
     */
    public SpriteBatches(Images source, boolean mirror) {
        this.source = source;
        this.mirror = mirror;
    }

    @Override
    public Batch next(int count, RandomStream random) {
        int side = source.side();
        int channels = source.channels();
        int plane = side * side;
        float[] pictures = new float[count * channels * plane];
        int[][] labels = new int[count][];
        int[] sources = new int[count];
        for (int i = 0; i < count; i++) {
            int index = random.nextInt(source.size());
            boolean flip = mirror && random.nextBoolean();
            labels[i] = source.labels(index);
            sources[i] = index;
            write(source, index, flip, pictures, i * channels * plane);
        }
        return new Batch(pictures, labels, sources);
    }

    /**
     * One picture as it is shown to the discriminator.
     *
     * @param source images
     * @param index which
     * @return {@code channels x side x side} values in [-1, 1], colour multiplied by alpha
     */
    public static float[] values(Images source, int index) {
        float[] values = new float[source.channels() * source.side() * source.side()];
        write(source, index, false, values, 0);
        return values;
    }

    private static void write(Images source, int index, boolean flip, float[] pictures, int at) {
        int side = source.side();
        int channels = source.channels();
        int plane = side * side;
        byte[] image = source.pixels(index);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int from = (y * side + (flip ? side - 1 - x : x)) * channels;
                int to = at + y * side + x;
                float alpha = channels == 4 ? (image[from + 3] & 255) / 255f : 1;
                for (int c = 0; c < channels; c++) {
                    float value = (image[from + c] & 255) / 255f;
                    pictures[to + c * plane] = (c < 3 ? value * alpha : value) * 2 - 1;
                }
            }
        }
    }
}
