package latentwilds.world;

import de.articdive.jnoise.generators.noise_parameters.simplex_variants.Simplex2DVariant;
import de.articdive.jnoise.generators.noise_parameters.simplex_variants.Simplex3DVariant;
import de.articdive.jnoise.generators.noise_parameters.simplex_variants.Simplex4DVariant;
import de.articdive.jnoise.modules.octavation.fractal_functions.FractalFunction;
import de.articdive.jnoise.pipeline.JNoise;
import latentwilds.seed.Streams;

/**
 * Elevation, temperature, moisture and strangeness over the island, each a smooth field from
 * fractal simplex noise, about 0 to 1. Immutable; any thread.
 */
final class Climate {
    private static final int ELEVATION_OCTAVES = 5;
    private static final int CLIMATE_OCTAVES = 3;
    private static final double ELEVATION_PERIOD = 110;
    private static final double TEMPERATURE_PERIOD = 130;
    private static final double MOISTURE_PERIOD = 105;
    private static final double STRANGENESS_PERIOD = 75;

    /** One place's climate, each about 0 to 1. Sea level is elevation {@link #SEA}. */
    record Sample(double elevation, double temperature, double moisture, double strangeness) {}

    static final double SEA = 0.4;

    private final int size;
    private final JNoise elevation;
    private final JNoise temperature;
    private final JNoise moisture;
    private final JNoise strangeness;

    /** For an island of {@code size x size} cells. */
    Climate(Streams streams, int size) {
        this.size = size;
        elevation = noise(streams, "world.elevation", ELEVATION_OCTAVES);
        temperature = noise(streams, "world.temperature", CLIMATE_OCTAVES);
        moisture = noise(streams, "world.moisture", CLIMATE_OCTAVES);
        strangeness = noise(streams, "world.strangeness", CLIMATE_OCTAVES);
    }

    private static JNoise noise(Streams streams, String purpose, int octaves) {
        return JNoise.newBuilder()
                .fastSimplex(
                        streams.hash(purpose),
                        Simplex2DVariant.CLASSIC,
                        Simplex3DVariant.CLASSIC,
                        Simplex4DVariant.CLASSIC)
                .octavate(octaves, 0.5, 2, FractalFunction.FBM, false)
                .build();
    }

    /** The climate of a cell; outside of the island there is deep sea. */
    Sample at(double x, double y) {
        double dx = 2 * x / size - 1;
        double dy = 2 * y / size - 1;
        double fromCentre = Math.sqrt(dx * dx + dy * dy);
        double shore = 0.34 * Shape.smoothstep(0.1, 0.55, fromCentre);
        double deep = 0.5 * Shape.smoothstep(0.6, 1, fromCentre);
        double height = 0.72 + 0.32 * at(elevation, x, y, ELEVATION_PERIOD) - shore / 2 - deep;
        double warmth = 0.5 + 0.42 * at(temperature, x, y, TEMPERATURE_PERIOD);
        // The north is colder, and so are the heights.
        double cold = 0.18 * dy + 0.25 * Math.max(0, height - 0.75);
        return new Sample(
                height,
                warmth - cold,
                0.5 + 0.45 * at(moisture, x, y, MOISTURE_PERIOD),
                0.5 + 0.45 * at(strangeness, x, y, STRANGENESS_PERIOD));
    }

    private static double at(JNoise noise, double x, double y, double period) {
        return noise.evaluateNoise(x / period, y / period);
    }
}
