package latentwilds.world;

import java.util.Arrays;

/**
 * Where rain runs: flooded from the sea inwards by height (Barnes, Lehman and Mulla 2014), every
 * place drains to the one from which the flood came, across hollows too, which fill up to lakes.
 * Places are a lattice of every fourth cell. Immutable after construction.
 */
final class Drainage {
    /** Cells between places. */
    static final int SPACING = 4;

    /** Height of the sea's floor down to which a river is one. */
    static final double MOUTH = Climate.SEA - 0.02;

    /** No lake stands anywhere near. */
    private static final float NONE = 0;

    private final int side;
    private final int[] parent;
    private final float[] level;
    private final float[] rain;
    private final float[] height;

    /** For an island of {@code size x size} cells. */
    Drainage(Climate climate, int size) {
        side = size / SPACING + 1;
        parent = new int[side * side];
        level = new float[side * side];
        rain = new float[side * side];
        height = new float[side * side];
        for (int at = 0; at < height.length; at++) {
            int x = at % side * SPACING;
            int y = at / side * SPACING;
            height[at] = (float) climate.elevation(x, y);
            // Even dry land has springs; what falls into the sea makes no river.
            rain[at] =
                    height[at] > Climate.SEA
                            ? (float) (0.25 + Math.max(0, climate.moisture(x, y)))
                            : 0;
        }
        int[] order = flood();
        for (int i = order.length - 1; i >= 0; i--) {
            int at = order[i];
            if (height[at] > MOUTH && parent[at] >= 0) {
                rain[parent[at]] += rain[at];
            }
        }
    }

    /** Fills {@link #parent} and {@link #level}; returns the places in the order of flooding. */
    private int[] flood() {
        int[] order = new int[height.length];
        boolean[] seen = new boolean[height.length];
        CellHeap heap = new CellHeap();
        Arrays.fill(parent, -1);
        for (int at = 0; at < height.length; at++) {
            int x = at % side;
            int y = at / side;
            if (x == 0 || y == 0 || x == side - 1 || y == side - 1) {
                seen[at] = true;
                level[at] = height[at];
                heap.add(at, height[at]);
            }
        }
        int count = 0;
        while (!heap.isEmpty()) {
            int at = heap.poll();
            order[count++] = at;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int x = at % side + dx;
                    int y = at / side + dy;
                    int next = y * side + x;
                    if (x < 0 || y < 0 || x >= side || y >= side || seen[next]) {
                        continue;
                    }
                    seen[next] = true;
                    parent[next] = at;
                    level[next] = Math.max(height[next], level[at]);
                    heap.add(next, level[next]);
                }
            }
        }
        return order;
    }

    /** Places along a side. */
    int side() {
        return side;
    }

    /** Where a place's water goes; -1 at the map's edge. */
    int parent(int place) {
        return parent[place];
    }

    /** Height of the water's surface; that of the ground where none stands. */
    double level(int place) {
        return level[place];
    }

    /**
     * The level of the lake that is here or nearest, so that the ground and not this lattice says
     * where its shore is; far below any ground where there is none within two places.
     */
    double surface(int place) {
        if (level[place] > height[place]) {
            return level[place];
        }
        for (int reach = 1; reach <= 2; reach++) {
            float surface = lowest(place, reach);
            if (surface > NONE) {
                // Below the lip over which a lake flows out it does not go on.
                return Math.min(surface, height[place]);
            }
        }
        return NONE;
    }

    /** The level of the lowest lake within so many places. */
    private float lowest(int place, int reach) {
        int x = place % side;
        int y = place / side;
        float lowest = NONE;
        for (int j = Math.max(0, y - reach); j <= Math.min(side - 1, y + reach); j++) {
            for (int i = Math.max(0, x - reach); i <= Math.min(side - 1, x + reach); i++) {
                int next = j * side + i;
                if (level[next] > height[next] && (lowest == NONE || level[next] < lowest)) {
                    lowest = level[next];
                }
            }
        }
        return lowest;
    }

    /** How much water runs through, in places' rain. */
    double flow(int place) {
        return rain[place];
    }
}
