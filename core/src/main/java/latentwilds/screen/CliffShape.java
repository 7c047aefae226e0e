package latentwilds.screen;

import java.util.ArrayList;
import java.util.List;
import latentwilds.world.ChunkPlace;

/**
 * Which pixels of a chunk and round it are cliff, and which of these one sees from the south as its
 * face. The outline runs where bodies are stopped, through the middles of the cells' sides, and is
 * frayed by two or three pixels. Immutable; any thread.
 */
final class CliffShape {
    /** Pixels of the face, from the foot to the brim. */
    static final int FACE = 30;

    /** Pixels round the chunk that are looked at: shadows and faces reach in from there. */
    static final int MARGIN = 40;

    private static final int METRE = ChunkPlace.CELL_PIXELS;
    private static final int CELL_MARGIN = (MARGIN + METRE - 1) / METRE + 1;
    private static final int SIDE = ChunkPlace.PIXELS + 2 * MARGIN;

    /** Share of cliff from which on a pixel is one. */
    private static final double EDGE = 0.5;

    private static final int WIDE = 19;
    private static final double WIDE_FRAY = 0.16;
    private static final int NARROW = 6;
    private static final double NARROW_FRAY = 0.1;

    /** Cells of the island. */
    interface Cells {
        boolean cliff(int x, int y);
    }

    /**
     * A column of a face.
     *
     * @param x pixels from the chunk's west
     * @param foot lowest pixel, from the chunk's south
     * @param height pixels
     */
    record Column(int x, int foot, int height) {}

    private final boolean[] inside = new boolean[SIDE * SIDE];

    /** Pixels from the foot upwards, within the face and above; 0 outside. */
    private final short[] above = new short[SIDE * SIDE];

    private CliffShape(Cells cells, ChunkPlace place) {
        int left = place.left() * METRE - MARGIN;
        int bottom = place.bottom() * METRE - MARGIN;
        for (int x = 0; x < SIDE; x++) {
            int height = 0;
            for (int y = 0; y < SIDE; y++) {
                int at = y * SIDE + x;
                inside[at] = share(cells, left + x, bottom + y) > EDGE;
                height = inside[at] ? height + 1 : 0;
                above[at] = (short) height;
            }
        }
    }

    /** Nothing but plain ground as far as shadows reach? Then there is nothing to draw. */
    static boolean none(Cells cells, ChunkPlace place) {
        int side = ChunkPlace.CELLS + 2 * CELL_MARGIN;
        for (int i = 0; i < side * side; i++) {
            if (cells.cliff(
                    place.left() - CELL_MARGIN + i % side,
                    place.bottom() - CELL_MARGIN + i / side)) {
                return false;
            }
        }
        return true;
    }

    static CliffShape of(Cells cells, ChunkPlace place) {
        return new CliffShape(cells, place);
    }

    /** How much of a pixel's surroundings is cliff: bilinear between the cells' middles, frayed. */
    private static double share(Cells cells, int px, int py) {
        double x = (px + 0.5) / METRE - 0.5;
        double y = (py + 0.5) / METRE - 0.5;
        int i = (int) Math.floor(x);
        int j = (int) Math.floor(y);
        double u = x - i;
        double v = y - j;
        double south = (1 - u) * value(cells, i, j) + u * value(cells, i + 1, j);
        double north = (1 - u) * value(cells, i, j + 1) + u * value(cells, i + 1, j + 1);
        double share = (1 - v) * south + v * north;
        if (share == 0 || share == 1) {
            return share;
        }
        return share + WIDE_FRAY * fray(px, py, WIDE) + NARROW_FRAY * fray(px, py, NARROW);
    }

    private static int value(Cells cells, int x, int y) {
        return cells.cliff(x, y) ? 1 : 0;
    }

    /** Smooth noise of a period in pixels, -1 to 1. */
    private static double fray(int x, int y, int period) {
        int i = Math.floorDiv(x, period);
        int j = Math.floorDiv(y, period);
        double u = (double) Math.floorMod(x, period) / period;
        double v = (double) Math.floorMod(y, period) / period;
        double south = (1 - u) * hash(i, j) + u * hash(i + 1, j);
        double north = (1 - u) * hash(i, j + 1) + u * hash(i + 1, j + 1);
        return (1 - v) * south + v * north;
    }

    private static double hash(int i, int j) {
        int h = i * 0x27d4eb2d + j * 0x165667b1;
        h = (h ^ h >>> 15) * 0x2c1b3c6d;
        h ^= h >>> 13;
        return (h & 0xffff) / 32767.5 - 1;
    }

    private static int index(int x, int y) {
        return (y + MARGIN) * SIDE + x + MARGIN;
    }

    /** Whether a pixel is cliff; from the chunk's south-west, up to the margin outside of it. */
    boolean inside(int x, int y) {
        return inside[index(x, y)];
    }

    /** How many pixels of cliff there are from the foot up to this one, it included; 0 outside. */
    int above(int x, int y) {
        return above[index(x, y)];
    }

    /** The faces whose feet are in the chunk. */
    List<Column> faces() {
        List<Column> faces = new ArrayList<>();
        for (int x = 0; x < ChunkPlace.PIXELS; x++) {
            for (int y = 0; y < ChunkPlace.PIXELS; y++) {
                if (above(x, y) == 1) {
                    int height = 1;
                    while (height < FACE && inside(x, y + height)) {
                        height++;
                    }
                    faces.add(new Column(x, y, height));
                }
            }
        }
        return faces;
    }
}
