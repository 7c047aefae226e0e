package latentwilds.world;

import java.util.BitSet;
import java.util.function.IntPredicate;

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
        int[] cells = new int[size * size];
        int next = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == NEW) {
                int label = next++;
                flood(size, i, cell -> claimed(labels, cell, label), cells);
            }
        }
        return labels;
    }

    private static boolean claimed(int[] labels, int cell, int label) {
        if (labels[cell] != NEW) {
            return false;
        }
        labels[cell] = label;
        return true;
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
            if (!small.get(i) && !large.get(i)) {
                int count = flood(size, i, cell -> claimed(size, mask, seen, cell), patch);
                BitSet kind = count < enough ? small : large;
                for (int k = 0; k < count; k++) {
                    kind.set(patch[k]);
                    seen.clear(patch[k]);
                }
            }
        }
        return small;
    }

    private static boolean claimed(int size, Mask mask, BitSet seen, int cell) {
        if (seen.get(cell) || !mask.at(cell % size, cell / size)) {
            return false;
        }
        seen.set(cell);
        return true;
    }

    /**
     * Spreads from a cell from neighbour to neighbour until no more can be claimed or there is no
     * more room; returns how many cells were.
     *
     * @param claim true once for each cell of the region
     * @param cells room for those that are claimed
     */
    private static int flood(int size, int from, IntPredicate claim, int[] cells) {
        int count = add(from, claim, cells, 0);
        for (int head = 0; head < count; head++) {
            int at = cells[head];
            int x = at % size;
            count = x < size - 1 ? add(at + 1, claim, cells, count) : count;
            count = x > 0 ? add(at - 1, claim, cells, count) : count;
            count = at < size * (size - 1) ? add(at + size, claim, cells, count) : count;
            count = at >= size ? add(at - size, claim, cells, count) : count;
        }
        return count;
    }

    private static int add(int cell, IntPredicate claim, int[] cells, int count) {
        if (count == cells.length || !claim.test(cell)) {
            return count;
        }
        cells[count] = cell;
        return count + 1;
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
