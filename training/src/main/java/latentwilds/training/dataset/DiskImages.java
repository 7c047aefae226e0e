package latentwilds.training.dataset;

import java.util.function.IntFunction;

/**
 * Images that stay on disk. One whose stored pixels are damaged is decoded from its PNG instead.
 *
 * @param side width and height in pixels
 * @param channels 3 or 4
 * @param file the decoded images
 * @param places of this part's images in the file
 * @param labels per image, one label index per group
 * @param decoded image of the set, by its place, from its own file
 */
record DiskImages(
        int side,
        int channels,
        PixelFile file,
        int[] places,
        int[][] labels,
        IntFunction<byte[]> decoded)
        implements Images {

    @Override
    public int size() {
        return places.length;
    }

    @Override
    public int[] labels(int index) {
        return labels[index];
    }

    @Override
    public byte[] pixels(int index) {
        byte[] pixels = file.read(places[index]);
        return pixels == null ? decoded.apply(places[index]) : pixels;
    }
}
