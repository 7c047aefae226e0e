package latentwilds.training.metric;

import java.util.ArrayDeque;
import java.util.Arrays;
import latentwilds.texture.PixelImage;

/**
 * What can be counted on a finished sprite.
 *
 * @param softShare share of its pixels with an opacity above 5 and below 95 %
 * @param colours different colours among the pixels that are there (half opaque or more)
 * @param largestPart share of those pixels in the largest connected part, corners connect; 0 for an
 *     empty picture
 */
record SpriteForm(double softShare, int colours, double largestPart) {
    private static final double FAINT = 0.05 * 255;
    private static final double FULL = 0.95 * 255;
    private static final int THERE = 128;
    private static final int RGB = 0xffffff;

    static SpriteForm of(PixelImage image) {
        int w = image.width();
        int pixels = w * image.height();
        boolean[] open = new boolean[pixels];
        int[] colours = new int[pixels];
        int soft = 0;
        int opaque = 0;
        for (int i = 0; i < pixels; i++) {
            int rgba = image.at(i % w, i / w);
            int alpha = rgba & 255;
            soft += alpha > FAINT && alpha < FULL ? 1 : 0;
            open[i] = alpha >= THERE;
            if (open[i]) {
                colours[opaque++] = rgba >>> 8 & RGB;
            }
        }
        int most = 0;
        for (int i = 0; i < pixels; i++) {
            most = Math.max(most, open[i] ? take(open, i, w) : 0);
        }
        return new SpriteForm(
                (double) soft / pixels,
                (int) Arrays.stream(colours, 0, opaque).distinct().count(),
                opaque == 0 ? 0 : (double) most / opaque);
    }

    /** Closes a part of what is open; returns its size. */
    private static int take(boolean[] open, int start, int w) {
        int h = open.length / w;
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        waiting.push(start);
        open[start] = false;
        int size = 0;
        while (!waiting.isEmpty()) {
            int pixel = waiting.pop();
            size++;
            for (int y = Math.max(0, pixel / w - 1); y <= Math.min(h - 1, pixel / w + 1); y++) {
                for (int x = Math.max(0, pixel % w - 1); x <= Math.min(w - 1, pixel % w + 1); x++) {
                    if (open[y * w + x]) {
                        open[y * w + x] = false;
                        waiting.push(y * w + x);
                    }
                }
            }
        }
        return size;
    }
}
