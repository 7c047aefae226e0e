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
    private static final double BIAS = 0.16;
    private static final double TAIL = 0.05;

    /** Cells by which the climate's lines leave the shapes that an island's nature has. */
    private static final double BEND = 70;

    /** Cells by which fires leave round shapes. */
    private static final double EMBERS = 20;

    /** What is so much smaller than a climate: snow that lies on here and is gone there. */
    private static final double FRAY = 0.05;

    /** How much colder it is per height. */
    private static final double LAPSE = 0.6;

    /** How much drier it is behind a height. */
    private static final double SHADOW = 0.9;

    /** A shadow is so many strides long. */
    private static final int LEE = 8;

    /** Cells of a stride. */
    private static final int STRIDE = 14;

    private final Field elevation;
    private final Field slope;
    private final Field temperature;
    private final Field moisture;
    private final Field strangeness;

    /** For an island of {@code size x size} cells. */
    Climate(Streams streams, int size) {
        Nature nature = Nature.of(streams);
        Relief relief = new Relief(streams, nature, size);
        Field bare = Field.of(size, FINE, relief::bare);
        strangeness = strangeness(streams, nature, size, bare);
        elevation = Field.of(size, FINE, (x, y) -> bare.at(x, y) + volcano(strangeness.at(x, y)));
        slope = Field.of(size, FINE, this::steepness);
        RandomStream bias = streams.stream("world.bias");
        Bend fronts = Bend.waves(streams, "world.fronts", size, 150, 3, BEND);
        Noise warm = new Noise(streams, "world.temperature", 250, 4);
        Noise frost = new Noise(streams, "world.frost", 44, 2);
        temperature =
                stretched(
                        Field.of(
                                size,
                                COARSE,
                                (x, y) -> {
                                    double u = fronts.x(x, y);
                                    double v = fronts.y(x, y);
                                    return nature.warmth(u / size, v / size, warm.at(u, v))
                                            + FRAY * frost.at(x, y)
                                            - LAPSE * height(x, y);
                                }),
                        bias);
        Noise wet = new Noise(streams, "world.moisture", 200, 4);
        Noise damp = new Noise(streams, "world.damp", 44, 2);
        double windX = StrictMath.cos(nature.windward());
        double windY = StrictMath.sin(nature.windward());
        moisture =
                stretched(
                        Field.of(
                                size,
                                COARSE,
                                (x, y) -> {
                                    double u = fronts.x(x, y);
                                    double v = fronts.y(x, y);
                                    double noise = wet.at(u, v);
                                    return nature.rain(u / size, v / size, noise, height(x, y))
                                            + FRAY * damp.at(x, y)
                                            - SHADOW * shadow(x, y, windX, windY);
                                }),
                        bias);
    }

    /** Above the sea; 0 below it. */
    private double height(double x, double y) {
        return Math.max(0, elevation.at(x, y) - SEA);
    }

    /** How far the land towards the wind stands above a place: behind it no rain is left. */
    private double shadow(double x, double y, double windX, double windY) {
        double here = height(x, y);
        double most = 0;
        for (int step = 1; step <= LEE; step++) {
            double away = (double) step * STRIDE;
            double rise = height(x + away * windX, y + away * windY) - here;
            most = Math.max(most, rise * (1 - (double) step / (LEE + 1)));
        }
        return most;
    }

    private static Field strangeness(Streams streams, Nature nature, int size, Field bare) {
        Noise noise = new Noise(streams, "world.strangeness", 170, 4);
        Bend bend = Bend.waves(streams, "world.embers", size, 70, 2, EMBERS);
        Field raw =
                Field.of(
                        size,
                        COARSE,
                        (x, y) -> {
                            double u = bend.x(x, y);
                            double v = bend.y(x, y);
                            return noise.at(u, v) + nature.fire(u / size, v / size);
                        });
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

    /**
     * Stretched so that as much of the land is low as is high, and little of it extreme. What is
     * usual is moved by the run's own bias.
     */
    private Field stretched(Field raw, RandomStream random) {
        double bias = BIAS * (2 * random.nextDouble() - 1);
        return levelled(
                raw,
                land(raw, elevation, 0),
                new double[] {TAIL, 0.5, 1 - TAIL},
                new double[] {-0.02, 0.5 + bias, 1.02});
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

    /**
     * Stretched so that shares of the sorted values become levels; straight between two of them,
     * and on beyond the first and the last as between the two that are nearest.
     */
    private static Field levelled(Field raw, float[] sorted, double[] shares, double[] levels) {
        double[] knots = new double[shares.length];
        for (int i = 0; i < knots.length; i++) {
            knots[i] = sorted[(int) (shares[i] * (sorted.length - 1))];
        }
        int cells = (int) ((raw.side() - 1) * raw.spacing());
        return Field.of(cells, (int) raw.spacing(), (x, y) -> level(raw.at(x, y), knots, levels));
    }

    private static double level(double value, double[] knots, double[] levels) {
        int i = 0;
        while (i < knots.length - 2 && value > knots[i + 1]) {
            i++;
        }
        double scale = (levels[i + 1] - levels[i]) / Math.max(1e-6, knots[i + 1] - knots[i]);
        return levels[i] + scale * (value - knots[i]);
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
