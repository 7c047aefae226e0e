package latentwilds.latent;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import latentwilds.model.GeneratorWeights;
import latentwilds.seed.RandomStream;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;

/**
 * The identity of one creature's or face's picture: a value to keep, compare and use as a cache
 * key. The numbers follow from it.
 *
 * @param kind which generator
 * @param seed of the centre latent; one species shares it
 * @param variation 0 for the centre itself, otherwise the seed of a near neighbour
 * @param labels group to label; empty when unconditional
 */
public record LatentId(String kind, long seed, long variation, SortedMap<String, String> labels) {
    /** How far an individual is from its species, as a fraction of an unrelated latent. */
    static final double INDIVIDUAL = 0.3;

    /** Copies the labels, so that an identity never changes. */
    public LatentId {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /**
     * An unconditional identity.
     *
     * @param kind which generator
     * @param seed of the latent
     * @return its identity
     */
    public static LatentId of(String kind, long seed) {
        return new LatentId(kind, seed, 0, Collections.emptySortedMap());
    }

    /**
     * A conditional identity.
     *
     * @param kind which generator
     * @param seed of the latent
     * @param labels group to label
     * @return its identity
     */
    public static LatentId of(String kind, long seed, Map<String, String> labels) {
        return new LatentId(kind, seed, 0, new TreeMap<>(labels));
    }

    /**
     * One of the same species.
     *
     * @param individual which; 0 is the species' own centre
     * @return its identity
     */
    public LatentId individual(long individual) {
        return new LatentId(kind, seed, individual, labels);
    }

    /**
     * The same with one more label.
     *
     * @param group of the label
     * @param label in place of any that the group has
     * @return its identity
     */
    public LatentId with(String group, String label) {
        SortedMap<String, String> more = new TreeMap<>(labels);
        more.put(group, label);
        return new LatentId(kind, seed, variation, more);
    }

    /**
     * The latent vector.
     *
     * @param latentSize its length
     * @return a fresh array, standard normal
     */
    public float[] latent(int latentSize) {
        float[] centre = Latents.gaussian(new RandomStream(seed), latentSize);
        if (variation == 0) {
            return centre;
        }
        // A stream of its own: one made from a plain mix of both would be another species' latent.
        RandomStream own = new Streams(new RunSeed(seed)).stream("latent.individual", variation);
        return Latents.near(centre, INDIVIDUAL, own);
    }

    /**
     * The generator's input.
     *
     * @param weights the generator's, for its latent size and label codes
     * @return a 1 x 1 grid
     */
    public LatentGrid grid(GeneratorWeights weights) {
        return LatentGrid.vector(latent(weights.spec().latentSize()), Codes.of(weights, labels));
    }
}
