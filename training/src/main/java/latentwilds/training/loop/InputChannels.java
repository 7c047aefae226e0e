package latentwilds.training.loop;

import java.util.Arrays;
import java.util.Map;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;

/**
 * What a generator's layer reads, in order: features of the layer before, then the code. When one
 * generator takes over another's kernels, features go to features and codes to codes, whatever the
 * number of either.
 *
 * @param axis of the kernel that inputs are on, 0 or 1
 * @param from for every input the one it comes from, -1 for none
 */
record InputChannels(int axis, int[] from) {
    private static final int TRANSPOSED_SIDE = 4;

    /**
     * Of one array.
     *
     * @param name of the array, without the part it belongs to
     * @param spec of the generator that takes over
     * @param wanted its dimensions there
     * @param shapes of the origin's arrays, with their part {@code g.}
     * @return null if it is not a layer's kernel
     */
    static InputChannels of(
            String name, GeneratorSpec spec, int[] wanted, Map<String, int[]> shapes) {
        for (int i = 0; i < spec.layers().size(); i++) {
            if (name.equals(GeneratorWeights.weightName(i))) {
                int axis = axis(spec.layers().get(i), wanted);
                int there = shapes.get("g." + name)[axis];
                return new InputChannels(axis, from(spec.layers().get(i), spec, there, shapes));
            }
        }
        return null;
    }

    /** Smaller kernels that are spread to 4 x 4 have their outputs first, as plain ones do. */
    private static int axis(Layer layer, int[] wanted) {
        boolean transposed = layer instanceof Layer.UpConv && wanted[2] == TRANSPOSED_SIDE;
        return transposed || layer instanceof Layer.Dense ? 0 : 1;
    }

    private static int[] from(
            Layer layer, GeneratorSpec spec, int there, Map<String, int[]> shapes) {
        int code = 0;
        for (Condition.Group group : spec.condition().groups()) {
            int[] table = shapes.get("g." + GeneratorWeights.codesName(group.name()));
            code += table == null || !layer.inject() ? 0 : table[1];
        }
        int[] from = new int[layer.weightInputs(spec.condition().codeSize())];
        Arrays.fill(from, -1);
        for (int k = 0; k < Math.min(layer.inputs(), there - code); k++) {
            from[k] = k;
        }
        for (int k = 0; k < Math.min(from.length - layer.inputs(), code); k++) {
            from[layer.inputs() + k] = there - code + k;
        }
        return from;
    }
}
