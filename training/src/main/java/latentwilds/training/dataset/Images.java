package latentwilds.training.dataset;

/**
 * Images of one size with their labels, to draw batches from; in memory ({@link LabelledImages}) or
 * on disk. May be read by several threads at once.
 */
public interface Images {
    /**
     * Width and height.
     *
     * @return in pixels
     */
    int side();

    /**
     * Channels per pixel.
     *
     * @return 3 (RGB) or 4 (RGBA, straight alpha)
     */
    int channels();

    /**
     * How many there are.
     *
     * @return at least 1
     */
    int size();

    /**
     * One image's labels.
     *
     * @param index 0 to {@link #size} - 1
     * @return one label index per group; not to be changed
     */
    int[] labels(int index);

    /**
     * One image's pixels.
     *
     * @param index 0 to {@link #size} - 1
     * @return {@code side x side x channels} bytes, interleaved, row by row; not to be changed
     * @throws DatasetException if the disk does not give them any more
     */
    byte[] pixels(int index);
}
