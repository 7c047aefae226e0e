package latentwilds.synthesis.gl;

/**
 * A rectangle of texels, rows from GL's origin.
 *
 * @param x left
 * @param y first row
 * @param width texels
 * @param height texels
 */
record Area(int x, int y, int width, int height) {

    long texels() {
        return (long) width * height;
    }

    /**
     * The largest rectangle that begins at a texel, counted row by row, and has at most so many:
     * whole rows, or a part of one.
     */
    Area from(long texel, long most) {
        int row = (int) (texel / width);
        int column = (int) (texel % width);
        if (column > 0 || most < width) {
            return new Area(x + column, y + row, (int) Math.min(width - column, most), 1);
        }
        return new Area(x, y + row, width, (int) Math.min(height - row, most / width));
    }
}
