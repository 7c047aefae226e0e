package latentwilds.model;

import java.util.LinkedHashMap;
import java.util.Map;
import latentwilds.seed.RandomStream;

/**
 * Weights for tests and benchmarks: random, but scaled so that every layer's output has about unit
 * size.
 */
public final class RandomWeights {
    private static final double ACCENT = 0.3;

    private RandomWeights() {}

    /**
     * Makes weights.
     *
     * @param spec for which generator
     * @param seed same seed, same weights
     * @return weights
     */
    public static GeneratorWeights of(GeneratorSpec spec, long seed) {
        RandomStream random = new RandomStream(seed);
        Map<String, float[]> tensors = new LinkedHashMap<>();
        int codeSize = spec.condition().codeSize();
        for (var e : GeneratorWeights.expectedShapes(spec).entrySet()) {
            int size = 1;
            for (int dimension : e.getValue()) {
                size *= dimension;
            }
            tensors.put(e.getKey(), new float[size]);
        }
        for (Condition.Group group : spec.condition().groups()) {
            fill(tensors.get(GeneratorWeights.codesName(group.name())), 1, random);
            if (group.accents()) {
                fill(tensors.get(GeneratorWeights.accentsName(group.name())), ACCENT, random);
            }
            if (group.places() != null) {
                fill(tensors.get(GeneratorWeights.placesName(group.name())), 1, random);
            }
        }
        for (int i = 0; i < spec.layers().size(); i++) {
            Layer layer = spec.layers().get(i);
            int taps = layer instanceof Layer.Dense ? 1 : layer instanceof Layer.UpConv ? 4 : 9;
            double deviation = Math.sqrt(1.5 / (taps * layer.weightInputs(codeSize)));
            fill(tensors.get(GeneratorWeights.weightName(i)), deviation, random);
            fill(tensors.get(GeneratorWeights.biasName(i)), 0.1, random);
        }
        return new GeneratorWeights(spec, tensors);
    }

    private static void fill(float[] values, double deviation, RandomStream random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
    }
}
