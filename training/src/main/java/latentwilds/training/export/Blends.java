package latentwilds.training.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorWeights;

/**
 * Labels whose codes are mixed anew after the training: a ground that the data set shows too
 * seldom, or as somebody does not want it, is spoken as a blend of others. The game's own borders
 * are such blends, so the generator has a picture for every one. Shares may be negative, which
 * leads away from a label.
 *
 * @param shares label to the shares of labels, as learned, that its code becomes
 */
public record Blends(Map<String, Map<String, Double>> shares) {
    /** Changes nothing. */
    public static final Blends NONE = new Blends(Map.of());

    private static final double ROUNDING = 1e-6;

    /**
     * Checks the shares.
     *
     * @throws IllegalArgumentException if those of a label do not add up to 1
     */
    public Blends {
        shares = new TreeMap<>(shares);
        shares.forEach(
                (label, parts) -> {
                    double sum = parts.values().stream().mapToDouble(Double::doubleValue).sum();
                    if (Math.abs(sum - 1) > ROUNDING) {
                        throw new IllegalArgumentException(
                                "--blend %s: expected shares that add up to 1, found %s"
                                        .formatted(label, (float) sum));
                    }
                });
    }

    /**
     * Reads what somebody typed.
     *
     * @param typed label to for example {@code forest_floor:0.5,grass:0.5}
     * @return the blends
     * @throws IllegalArgumentException saying what was expected
     */
    public static Blends parse(Map<String, String> typed) {
        Map<String, Map<String, Double>> shares = new TreeMap<>();
        typed.forEach(
                (label, text) -> {
                    Map<String, Double> parts = new TreeMap<>();
                    for (String part : text.split(",", -1)) {
                        if (!part.matches("[^:]+:-?\\d{1,3}(\\.\\d{1,6})?")) {
                            throw new IllegalArgumentException(
                                    "--blend %s: expected shares like grass:0.4,swamp:0.6, found '%s'"
                                            .formatted(label, text));
                        }
                        int colon = part.lastIndexOf(':');
                        parts.merge(
                                part.substring(0, colon),
                                Double.valueOf(part.substring(colon + 1)),
                                Double::sum);
                    }
                    shares.put(label, parts);
                });
        return new Blends(shares);
    }

    /**
     * Mixes the codes of a model's first group.
     *
     * @param weights as learned; not changed
     * @return the same with other codes
     * @throws IllegalArgumentException naming a label that the model does not have
     */
    public GeneratorWeights of(GeneratorWeights weights) {
        if (shares.isEmpty()) {
            return weights;
        }
        List<Condition.Group> groups = weights.spec().condition().groups();
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("--blend: expected a model with labels, found none");
        }
        Condition.Group group = groups.get(0);
        Map<String, float[]> tensors = new LinkedHashMap<>(weights.tensors());
        mix(tensors, GeneratorWeights.codesName(group.name()), group);
        if (group.accents()) {
            mix(tensors, GeneratorWeights.accentsName(group.name()), group);
        }
        return new GeneratorWeights(weights.spec(), tensors);
    }

    /** Mixes the rows of a table that has one per label. */
    private void mix(Map<String, float[]> tensors, String name, Condition.Group group) {
        float[] learned = tensors.get(name);
        float[] mixed = learned.clone();
        int size = learned.length / group.labels().size();
        shares.forEach(
                (label, parts) -> {
                    int at = group.indexOf(label) * size;
                    for (int i = 0; i < size; i++) {
                        double sum = 0;
                        for (Map.Entry<String, Double> part : parts.entrySet()) {
                            int from = group.indexOf(part.getKey()) * size;
                            sum += part.getValue() * learned[from + i];
                        }
                        mixed[at + i] = (float) sum;
                    }
                });
        tensors.put(name, mixed);
    }
}
