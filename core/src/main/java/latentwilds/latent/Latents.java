package latentwilds.latent;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.seed.RandomStream;

/** Latent vectors: made from a seed by plain code, so that the number is the picture. */
public final class Latents {
    private static final double NEARLY_PARALLEL = 1e-4;

    private Latents() {}

    /**
     * A standard normal vector.
     *
     * @param random where it comes from
     * @param size its length
     * @return a fresh array
     */
    public static float[] gaussian(RandomStream random, int size) {
        float[] z = new float[size];
        for (int i = 0; i < size; i++) {
            z[i] = (float) random.nextGaussian();
        }
        return z;
    }

    /**
     * Noise of a generator's whole input, as of one place: region channels are the same all over,
     * and periodic ones those of a {@link Lattice} that lies anywhere.
     *
     * @param random where it comes from
     * @param spec which generator
     * @param rows of the grid; 1 for a vector generator
     * @param columns of the grid; 1 for a vector generator
     * @return {@code latentSize x rows x columns}, channel-major; all but the periodic channels are
     *     standard normal values
     */
    public static float[] noise(RandomStream random, GeneratorSpec spec, int rows, int columns) {
        int cells = rows * columns;
        float[] noise = new float[spec.latentSize() * cells];
        for (int c = 0; c < spec.regionSize(); c++) {
            Arrays.fill(noise, c * cells, (c + 1) * cells, (float) random.nextGaussian());
        }
        for (int i = spec.regionSize() * cells; i < spec.drawnSize() * cells; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        Lattice.write(noise, spec, rows, columns, random);
        return noise;
    }

    /**
     * Noise of a generator's whole input, as of one place of some labels: where these were learned
     * in places, region channels are drawn around one of them.
     *
     * @param random where it comes from
     * @param weights know the places
     * @param labels group to label; every group of the model must be there
     * @param rows of the grid; 1 for a vector generator
     * @param columns of the grid; 1 for a vector generator
     * @return {@code latentSize x rows x columns} values, channel-major
     * @throws IllegalArgumentException naming the group or label that is missing
     */
    public static float[] noise(
            RandomStream random,
            GeneratorWeights weights,
            Map<String, String> labels,
            int rows,
            int columns) {
        float[] noise = noise(random, weights.spec(), rows, columns);
        for (Condition.Group group : weights.spec().condition().groups()) {
            List<float[]> places = weights.places(group.name(), Codes.label(group, labels));
            if (!places.isEmpty()) {
                settle(noise, random.pick(places), group.places().spread(), rows * columns);
            }
        }
        return noise;
    }

    /**
     * Moves noise that was drawn anywhere to around a place.
     *
     * @param noise {@code latentSize x cells}, channel-major; its region channels are changed
     * @param place the middle, one value per region channel
     * @param spread standard deviation around it, of the noise's own
     * @param cells of the grid
     */
    public static void settle(float[] noise, float[] place, float spread, int cells) {
        for (int i = 0; i < place.length * cells; i++) {
            noise[i] = place[i / cells] + spread * noise[i];
        }
    }

    /**
     * Spherical interpolation: stays at the length that normal vectors have, where a straight line
     * would cut through the middle.
     *
     * @param a at t = 0
     * @param b at t = 1, same length
     * @param t 0 to 1
     * @return a fresh array
     */
    public static float[] slerp(float[] a, float[] b, double t) {
        double dot = 0;
        double lengthA = 0;
        double lengthB = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            lengthA += a[i] * a[i];
            lengthB += b[i] * b[i];
        }
        double cosine = dot / StrictMath.sqrt(lengthA * lengthB);
        double angle = StrictMath.acos(Math.max(-1, Math.min(1, cosine)));
        double sine = StrictMath.sin(angle);
        if (!(sine > NEARLY_PARALLEL)) {
            return mix(a, b, t);
        }
        double weightA = StrictMath.sin((1 - t) * angle) / sine;
        double weightB = StrictMath.sin(t * angle) / sine;
        float[] z = new float[a.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) (weightA * a[i] + weightB * b[i]);
        }
        return z;
    }

    /**
     * Linear interpolation.
     *
     * @param a at t = 0
     * @param b at t = 1, same length
     * @param t 0 to 1
     * @return a fresh array
     */
    public static float[] mix(float[] a, float[] b, double t) {
        float[] z = new float[a.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) (a[i] + t * (b[i] - a[i]));
        }
        return z;
    }

    /**
     * A neighbour of a latent: mixed with noise so that the result is still standard normal.
     *
     * @param centre the latent
     * @param amount 0 gives the centre, 1 an unrelated latent
     * @param random where the difference comes from
     * @return a fresh array
     */
    public static float[] near(float[] centre, double amount, RandomStream random) {
        double stay = StrictMath.sqrt(1 - amount * amount);
        float[] z = new float[centre.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) (stay * centre[i] + amount * random.nextGaussian());
        }
        return z;
    }
}
