package latentwilds.texture;

import java.util.Arrays;
import latentwilds.synthesis.Finish;

/**
 * The connected parts of a shape. Pixels that touch at a side or a corner are connected, so that a
 * thin diagonal tail stays on. Every pixel takes the lowest number that it sees along its row,
 * column and diagonals before the shape ends, or that its number's pixel has, {@link Finish#SWEEPS}
 * times: what shaders can do, too ({@code shape.frag}).
 */
final class Silhouette {
    private static final int[][] DIRECTIONS = {{1, 0}, {0, 1}, {1, 1}, {-1, 1}};

    private final int width;
    private final int height;
    // 0 outside, else the part's number: its first pixel's, and one.
    private int[] part;
    private final int[] sizes;

    /** Finds the parts of what is at least so opaque. */
    Silhouette(Canvas canvas, int lowestAlpha) {
        width = canvas.width;
        height = canvas.height;
        part = new int[width * height];
        for (int i = 0; i < part.length; i++) {
            part[i] = canvas.alpha[i] >= lowestAlpha ? i + 1 : 0;
        }
        for (int sweep = 0; sweep < Finish.SWEEPS; sweep++) {
            sweep();
        }
        sizes = new int[part.length + 1];
        for (int p : part) {
            // Winding more than the sweeps reach: no part of its own.
            sizes[p] += p > 0 && part[p - 1] == p ? 1 : 0;
        }
    }

    private void sweep() {
        int[] before = part;
        part = Arrays.stream(before).map(p -> p == 0 ? 0 : before[p - 1]).toArray();
        for (int[] direction : DIRECTIONS) {
            for (int i = 0; i < part.length; i++) {
                int x = i % width;
                int y = i / width;
                if (at(before, x, y) != 0 && at(before, x - direction[0], y - direction[1]) == 0) {
                    line(before, x, y, direction[0], direction[1]);
                }
            }
        }
    }

    /** Gives all pixels of a line, up to the shape's end, the lowest number among them. */
    private void line(int[] before, int startX, int startY, int stepX, int stepY) {
        int lowest = Integer.MAX_VALUE;
        int length = 0;
        for (int x = startX, y = startY; at(before, x, y) != 0; x += stepX, y += stepY) {
            lowest = Math.min(lowest, before[y * width + x]);
            length++;
        }
        for (int i = 0; i < length; i++) {
            int pixel = (startY + i * stepY) * width + startX + i * stepX;
            part[pixel] = Math.min(part[pixel], lowest);
        }
    }

    private int at(int[] parts, int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : parts[y * width + x];
    }

    /** Drops the crumbs: all parts with fewer thousandths of the largest part's pixels. */
    void keepParts(int thousandths) {
        int largest = Arrays.stream(sizes).max().orElse(0);
        for (int i = 0; i < part.length; i++) {
            if (1000 * sizes[part[i]] < thousandths * largest) {
                part[i] = 0;
            }
        }
    }

    boolean inside(int pixel) {
        return part[pixel] != 0;
    }
}
