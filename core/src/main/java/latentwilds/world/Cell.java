package latentwilds.world;

/**
 * A square metre of the island.
 *
 * @param x from the west, whole
 * @param y from the south, whole
 */
public record Cell(int x, int y) {

    /**
     * Distance to another cell.
     *
     * @param other the cell
     * @return metres, centre to centre
     */
    public double distance(Cell other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
