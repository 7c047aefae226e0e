package latentwilds.world;

import java.util.Arrays;

/** Connected regions of a square raster, by flood fill over the four neighbours. */
final class Regions {
    /** A wish about one cell. */
    interface Mask {
        boolean at(int x, int y);
    }

    private Regions() {}

    /** The region's number for every cell in the mask, from 0; -1 outside of it. */
    static int[] label(int size, Mask mask) {
        int[] labels = new int[size * size];
        Arrays.fill(labels, -1);
        int[] queue = new int[size * size];
        int next = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 && mask.at(i % size, i / size)) {
                fill(size, mask, labels, queue, i, next++);
            }
        }
        return labels;
    }

    private static void fill(int size, Mask mask, int[] labels, int[] queue, int from, int label) {
        int head = 0;
        int tail = 0;
        queue[tail++] = from;
        labels[from] = label;
        while (head < tail) {
            int at = queue[head++];
            int x = at % size;
            int y = at / size;
            for (int side = 0; side < 4; side++) {
                int nx = x + (side == 0 ? 1 : side == 1 ? -1 : 0);
                int ny = y + (side == 2 ? 1 : side == 3 ? -1 : 0);
                if (nx < 0 || ny < 0 || nx >= size || ny >= size) {
                    continue;
                }
                int there = ny * size + nx;
                if (labels[there] < 0 && mask.at(nx, ny)) {
                    labels[there] = label;
                    queue[tail++] = there;
                }
            }
        }
    }

    /** How many cells each region has. */
    static int[] sizes(int[] labels) {
        int[] sizes = new int[Arrays.stream(labels).max().orElse(-1) + 1];
        for (int label : labels) {
            if (label >= 0) {
                sizes[label]++;
            }
        }
        return sizes;
    }

    /** The number of the region with most cells, the first of equals; -1 without any. */
    static int largest(int[] labels) {
        int[] sizes = sizes(labels);
        int best = -1;
        for (int label = 0; label < sizes.length; label++) {
            best = best < 0 || sizes[label] > sizes[best] ? label : best;
        }
        return best;
    }
}
