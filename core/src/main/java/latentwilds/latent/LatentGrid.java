package latentwilds.latent;

/**
 * The input of one synthesis: noise and condition code for every cell of a grid, channel-major
 * ({@code [channel][row][column]}). A creature or a face is a grid of 1 x 1. Row 0 is the top of
 * the picture. The arrays are shared, not copied, and must not be changed afterwards.
 *
 * @param rows grid height in cells
 * @param columns grid width in cells
 * @param noise {@code latentSize x rows x columns} values
 * @param code {@code codeSize x rows x columns} values; empty when unconditional
 */
public record LatentGrid(int rows, int columns, float[] noise, float[] code) {

    /**
     * Checks the sizes as far as a grid can know them.
     *
     * @throws IllegalArgumentException if an array is not a whole number of channels
     */
    public LatentGrid {
        if (rows <= 0 || columns <= 0) {
            throw new IllegalArgumentException(
                    "Latent grid: expected at least 1 x 1 cells, found " + rows + " x " + columns);
        }
        int cells = Math.multiplyExact(rows, columns);
        if (noise.length % cells != 0 || code.length % cells != 0) {
            throw new IllegalArgumentException(
                    "Latent grid of %d cells: expected whole channels, found %d noise and %d code values"
                            .formatted(cells, noise.length, code.length));
        }
    }

    /**
     * A single latent, as creatures and faces have.
     *
     * @param noise the latent vector
     * @param code the condition's code, empty when unconditional
     * @return a 1 x 1 grid
     */
    public static LatentGrid vector(float[] noise, float[] code) {
        return new LatentGrid(1, 1, noise, code);
    }
}
