package latentwilds.latent;

import java.util.Optional;
import java.util.function.Predicate;
import latentwilds.model.Gate;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Model;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;

/**
 * Draws a latent anew where the model's {@link Gate} expects one of its worst pictures: sub-seed 0
 * is the identity's own seed, 1 and so on follow from it. The same on every machine.
 */
public final class Rerolls {
    /** Sub-seeds that are tried; the least bad one is taken if none passes. */
    static final int MOST = 8;

    private Rerolls() {}

    /**
     * What to draw for an identity. A species keeps its looks together: its centre decides.
     *
     * @param id who is to be drawn
     * @param model its generator
     * @return the identity itself where there is no gate, or where it passes
     */
    public static LatentId passing(LatentId id, Model model) {
        return model.gate().isEmpty() ? id : passing(id, model, candidate -> true);
    }

    /**
     * What to draw for an identity about which somebody has more to say than the gate.
     *
     * @param id who is to be drawn
     * @param model its generator
     * @param wanted is asked about those that the gate lets through, in order
     * @return the first that both let through; else the first that the gate does; else the least
     *     bad
     */
    public static LatentId passing(LatentId id, Model model, Predicate<LatentId> wanted) {
        Streams streams = new Streams(new RunSeed(id.seed()));
        LatentId best = id;
        double least = Double.POSITIVE_INFINITY;
        double limit = model.gate().map(Gate::limit).orElse(0.0);
        for (int k = 0; k < MOST; k++) {
            long seed = k == 0 ? id.seed() : streams.hash("latent.reroll", k);
            LatentId candidate = new LatentId(id.kind(), seed, id.variation(), id.labels());
            double score = score(model.gate(), candidate, model.weights());
            if (score <= limit && wanted.test(candidate)) {
                return candidate;
            }
            // All that pass are equally good here: the first of them stays the best.
            if (Math.max(limit, score) < least) {
                least = Math.max(limit, score);
                best = candidate;
            }
        }
        return best;
    }

    private static double score(Optional<Gate> gate, LatentId id, GeneratorWeights weights) {
        if (gate.isEmpty()) {
            return 0;
        }
        LatentGrid centre = id.individual(0).grid(weights);
        return gate.get().score(centre.noise(), centre.code());
    }
}
