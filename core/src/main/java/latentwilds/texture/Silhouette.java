package latentwilds.texture;

import java.util.Arrays;

/**
 * The connected parts of a shape. Pixels that touch at a side or a corner are connected, so that a
 * thin diagonal tail stays on.
 */
final class Silhouette {
    private final int width;
    private final int height;
    // 0 outside, else the part's number.
    private final int[] part;
    private int[] sizes = new int[8];
    private int parts;

    /** Finds the parts of what is at least so opaque. */
    Silhouette(Canvas canvas, int lowestAlpha) {
        width = canvas.width;
        height = canvas.height;
        part = new int[width * height];
        int[] stack = new int[width * height];
        for (int i = 0; i < part.length; i++) {
            if (part[i] == 0 && canvas.alpha[i] >= lowestAlpha) {
                parts++;
                if (parts == sizes.length) {
                    sizes = Arrays.copyOf(sizes, 2 * parts);
                }
                sizes[parts] = fill(canvas.alpha, lowestAlpha, i, stack);
            }
        }
    }

    private int fill(int[] alpha, int lowestAlpha, int start, int[] stack) {
        int size = 0;
        int waiting = 0;
        part[start] = parts;
        stack[waiting++] = start;
        while (waiting > 0) {
            int pixel = stack[--waiting];
            size++;
            int x = pixel % width;
            int y = pixel / width;
            for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    int neighbour = ny * width + nx;
                    if (part[neighbour] == 0 && alpha[neighbour] >= lowestAlpha) {
                        part[neighbour] = parts;
                        stack[waiting++] = neighbour;
                    }
                }
            }
        }
        return size;
    }

    /** Drops the crumbs: all parts smaller than a share of the largest. */
    void keepParts(double shareOfLargest) {
        int largest = 0;
        for (int p = 1; p <= parts; p++) {
            largest = Math.max(largest, sizes[p]);
        }
        for (int i = 0; i < part.length; i++) {
            if (sizes[part[i]] < shareOfLargest * largest) {
                part[i] = 0;
            }
        }
    }

    boolean inside(int pixel) {
        return part[pixel] != 0;
    }
}
