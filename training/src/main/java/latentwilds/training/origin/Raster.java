package latentwilds.training.origin;

import java.awt.image.BufferedImage;

/**
 * An image as rows of straight ARGB, for exact integer arithmetic.
 *
 * @param width in pixels
 * @param height in pixels
 * @param argb {@code width * height} values; not to be changed
 */
record Raster(int width, int height, int[] argb) {

    /** All of an image; transparent pixels lose their colour. */
    static Raster of(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        int[] argb = image.getRGB(0, 0, w, h, null, 0, w);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = argb[i] >>> 24 == 0 ? 0 : argb[i];
        }
        return new Raster(w, h, argb);
    }

    static Raster empty(int width, int height) {
        return new Raster(width, height, new int[width * height]);
    }

    Raster crop(int left, int top, int width, int height) {
        int[] cut = new int[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(argb, (top + y) * this.width + left, cut, y * width, width);
        }
        return new Raster(width, height, cut);
    }

    /** Onto the middle of an empty square; half pixels go up and left. */
    Raster centred(int side) {
        int[] square = new int[side * side];
        int left = (side - width) / 2;
        int top = (side - height) / 2;
        for (int y = 0; y < height; y++) {
            System.arraycopy(argb, y * width, square, (top + y) * side + left, width);
        }
        return new Raster(side, side, square);
    }

    /** Without transparency: whatever is there is opaque. */
    Raster opaque() {
        int[] solid = argb.clone();
        for (int i = 0; i < solid.length; i++) {
            solid[i] |= 0xFF000000;
        }
        return new Raster(width, height, solid);
    }

    /**
     * Another image of the same size or smaller on top, at the top left corner: "over" of Porter
     * and Duff (1984), in integers with seven more bits than a byte.
     */
    Raster under(Raster top) {
        int[] both = argb.clone();
        for (int y = 0; y < top.height; y++) {
            for (int x = 0; x < top.width; x++) {
                int i = y * width + x;
                both[i] = over(top.argb[y * top.width + x], both[i]);
            }
        }
        return new Raster(width, height, both);
    }

    private static int over(int top, int below) {
        int a = top >>> 24;
        if (a == 0) {
            return below;
        }
        int alpha = a * 255 + (below >>> 24) * (255 - a);
        int share = a * 255 * 255 * 128 / alpha;
        int rest = 255 * 128 - share;
        int argb = by255(alpha + 128) << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            int sum = (top >> shift & 255) * share + (below >> shift & 255) * rest;
            argb |= by255(sum + (128 << 7)) >> 7 << shift;
        }
        return argb;
    }

    private static int by255(int value) {
        return (value >> 8) + value >> 8;
    }

    BufferedImage image(boolean alpha) {
        BufferedImage image =
                new BufferedImage(
                        width,
                        height,
                        alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return image;
    }
}
