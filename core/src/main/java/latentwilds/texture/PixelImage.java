package latentwilds.texture;

/**
 * An 8-bit image, rows from the top, RGBA with straight alpha. The array is shared and must not be
 * changed.
 *
 * @param width pixels
 * @param height pixels
 * @param rgba {@code 4 x width x height} bytes
 */
public record PixelImage(int width, int height, byte[] rgba) {
    /** Checks the length. */
    public PixelImage {
        if (rgba.length != 4 * width * height) {
            throw new IllegalArgumentException(
                    "Image %d x %d: expected %d bytes, found %d"
                            .formatted(width, height, 4 * width * height, rgba.length));
        }
    }

    /**
     * One value.
     *
     * @param channel 0 red, 1 green, 2 blue, 3 alpha
     * @param x column
     * @param y row from the top
     * @return 0 to 255
     */
    public int at(int channel, int x, int y) {
        return rgba[(y * width + x) * 4 + channel] & 255;
    }
}
