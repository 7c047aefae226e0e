package latentwilds.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.LatentId;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorWeights;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.reference.ReferenceGenerator;

/**
 * Compares a backend with the reference on one golden input, so that one that lies is noticed at
 * start.
 */
public final class ParityCheck {
    /** Largest difference that is still the same picture, on the scale [-1, 1]: 2 of 255 levels. */
    public static final float TOLERANCE = 2 * 2 / 255f;

    private static final float WORST = 2;
    private static final int FIELD_CELLS = 6;

    private ParityCheck() {}

    /**
     * The input that every backend is asked to picture.
     *
     * @param weights the model
     * @return latent seed 0, each group's first label; a small field when spatial
     */
    public static LatentGrid golden(GeneratorWeights weights) {
        return golden(weights, FIELD_CELLS);
    }

    /**
     * As above, in any size.
     *
     * @param weights the model
     * @param side of the field in cells; means nothing to a model that is not spatial
     * @return latent seed 0, each group's first label, its last on the right half
     */
    static LatentGrid golden(GeneratorWeights weights, int side) {
        TreeMap<String, String> labels = new TreeMap<>();
        for (Condition.Group group : weights.spec().condition().groups()) {
            labels.put(group.name(), group.labels().get(0));
        }
        if (!weights.spec().spatial()) {
            return LatentId.of(weights.spec().kind(), 0, labels).grid(weights);
        }
        int cells = side * side;
        float[] noise = new float[weights.spec().latentSize() * cells];
        RandomStream random = new RandomStream(0);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        List<Float> code = new ArrayList<>();
        for (Condition.Group group : weights.spec().condition().groups()) {
            // Two labels side by side, so that the code's enlargement is seen too.
            float[] left = weights.code(group.name(), group.labels().get(0));
            float[] right =
                    weights.code(group.name(), group.labels().get(group.labels().size() - 1));
            for (int c = 0; c < left.length; c++) {
                for (int i = 0; i < cells; i++) {
                    code.add(i % side < side / 2 ? left[c] : right[c]);
                }
            }
        }
        float[] codes = new float[code.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = code.get(i);
        }
        return new LatentGrid(side, side, noise, codes);
    }

    /**
     * Largest difference between a backend's golden picture and the reference's.
     *
     * @param generator the backend
     * @param weights its model
     * @return 0 to 2 on the scale [-1, 1], 2 for a picture of another size; {@link #TOLERANCE} or
     *     less is a pass
     */
    public static float difference(Generator generator, GeneratorWeights weights) {
        LatentGrid golden = golden(weights);
        float[] found = generator.synthesise(golden).values();
        try (ReferenceGenerator reference = new ReferenceGenerator(weights)) {
            float[] expected = reference.synthesise(golden).values();
            if (found.length != expected.length) {
                return WORST;
            }
            float worst = 0;
            for (int i = 0; i < expected.length; i++) {
                float difference = Math.abs(expected[i] - found[i]);
                // Written so that a NaN counts as the worst.
                worst = difference <= worst ? worst : Float.isNaN(difference) ? WORST : difference;
            }
            return worst;
        }
    }
}
