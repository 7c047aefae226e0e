package latentwilds.synthesis;

/**
 * What a generator makes: planar floats in [-1, 1], {@code [channel][row][column]}, row 0 on top.
 * Four channels are RGBA with colour premultiplied by alpha; {@code latentwilds.texture} turns them
 * into bytes. The array is owned by the picture and must not be changed.
 *
 * @param channels 3 or 4
 * @param width pixels
 * @param height pixels
 * @param values {@code channels x height x width} values
 */
public record Picture(int channels, int width, int height, float[] values) {

    /** Checks that the array has the size that the other fields promise. */
    public Picture {
        if (values.length != channels * width * height) {
            throw new IllegalArgumentException(
                    "Picture %d x %d x %d: expected %d values, found %d"
                            .formatted(
                                    channels,
                                    height,
                                    width,
                                    channels * width * height,
                                    values.length));
        }
    }

    /**
     * One value.
     *
     * @param channel 0 red, 1 green, 2 blue, 3 alpha
     * @param x column
     * @param y row from the top
     * @return in [-1, 1]
     */
    public float at(int channel, int x, int y) {
        return values[(channel * height + y) * width + x];
    }
}
