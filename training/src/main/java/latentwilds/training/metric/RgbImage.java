package latentwilds.training.metric;

import latentwilds.synthesis.Picture;

/**
 * What a feature network is shown, real or fake alike: square RGB of 8 bits, since that is what
 * real images have. Alpha is gone: composited on one fixed mid grey, on which neither dark outlines
 * nor light ones vanish.
 *
 * @param side pixels
 * @param rgb {@code 3 x side x side} bytes, planar; owned by the record, not to be changed
 */
record RgbImage(int side, byte[] rgb) {
    private static final float BACKGROUND = 128 / 255f;

    RgbImage {
        if (rgb.length != 3 * side * side) {
            throw new IllegalArgumentException(
                    "Image of %d px: expected %d values, found %d"
                            .formatted(side, 3 * side * side, rgb.length));
        }
    }

    /** A square picture, rounded to 8 bits as a PNG would. */
    static RgbImage of(Picture picture) {
        float[] values = composited(picture);
        byte[] rgb = new byte[values.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.round(values[i] * 255);
        }
        return new RgbImage(picture.width(), rgb);
    }

    /** A data set's image: interleaved bytes, straight alpha if there are four channels. */
    static RgbImage of(byte[] image, int side, int channels) {
        int plane = side * side;
        byte[] rgb = new byte[3 * plane];
        for (int i = 0; i < plane; i++) {
            float alpha = channels == 4 ? (image[i * channels + 3] & 255) / 255f : 1;
            for (int c = 0; c < 3; c++) {
                float value = (image[i * channels + c] & 255) / 255f * alpha;
                rgb[c * plane + i] = (byte) Math.round((value + (1 - alpha) * BACKGROUND) * 255);
            }
        }
        return new RgbImage(side, rgb);
    }

    /**
     * A picture's colours in [0, 1] on the background, not rounded. Premultiplied colour can be no
     * more than alpha: the game clips it there too.
     *
     * @return {@code 3 x height x width} values
     */
    static float[] composited(Picture picture) {
        int plane = picture.width() * picture.height();
        float[] values = picture.values();
        float[] rgb = new float[3 * plane];
        for (int i = 0; i < plane; i++) {
            float alpha = picture.channels() == 4 ? unit(values[3 * plane + i], 1) : 1;
            for (int c = 0; c < 3; c++) {
                rgb[c * plane + i] = unit(values[c * plane + i], alpha) + (1 - alpha) * BACKGROUND;
            }
        }
        return rgb;
    }

    private static float unit(float value, float most) {
        return Math.max(0, Math.min(most, (value + 1) / 2));
    }

    /**
     * A square part, wrapping round: any part of a tileable texture.
     *
     * @param left column of the part's first pixel
     * @param top its row
     * @param size of the part, at most the side
     */
    RgbImage crop(int left, int top, int size) {
        byte[] part = new byte[3 * size * size];
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < size; y++) {
                int row = (c * side + (top + y) % side) * side;
                for (int x = 0; x < size; x++) {
                    part[(c * size + y) * size + x] = rgb[row + (left + x) % side];
                }
            }
        }
        return new RgbImage(size, part);
    }

    /** The colours in [0, 1], {@code 3 x side x side}. */
    float[] values() {
        float[] values = new float[rgb.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (rgb[i] & 255) / 255f;
        }
        return values;
    }
}
