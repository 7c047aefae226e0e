package latentwilds.world;

import latentwilds.seed.Streams;

/**
 * Bends space, so that what is drawn with compasses and rulers looks grown: every place looks at
 * another one some cells away. Immutable; any thread.
 */
final class Bend {
    private static final int SPACING = 8;

    private final double cells;
    private final Field east;
    private final Field north;

    /**
     * A bend of its own.
     *
     * @param purpose names its streams
     * @param size side of the island in cells
     * @param period cells of the largest waves
     * @param octaves as {@link Noise} has them
     * @param cells about how far away the farthest look
     */
    Bend(Streams streams, String purpose, int size, double period, int octaves, double cells) {
        this.cells = cells;
        east = Field.of(size, SPACING, new Noise(streams, purpose + ".x", period, octaves)::at);
        north = Field.of(size, SPACING, new Noise(streams, purpose + ".y", period, octaves)::at);
    }

    /** The place that (x, y) looks at, in cells from the west. */
    double x(double x, double y) {
        return x + cells * east.at(x, y);
    }

    /** The place that (x, y) looks at, in cells from the south. */
    double y(double x, double y) {
        return y + cells * north.at(x, y);
    }
}
