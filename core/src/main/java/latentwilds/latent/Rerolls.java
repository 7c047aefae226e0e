package latentwilds.latent;

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
        if (model.gate().isEmpty()) {
            return id;
        }
        Gate gate = model.gate().get();
        Streams streams = new Streams(new RunSeed(id.seed()));
        LatentId best = id;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MOST; k++) {
            long seed = k == 0 ? id.seed() : streams.hash("latent.reroll", k);
            LatentId candidate = new LatentId(id.kind(), seed, id.variation(), id.labels());
            double score = score(gate, candidate, model.weights());
            if (score <= gate.limit()) {
                return candidate;
            }
            if (score < least) {
                least = score;
                best = candidate;
            }
        }
        return best;
    }

    private static double score(Gate gate, LatentId id, GeneratorWeights weights) {
        LatentGrid centre = id.individual(0).grid(weights);
        return gate.score(centre.noise(), centre.code());
    }
}
