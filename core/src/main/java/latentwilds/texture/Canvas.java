package latentwilds.texture;

import java.util.Arrays;
import latentwilds.synthesis.Picture;

/**
 * Pixels while they are worked on: colour {@code 0xRRGGBB} and alpha 0 to 255, straight, rows from
 * the top.
 */
final class Canvas {
    final int width;
    final int height;
    final int[] rgb;
    final int[] alpha;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        rgb = new int[width * height];
        alpha = new int[width * height];
    }

    /**
     * Reads a generator's picture. Colour is divided by alpha, so that a half covered pixel at the
     * edge keeps the colour of the thing and no dark halo.
     */
    static Canvas straight(Picture picture) {
        if (picture.channels() != 4) {
            throw new IllegalArgumentException(
                    "Sprite: expected a picture of 4 channels, found " + picture.channels());
        }
        Canvas canvas = new Canvas(picture.width(), picture.height());
        float[] values = picture.values();
        int size = canvas.rgb.length;
        for (int i = 0; i < size; i++) {
            float a = unit(values[3 * size + i]);
            canvas.alpha[i] = level(a);
            if (canvas.alpha[i] > 0) {
                canvas.rgb[i] =
                        level(unit(values[i]) / a) << 16
                                | level(unit(values[size + i]) / a) << 8
                                | level(unit(values[2 * size + i]) / a);
            }
        }
        return canvas;
    }

    /** From [-1, 1] to [0, 1]. */
    static float unit(float value) {
        return Math.max(0, Math.min(1, (value + 1) / 2));
    }

    /** From [0, 1] to 0 to 255, values beyond clamped. */
    static int level(float unit) {
        return Math.max(0, Math.min(255, (int) (unit * 255 + 0.5f)));
    }

    void clear(int pixel) {
        rgb[pixel] = 0;
        alpha[pixel] = 0;
    }

    /** Moves what is visible down so that it stands on the bottom row. */
    void ground() {
        int last = alpha.length - 1;
        while (last >= 0 && alpha[last] == 0) {
            last--;
        }
        int empty = height - 1 - Math.floorDiv(last, width);
        if (empty == 0 || empty == height) {
            return;
        }
        int moved = empty * width;
        System.arraycopy(rgb, 0, rgb, moved, rgb.length - moved);
        System.arraycopy(alpha, 0, alpha, moved, alpha.length - moved);
        Arrays.fill(rgb, 0, moved, 0);
        Arrays.fill(alpha, 0, moved, 0);
    }

    PixelImage image() {
        byte[] bytes = new byte[4 * rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            bytes[4 * i] = (byte) (rgb[i] >> 16);
            bytes[4 * i + 1] = (byte) (rgb[i] >> 8);
            bytes[4 * i + 2] = (byte) rgb[i];
            bytes[4 * i + 3] = (byte) alpha[i];
        }
        return new PixelImage(width, height, bytes);
    }
}
