package latentwilds.world;

import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/**
 * Bends space, so that what is drawn with compasses and rulers looks grown: every place looks at
 * another one some cells away. Immutable; any thread.
 */
final class Bend {
    /** The smallest waves have so many samples: with fewer, lines get corners on the lattice. */
    private static final double SAMPLES = 4.5;

    /** Cells between the finer steps of a grain. */
    private static final int STEP = 4;

    private final double cells;
    private final Field east;
    private final Field north;

    private Bend(double cells, Field east, Field north) {
        this.cells = cells;
        this.east = east;
        this.north = north;
    }

    /**
     * A bend of its own, in waves.
     *
     * @param purpose names its streams
     * @param size side of the island in cells
     * @param period cells of the largest waves
     * @param octaves as {@link Noise} has them
     * @param cells about how far away the farthest look
     */
    static Bend waves(
            Streams streams, String purpose, int size, double period, int octaves, double cells) {
        int spacing = Integer.highestOneBit((int) (period / (1 << octaves - 1) / SAMPLES));
        Noise east = new Noise(streams, purpose + ".x", period, octaves);
        Noise north = new Noise(streams, purpose + ".y", period, octaves);
        return new Bend(
                cells, Field.of(size, spacing, east::at), Field.of(size, spacing, north::at));
    }

    /**
     * A bend by steps of two sizes, each as it happens to be: no line stays straight for long.
     *
     * @param random its own
     * @param size side of the island in cells
     * @param cells how far one step leads; along each axis a place looks at most two away
     */
    static Bend grain(RandomStream random, int size, double cells) {
        return new Bend(cells, steps(random, size), steps(random, size));
    }

    private static Field steps(RandomStream random, int size) {
        Field coarse = Field.flat(size, 2 * STEP).shaken(random, 1);
        return Field.of(size, STEP, coarse::at).shaken(random, 1);
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
