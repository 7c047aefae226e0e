package latentwilds.world;

/**
 * Which chunk: a square of {@link #CELLS} x {@link #CELLS} cells. One cell is one metre and 16
 * pixels of ground.
 *
 * @param x chunks from the west
 * @param y chunks from the south
 */
public record ChunkPlace(int x, int y) {
    /** Side in cells. */
    public static final int CELLS = 16;

    /** Pixels of ground per cell. */
    public static final int CELL_PIXELS = 16;

    /** Side in pixels. */
    public static final int PIXELS = CELLS * CELL_PIXELS;

    /**
     * The chunk of a place.
     *
     * @param x cells from the west
     * @param y cells from the south
     * @return its chunk
     */
    public static ChunkPlace of(double x, double y) {
        return new ChunkPlace((int) Math.floor(x / CELLS), (int) Math.floor(y / CELLS));
    }

    /**
     * The chunk's western edge.
     *
     * @return cells from the west
     */
    public int left() {
        return x * CELLS;
    }

    /**
     * The chunk's southern edge.
     *
     * @return cells from the south
     */
    public int bottom() {
        return y * CELLS;
    }
}
