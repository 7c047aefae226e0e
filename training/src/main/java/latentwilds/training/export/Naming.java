package latentwilds.training.export;

import java.util.List;
import java.util.Map;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;

/**
 * What whoever exports a generator wants to be said and done about it.
 *
 * @param kind what the game loads it as, the name of its folder; null keeps what it was trained as
 * @param title of the card; null for the one it has, or a plain one
 * @param anchors name to latent seeds worth knowing; none keeps those it has
 * @param blends labels whose codes are mixed anew
 */
public record Naming(String kind, String title, Map<String, List<Long>> anchors, Blends blends) {
    /** Nothing new. */
    public static final Naming NONE = new Naming(null, null, Map.of(), Blends.NONE);

    /** Copies the anchors. */
    public Naming {
        anchors = Map.copyOf(anchors);
    }

    /** The same numbers but for blended codes, for another kind if one is wanted. */
    GeneratorWeights of(GeneratorWeights learned) {
        GeneratorWeights weights = blends.of(learned);
        if (kind == null) {
            return weights;
        }
        GeneratorSpec spec = weights.spec();
        return new GeneratorWeights(
                new GeneratorSpec(
                        kind,
                        spec.latentSize(),
                        spec.regionSize(),
                        spec.periods(),
                        spec.condition(),
                        spec.layers(),
                        spec.channels(),
                        spec.trainingHash()),
                weights.tensors());
    }
}
