package latentwilds.world;

import latentwilds.latent.Latents;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/**
 * How a run speaks the language of the ground: every biome's learned code moves a little, in a
 * direction of the run's own, so that two runs' deserts differ and both are deserts. Immutable; any
 * thread.
 */
public final class Dialect {
    /** No code moves farther than this part of the way to the nearest other biome's code. */
    public static final double BOUND = 0.25;

    /** The shortest move, as a part of the longest. */
    private static final double LEAST = 0.5;

    private final Streams streams;

    /**
     * The dialect of a run.
     *
     * @param streams of the run
     */
    public Dialect(Streams streams) {
        this.streams = streams;
    }

    /**
     * Moves the learned codes.
     *
     * @param codes one per biome, in the enum's order; not changed
     * @return moved copies
     */
    public float[][] of(float[][] codes) {
        float[][] moved = new float[codes.length][];
        for (Biome biome : Biome.values()) {
            int at = biome.ordinal();
            moved[at] = codes[at].clone();
            // By the label, since another biome's coming must not turn this one's direction.
            RandomStream random = streams.stream("terrain.dialect." + biome.label());
            double length = BOUND * nearest(codes, at);
            length *= LEAST + (1 - LEAST) * random.nextDouble();
            float[] direction = Latents.gaussian(random, codes[at].length);
            double norm = distance(direction, new float[direction.length]);
            for (int i = 0; i < direction.length; i++) {
                moved[at][i] += (float) (length * direction[i] / Math.max(1e-12, norm));
            }
        }
        return moved;
    }

    private static double nearest(float[][] codes, int at) {
        double nearest = Double.MAX_VALUE;
        for (int other = 0; other < codes.length; other++) {
            if (other != at) {
                nearest = Math.min(nearest, distance(codes[at], codes[other]));
            }
        }
        return nearest;
    }

    private static double distance(float[] a, float[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }
}
