package latentwilds.model;

import java.util.List;
import java.util.Map;

/**
 * A generator's numbers, as plain arrays in the order of the model file. Read-only by agreement:
 * the arrays are shared, not copied, since they are megabytes.
 *
 * @param spec what the numbers are for
 * @param tensors name to values, row-major, in the shapes that {@link #expectedShapes} lists
 */
public record GeneratorWeights(GeneratorSpec spec, Map<String, float[]> tensors) {

    /**
     * Checks that every tensor is there, has its size, and holds finite numbers.
     *
     * @throws IllegalArgumentException naming the tensor, what was expected and what was found
     */
    public GeneratorWeights {
        tensors = Map.copyOf(tensors);
        for (var expected : expectedShapes(spec).entrySet()) {
            float[] values = tensors.get(expected.getKey());
            int size = 1;
            for (int dimension : expected.getValue()) {
                size = Math.multiplyExact(size, dimension);
            }
            if (values == null || values.length != size) {
                throw new IllegalArgumentException(
                        "Tensor '%s': expected %d values, found %s"
                                .formatted(
                                        expected.getKey(),
                                        size,
                                        values == null ? "no such tensor" : values.length));
            }
            for (int i = 0; i < size; i++) {
                if (!Float.isFinite(values[i])) {
                    throw new IllegalArgumentException(
                            "Tensor '%s': expected finite numbers, found %s at index %d; the training run diverged or the file is damaged"
                                    .formatted(expected.getKey(), values[i], i));
                }
            }
        }
    }

    /**
     * The tensors a spec asks for.
     *
     * @param spec the generator
     * @return name to shape, in file order
     */
    public static Map<String, int[]> expectedShapes(GeneratorSpec spec) {
        Map<String, int[]> shapes = new java.util.LinkedHashMap<>();
        for (Condition.Group group : spec.condition().groups()) {
            shapes.put(
                    codesName(group.name()), new int[] {group.labels().size(), group.codeSize()});
            if (group.accents()) {
                shapes.put(accentsName(group.name()), accentsShape(spec, group));
            }
            if (group.places() != null) {
                shapes.put(
                        placesName(group.name()),
                        new int[] {group.places().count(), spec.regionSize()});
            }
        }
        for (int i = 0; i < spec.layers().size(); i++) {
            Layer layer = spec.layers().get(i);
            shapes.put(weightName(i), layer.weightShape(spec.condition().codeSize()));
            shapes.put(biasName(i), new int[] {layer.outputs()});
        }
        return shapes;
    }

    /**
     * Weights of one layer.
     *
     * @param layer index in the spec
     * @return values in {@link Layer#weightShape}
     */
    public float[] weight(int layer) {
        return tensors.get(weightName(layer));
    }

    /**
     * Bias of one layer.
     *
     * @param layer index in the spec
     * @return one value per output channel
     */
    public float[] bias(int layer) {
        return tensors.get(biasName(layer));
    }

    /**
     * The learned code of one label.
     *
     * @param group label group
     * @param label label in it
     * @return a fresh array of the group's code size
     */
    public float[] code(String group, String label) {
        Condition.Group g = spec.condition().group(group);
        int row = g.indexOf(label);
        float[] codes = tensors.get(codesName(group));
        return java.util.Arrays.copyOfRange(codes, row * g.codeSize(), (row + 1) * g.codeSize());
    }

    /**
     * How the code of one label leans with the noise that a region shares.
     *
     * @param group label group
     * @param label label in it
     * @return a fresh array {@code [regionSize][codeSize]}; zeros if the group has no accents
     */
    public float[] accent(String group, String label) {
        Condition.Group g = spec.condition().group(group);
        int size = spec.regionSize() * g.codeSize();
        if (!g.accents()) {
            return new float[size];
        }
        int row = g.indexOf(label);
        float[] accents = tensors.get(accentsName(group));
        return java.util.Arrays.copyOfRange(accents, row * size, (row + 1) * size);
    }

    /**
     * Where in the noise that a region shares a label's ground was learned.
     *
     * @param group label group
     * @param label label in it
     * @return fresh arrays of {@code regionSize} values, the middles of the label's places; none if
     *     it can be anywhere
     */
    public List<float[]> places(String group, String label) {
        Condition.Group g = spec.condition().group(group);
        List<float[]> middles = new java.util.ArrayList<>();
        int row = g.indexOf(label);
        if (g.places() != null) {
            int size = spec.regionSize();
            float[] all = tensors.get(placesName(group));
            int first = g.places().first(row);
            for (int i = first; i < first + g.places().counts().get(row); i++) {
                middles.add(java.util.Arrays.copyOfRange(all, i * size, (i + 1) * size));
            }
        }
        return middles;
    }

    /**
     * Shape of a label group's accents.
     *
     * @param spec the generator
     * @param group one of its groups
     * @return {@code [labels][regionSize][codeSize]}
     */
    public static int[] accentsShape(GeneratorSpec spec, Condition.Group group) {
        return new int[] {group.labels().size(), spec.regionSize(), group.codeSize()};
    }

    /**
     * Name of a layer's weight tensor.
     *
     * @param layer index in the spec
     * @return the name in the file
     */
    public static String weightName(int layer) {
        return "layers." + layer + ".weight";
    }

    /**
     * Name of a layer's bias tensor.
     *
     * @param layer index in the spec
     * @return the name in the file
     */
    public static String biasName(int layer) {
        return "layers." + layer + ".bias";
    }

    /**
     * Name of a label group's code table.
     *
     * @param group the group's name
     * @return the name in the file
     */
    public static String codesName(String group) {
        return "condition." + group + ".codes";
    }

    /**
     * Name of a label group's table of accents.
     *
     * @param group the group's name
     * @return the name in the file
     */
    public static String accentsName(String group) {
        return "condition." + group + ".accents";
    }

    /**
     * Name of a label group's table of places.
     *
     * @param group the group's name
     * @return the name in the file
     */
    public static String placesName(String group) {
        return "condition." + group + ".places";
    }
}
