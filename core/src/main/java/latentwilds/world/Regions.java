package latentwilds.world;

import java.util.BitSet;

/** Connected regions of a square raster, by flood fill over the four neighbours. */
final class Regions {
    /** A wish about one cell. */
    interface Mask {
        boolean at(int x, int y);
    }

    private Regions() {}

    /** Not looked at yet. */
    private static final int NEW = -2;

    /** The region's number for every cell in the mask, from 0; -1 outside of it. */
    static int[] label(int size, Mask mask) {
        int[] labels = new int[size * size];
        int at = 0;
        // The mask is asked once per cell: it may have to think.
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                labels[at++] = mask.at(x, y) ? NEW : -1;
            }
        }
        int[] queue = new int[size * size];
        int next = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == NEW) {
                fill(size, labels, queue, i, next++);
            }
        }
        return labels;
    }

    private static void fill(int size, int[] labels, int[] queue, int from, int label) {
        int tail = claim(labels, from, label, queue, 0);
        for (int head = 0; head < tail; head++) {
            int at = queue[head];
            int x = at % size;
            if (x < size - 1) {
                tail = claim(labels, at + 1, label, queue, tail);
            }
            if (x > 0) {
                tail = claim(labels, at - 1, label, queue, tail);
            }
            if (at + size < labels.length) {
                tail = claim(labels, at + size, label, queue, tail);
            }
            if (at >= size) {
                tail = claim(labels, at - size, label, queue, tail);
            }
        }
    }

    /** Labels a cell that is new and puts it at the queue's end; returns where that is then. */
    private static int claim(int[] labels, int cell, int label, int[] queue, int tail) {
        if (labels[cell] != NEW) {
            return tail;
        }
        labels[cell] = label;
        queue[tail] = cell;
        return tail + 1;
    }

    /** The cell on one of the four sides; -1 beyond the raster's edge. */
    private static int neighbour(int size, int at, int side) {
        int x = at % size + (side == 0 ? 1 : side == 1 ? -1 : 0);
        int y = at / size + (side == 2 ? 1 : side == 3 ? -1 : 0);
        return x < 0 || y < 0 || x >= size || y >= size ? -1 : y * size + x;
    }

    /**
     * The cells of all small regions that touch some cells; the work grows with these, not with the
     * raster.
     *
     * @param starts where to look, row by row; those outside of the mask do not count
     * @param enough a region of so many cells is not small
     */
    static BitSet small(int size, BitSet starts, Mask mask, int enough) {
        BitSet small = new BitSet(size * size);
        BitSet large = new BitSet(size * size);
        BitSet seen = new BitSet(size * size);
        int[] patch = new int[enough];
        for (int i = starts.nextSetBit(0); i >= 0; i = starts.nextSetBit(i + 1)) {
            if (!small.get(i) && !large.get(i) && mask.at(i % size, i / size)) {
                int count = spread(size, mask, i, seen, patch);
                BitSet kind = count < enough ? small : large;
                for (int k = 0; k < count; k++) {
                    kind.set(patch[k]);
                    seen.clear(patch[k]);
                }
            }
        }
        return small;
    }

    /** Fills a patch from a cell on until it or the region is full; returns how many cells. */
    private static int spread(int size, Mask mask, int from, BitSet seen, int[] patch) {
        int count = 0;
        patch[count++] = from;
        seen.set(from);
        for (int head = 0; head < count; head++) {
            for (int side = 0; side < 4 && count < patch.length; side++) {
                int there = neighbour(size, patch[head], side);
                if (there >= 0 && !seen.get(there) && mask.at(there % size, there / size)) {
                    seen.set(there);
                    patch[count++] = there;
                }
            }
        }
        return count;
    }

    /** How many cells each region has. */
    static int[] sizes(int[] labels) {
        int most = -1;
        for (int label : labels) {
            most = Math.max(most, label);
        }
        int[] sizes = new int[most + 1];
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
