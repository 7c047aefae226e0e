package latentwilds.texture;

/**
 * An image of 8 bits per channel: rows from the top, pixels from the left, four bytes each in the
 * order R, G, B, A, straight (not premultiplied) alpha. The array is owned by the image and must
 * not be changed. Two images are equal only if they share the array.
 *
 * @param width pixels
 * @param height pixels
 * @param rgba {@code 4 x width x height} bytes
 */
public record PixelImage(int width, int height, byte[] rgba) {

    /** Checks that the array has the size that the other fields promise. */
    public PixelImage {
        if (width < 0 || height < 0 || rgba.length != 4 * width * height) {
            throw new IllegalArgumentException(
                    "Pixel image %d x %d: expected %d bytes, found %d"
                            .formatted(width, height, 4 * width * height, rgba.length));
        }
    }

    /**
     * One pixel.
     *
     * @param x column
     * @param y row from the top
     * @return rgba8888, red in the highest byte
     */
    public int at(int x, int y) {
        int i = 4 * (y * width + x);
        return (rgba[i] & 0xff) << 24
                | (rgba[i + 1] & 0xff) << 16
                | (rgba[i + 2] & 0xff) << 8
                | rgba[i + 3] & 0xff;
    }

    /**
     * Whether nothing is seen at a place.
     *
     * @param x column, inside of the image or not
     * @param y row from the top, inside of the image or not
     * @return whether the pixel is wholly transparent; true beyond the edges
     */
    boolean empty(int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < width && y < height;
        return !inside || rgba[4 * (y * width + x) + 3] == 0;
    }

    /**
     * Whether a pixel lies at an edge of what is seen.
     *
     * @param x column
     * @param y row from the top
     * @return whether one of its four neighbours is {@link #empty}
     */
    boolean edge(int x, int y) {
        return empty(x - 1, y) || empty(x + 1, y) || empty(x, y - 1) || empty(x, y + 1);
    }

    /**
     * One pixel's colour.
     *
     * @param x column
     * @param y row from the top
     * @return {@code 0xRRGGBB}, whatever its alpha
     */
    int rgb(int x, int y) {
        return at(x, y) >>> 8;
    }
}
