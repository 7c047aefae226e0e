package latentwilds.world;

import de.articdive.jnoise.generators.noise_parameters.simplex_variants.Simplex2DVariant;
import de.articdive.jnoise.generators.noise_parameters.simplex_variants.Simplex3DVariant;
import de.articdive.jnoise.generators.noise_parameters.simplex_variants.Simplex4DVariant;
import de.articdive.jnoise.modules.octavation.fractal_functions.FractalFunction;
import de.articdive.jnoise.pipeline.JNoise;
import latentwilds.seed.Streams;

/** Fractal simplex noise, about -1 to 1. Immutable; any thread. */
final class Noise {
    private final JNoise noise;
    private final double period;

    /**
     * A noise of its own.
     *
     * @param purpose names its stream
     * @param period cells of the largest waves
     * @param octaves each half as long and half as high as the one before
     */
    Noise(Streams streams, String purpose, double period, int octaves) {
        this.period = period;
        noise =
                JNoise.newBuilder()
                        .fastSimplex(
                                streams.hash(purpose),
                                Simplex2DVariant.CLASSIC,
                                Simplex3DVariant.CLASSIC,
                                Simplex4DVariant.CLASSIC)
                        .octavate(octaves, 0.5, 2, FractalFunction.FBM, false)
                        .build();
    }

    double at(double x, double y) {
        return noise.evaluateNoise(x / period, y / period);
    }
}
