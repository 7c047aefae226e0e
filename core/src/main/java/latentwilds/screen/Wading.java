package latentwilds.screen;

import latentwilds.world.ChunkPlace;
import latentwilds.world.Footing;

/**
 * How a figure is drawn that stands in water or mud: it is sunk by whole rows of its own pixels,
 * and these are seen through the surface, the paler the deeper. Immutable.
 *
 * @param rows of the sprite that are below the surface, from its feet up
 * @param clarity how well one sees what is below the surface, 0 to 1
 * @param shadow how much of its shadow is seen, 0 to 1: there is none on water
 */
record Wading(int rows, float clarity, float shadow) {
    /** The most of a sprite that sinks: one must still tell who it is. */
    private static final float MOST = 0.26f;

    /** How much is seen of the row right below a clear surface, and of the last. */
    private static final float SHALLOWEST = 0.6f;

    private static final float DEEPEST = 0.2f;

    /** The surface itself is seen as a line. */
    private static final float SURFACE = 0.3f;

    /**
     * How a figure is drawn where it stands.
     *
     * @param footing what it stands in
     * @param pixel how large the sprite's own pixels are, in drawn pixels
     * @param height rows of the sprite
     * @return nothing sunk on firm ground
     */
    static Wading in(Footing footing, float pixel, int height) {
        int rows = Math.round((float) footing.depth() * ChunkPlace.CELL_PIXELS / pixel);
        return new Wading(
                Math.min(rows, (int) (MOST * height)),
                (float) footing.clarity(),
                1 - (float) footing.wet());
    }

    /** The same at the height of a step, a row out of the water. */
    Wading lifted() {
        return new Wading(Math.max(0, rows - 1), clarity, shadow);
    }

    /**
     * How well a sunk row is seen.
     *
     * @param row from the feet up, below {@link #rows}
     * @return opacity, 0 to 1
     */
    float seen(int row) {
        int below = rows - 1 - row;
        if (below == 0) {
            return SURFACE * clarity;
        }
        float share = rows > 2 ? (below - 1) / (rows - 2f) : 0;
        return clarity * (SHALLOWEST + (DEEPEST - SHALLOWEST) * share);
    }
}
