package latentwilds.world;

import java.util.Arrays;

/**
 * A queue of cells by cost, smallest first; of equal costs, the cell with the smaller number. For
 * one thread.
 */
final class CellHeap {
    private double[] costs = new double[256];
    private int[] cells = new int[256];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void add(int cell, double cost) {
        if (size == cells.length) {
            costs = Arrays.copyOf(costs, 2 * size);
            cells = Arrays.copyOf(cells, 2 * size);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (!before(cost, cell, costs[parent], cells[parent])) {
                break;
            }
            put(at, cells[parent], costs[parent]);
            at = parent;
        }
        put(at, cell, cost);
    }

    /** The cost of the cell that {@link #poll} takes next. */
    double cost() {
        return costs[0];
    }

    int poll() {
        int first = cells[0];
        size--;
        int cell = cells[size];
        double cost = costs[size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size
                    && before(costs[child + 1], cells[child + 1], costs[child], cells[child])) {
                child++;
            }
            if (!before(costs[child], cells[child], cost, cell)) {
                break;
            }
            put(at, cells[child], costs[child]);
            at = child;
        }
        put(at, cell, cost);
        return first;
    }

    private static boolean before(double costA, int cellA, double costB, int cellB) {
        return costA < costB || costA == costB && cellA < cellB;
    }

    private void put(int at, int cell, double cost) {
        cells[at] = cell;
        costs[at] = cost;
    }
}
