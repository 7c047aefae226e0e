package latentwilds.world;

import java.util.Arrays;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/**
 * Elevation, slope, temperature, moisture and strangeness over the island, sampled once into {@link
 * Field}s. Temperature, moisture and strangeness are stretched so that every island has cold and
 * hot, dry and wet, plain and strange land. Immutable; any thread.
 */
final class Climate {
    /** Sea level. */
    static final double SEA = 0.4;

    /** Strangeness above which ground is volcanic. */
    static final double STRANGE = 0.7;

    /** Strangeness above which it is molten. */
    static final double MOLTEN = 0.8;

    private static final double STRANGE_SHARE = 0.95;
    private static final double MOLTEN_SHARE = 0.988;
    private static final int FINE = 2;
    private static final int COARSE = 4;
    private static final double BIAS = 0.2;
    private static final double TAIL = 0.06;

    private final Field elevation;
    private final Field slope;
    private final Field temperature;
    private final Field moisture;
    private final Field strangeness;

    /** For an island of {@code size x size} cells. */
    Climate(Streams streams, int size) {
        Nature nature = Nature.of(streams);
        Relief relief = new Relief(streams, nature, size);
        Field bare = Field.of(size, COARSE, relief::bare);
        strangeness = strangeness(streams, nature, size, bare);
        elevation =
                Field.of(size, FINE, (x, y) -> relief.bare(x, y) + volcano(strangeness.at(x, y)));
        slope = Field.of(size, FINE, this::steepness);
        RandomStream bias = streams.stream("world.bias");
        Noise warm = new Noise(streams, "world.temperature", 250, 4);
        temperature =
                stretched(
                        Field.of(
                                size,
                                COARSE,
                                (x, y) ->
                                        nature.warmth(x / size, y / size, warm.at(x, y))
                                                - 0.5 * Math.max(0, elevation.at(x, y) - 0.6)),
                        bias);
        Noise wet = new Noise(streams, "world.moisture", 200, 4);
        moisture =
                stretched(
                        Field.of(
                                size,
                                COARSE,
                                (x, y) ->
                                        nature.rain(
                                                x / size,
                                                y / size,
                                                wet.at(x, y),
                                                elevation.at(x, y) - SEA)),
                        bias);
    }

    private static Field strangeness(Streams streams, Nature nature, int size, Field bare) {
        Noise noise = new Noise(streams, "world.strangeness", 170, 4);
        Field raw =
                Field.of(size, COARSE, (x, y) -> noise.at(x, y) + nature.fire(x / size, y / size));
        // Far enough from the coast that an island's fire is on the island.
        float[] inland = land(raw, bare, 0.08);
        return levelled(
                Field.of(
                        size,
                        COARSE,
                        (x, y) -> raw.at(x, y) - Math.max(0, SEA + 0.1 - bare.at(x, y))),
                inland,
                new double[] {STRANGE_SHARE, MOLTEN_SHARE},
                new double[] {STRANGE, MOLTEN});
    }

    private static double volcano(double strangeness) {
        return 0.16 * Shape.smoothstep(STRANGE - 0.12, MOLTEN, strangeness);
    }

    /** Rise per cell, over four cells. */
    private double steepness(double x, double y) {
        double dx = (elevation.at(x + 2, y) - elevation.at(x - 2, y)) / 4;
        double dy = (elevation.at(x, y + 2) - elevation.at(x, y - 2)) / 4;
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** All but the extremes of the land between 0 and 1, moved by the run's own bias. */
    private Field stretched(Field raw, RandomStream random) {
        double bias = BIAS * (2 * random.nextDouble() - 1);
        return levelled(
                raw,
                land(raw, elevation, 0),
                new double[] {TAIL, 1 - TAIL},
                new double[] {0.06 + bias, 0.94 + bias});
    }

    /** A field's samples on land, in order of size. */
    private static float[] land(Field field, Field elevation, double above) {
        float[] values = new float[field.side() * field.side()];
        int count = 0;
        double spacing = field.spacing();
        for (int j = 0; j < field.side(); j++) {
            for (int i = 0; i < field.side(); i++) {
                if (elevation.at(i * spacing, j * spacing) > SEA + above) {
                    values[count++] = (float) field.sample(i, j);
                }
            }
        }
        Arrays.sort(values, 0, count);
        return count == 0 ? new float[1] : Arrays.copyOf(values, count);
    }

    /** Moved and stretched so that two shares of the sorted values become two levels. */
    private static Field levelled(Field raw, float[] sorted, double[] shares, double[] levels) {
        double low = sorted[(int) (shares[0] * (sorted.length - 1))];
        double high = sorted[(int) (shares[1] * (sorted.length - 1))];
        double scale = (levels[1] - levels[0]) / Math.max(1e-6, high - low);
        int cells = (int) ((raw.side() - 1) * raw.spacing());
        return Field.of(
                cells, (int) raw.spacing(), (x, y) -> levels[0] + scale * (raw.at(x, y) - low));
    }

    /** Height; the sea's level is {@link #SEA}, peaks are about 1. */
    double elevation(double x, double y) {
        return elevation.at(x, y);
    }

    /** Height gained per cell; cliffs have more than about 0.01. */
    double slope(double x, double y) {
        return slope.at(x, y);
    }

    /** About 0 (ice) to 1 (desert) on land. */
    double temperature(double x, double y) {
        return temperature.at(x, y);
    }

    /** About 0 (dry) to 1 (wet) on land. */
    double moisture(double x, double y) {
        return moisture.at(x, y);
    }

    /** Seldom above {@link #STRANGE}. */
    double strangeness(double x, double y) {
        return strangeness.at(x, y);
    }
}
