package latentwilds.texture;

import latentwilds.synthesis.Picture;

/**
 * Turns a generator's picture into pixel art. Plain Java and deterministic: the same picture gives
 * the same bytes. Any thread.
 */
public final class PixelArt {
    private static final int BORDER = 1;
    private static final float OUTLINE_SHADE = 0.3f;

    private PixelArt() {}

    /**
     * Ground: opaque, without the margin that a chunk is synthesised with.
     *
     * @param rgb three channels in [-1, 1]
     * @param marginPixels to cut off on each side
     * @return the inner part
     */
    public static PixelImage ground(Picture rgb, int marginPixels) {
        int width = rgb.width() - 2 * marginPixels;
        int height = rgb.height() - 2 * marginPixels;
        byte[] bytes = new byte[4 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = 4 * (y * width + x);
                for (int c = 0; c < 3; c++) {
                    float value = rgb.at(c, x + marginPixels, y + marginPixels);
                    bytes[at + c] = (byte) clamp((value + 1) * 127.5f);
                }
                bytes[at + 3] = (byte) 255;
            }
        }
        return new PixelImage(width, height, bytes);
    }

    /**
     * A creature: hard edge, crumbs removed, few colours, an outline of its own dark tone.
     *
     * @param rgba four channels in [-1, 1], premultiplied
     * @param style how
     * @return one pixel larger on each side, so that the outline fits
     */
    public static PixelImage sprite(Picture rgba, SpriteStyle style) {
        boolean[] opaque = opaque(rgba, style.alphaThreshold());
        boolean[] kept = Silhouette.withoutCrumbs(opaque, rgba.width(), rgba.height());
        byte[] bytes = coloured(rgba, kept, style.colours());
        if (style.outline()) {
            outline(bytes, kept, rgba.width(), rgba.height());
        }
        return new PixelImage(rgba.width() + 2 * BORDER, rgba.height() + 2 * BORDER, bytes);
    }

    /**
     * A portrait: more colours, all parts kept.
     *
     * @param rgba four channels in [-1, 1], premultiplied
     * @param style how
     * @return one pixel larger on each side
     */
    public static PixelImage portrait(Picture rgba, SpriteStyle style) {
        boolean[] kept = opaque(rgba, style.alphaThreshold());
        byte[] bytes = coloured(rgba, kept, style.colours());
        if (style.outline()) {
            outline(bytes, kept, rgba.width(), rgba.height());
        }
        return new PixelImage(rgba.width() + 2 * BORDER, rgba.height() + 2 * BORDER, bytes);
    }

    private static boolean[] opaque(Picture rgba, float threshold) {
        boolean[] opaque = new boolean[rgba.width() * rgba.height()];
        for (int i = 0; i < opaque.length; i++) {
            opaque[i] = alpha(rgba, i % rgba.width(), i / rgba.width()) >= threshold;
        }
        return opaque;
    }

    private static float alpha(Picture rgba, int x, int y) {
        return (rgba.at(3, x, y) + 1) / 2;
    }

    private static byte[] coloured(Picture rgba, boolean[] kept, int colours) {
        int width = rgba.width();
        int stride = width + 2 * BORDER;
        byte[] bytes = new byte[4 * stride * (rgba.height() + 2 * BORDER)];
        int count = 0;
        for (boolean k : kept) {
            count += k ? 1 : 0;
        }
        if (count == 0) {
            return bytes;
        }
        float[] rgb = new float[3 * count];
        int next = 0;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                float alpha = alpha(rgba, i % width, i / width);
                for (int c = 0; c < 3; c++) {
                    float premultiplied = (rgba.at(c, i % width, i / width) + 1) / 2;
                    rgb[next++] = Math.max(0, Math.min(255, 255 * premultiplied / alpha));
                }
            }
        }
        Palette palette = Palette.of(rgb, colours);
        next = 0;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                int colour = palette.nearest(rgb[next], rgb[next + 1], rgb[next + 2]);
                next += 3;
                int at = 4 * ((i / width + BORDER) * stride + i % width + BORDER);
                for (int c = 0; c < 3; c++) {
                    bytes[at + c] = (byte) palette.channel(colour, c);
                }
                bytes[at + 3] = (byte) 255;
            }
        }
        return bytes;
    }

    /** Darkens what is next to the shape, in the shape's own mean hue. */
    private static void outline(byte[] bytes, boolean[] kept, int width, int height) {
        int stride = width + 2 * BORDER;
        int[] tone = meanTone(bytes);
        for (int y = 0; y < height + 2 * BORDER; y++) {
            for (int x = 0; x < stride; x++) {
                int at = 4 * (y * stride + x);
                if (bytes[at + 3] == 0 && touches(kept, width, height, x - BORDER, y - BORDER)) {
                    for (int c = 0; c < 3; c++) {
                        bytes[at + c] = (byte) (tone[c] * OUTLINE_SHADE);
                    }
                    bytes[at + 3] = (byte) 255;
                }
            }
        }
    }

    private static boolean touches(boolean[] kept, int width, int height, int x, int y) {
        return is(kept, width, height, x - 1, y)
                || is(kept, width, height, x + 1, y)
                || is(kept, width, height, x, y - 1)
                || is(kept, width, height, x, y + 1);
    }

    private static boolean is(boolean[] kept, int width, int height, int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && kept[y * width + x];
    }

    private static int[] meanTone(byte[] rgba) {
        long[] sums = new long[3];
        int count = 0;
        for (int i = 0; i < rgba.length; i += 4) {
            if (rgba[i + 3] != 0) {
                count++;
                for (int c = 0; c < 3; c++) {
                    sums[c] += rgba[i + c] & 255;
                }
            }
        }
        int[] mean = new int[3];
        for (int c = 0; c < 3; c++) {
            mean[c] = count == 0 ? 0 : (int) (sums[c] / count);
        }
        return mean;
    }

    private static int clamp(float value) {
        return Math.max(0, Math.min(255, Math.round(value)));
    }
}
