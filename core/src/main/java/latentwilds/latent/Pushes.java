package latentwilds.latent;

import java.util.Map;
import java.util.TreeMap;
import latentwilds.model.Model;
import latentwilds.model.ModelCard;

/**
 * Identities moved along the named directions of a model's card, as designers do: the steps are
 * labels of the identity, so a pushed picture is another key and the old one stays what it was.
 */
public final class Pushes {
    private static final String PREFIX = "push.";

    private Pushes() {}

    /**
     * An identity moved from where it is.
     *
     * @param id who
     * @param steps direction to standard deviations; those of 0 change nothing
     * @return the same identity without any step that is not 0
     */
    public static LatentId along(LatentId id, Map<String, Double> steps) {
        LatentId pushed = id;
        for (Map.Entry<String, Double> step : new TreeMap<>(steps).entrySet()) {
            if (step.getValue() != 0) {
                pushed = pushed.with(PREFIX + step.getKey(), step.getValue().toString());
            }
        }
        return pushed;
    }

    /**
     * An identity as it was before anybody moved it.
     *
     * @param id who, pushed or not
     * @return the same without any step
     */
    public static LatentId without(LatentId id) {
        Map<String, String> labels = new TreeMap<>(id.labels());
        labels.keySet().removeIf(group -> group.startsWith(PREFIX));
        return LatentId.of(id.kind(), id.seed(), labels).individual(id.variation());
    }

    /**
     * The generator's input for an identity, with its steps.
     *
     * @param id who, pushed or not
     * @param model knows the directions; steps along others are left out
     * @return a 1 x 1 grid
     */
    public static LatentGrid grid(LatentId id, Model model) {
        LatentGrid plain = id.grid(model.weights());
        float[] noise = plain.noise().clone();
        for (Map.Entry<String, String> label : id.labels().entrySet()) {
            ModelCard.Direction direction =
                    label.getKey().startsWith(PREFIX)
                            ? model.card()
                                    .directions()
                                    .get(label.getKey().substring(PREFIX.length()))
                            : null;
            if (direction != null) {
                float steps = Float.parseFloat(label.getValue());
                for (int i = 0; i < noise.length; i++) {
                    noise[i] += steps * direction.vector().get(i);
                }
            }
        }
        return LatentGrid.vector(noise, plain.code());
    }
}
