package latentwilds.training.run;

import java.util.LinkedHashMap;
import java.util.Map;
import latentwilds.model.SafeTensors;

/** Arrays and their dimensions, as checkpoints hold them, to and from a file's tensors. */
final class Tensors {
    private Tensors() {}

    /**
     * For a file.
     *
     * @param arrays name to row-major values, shared
     * @param shapes name to dimensions; an array without has one
     */
    static Map<String, SafeTensors.Tensor> of(
            Map<String, float[]> arrays, Map<String, int[]> shapes) {
        Map<String, SafeTensors.Tensor> tensors = new LinkedHashMap<>();
        arrays.forEach(
                (name, values) ->
                        tensors.put(
                                name,
                                new SafeTensors.Tensor(
                                        shapes.getOrDefault(name, new int[] {values.length}),
                                        values)));
        return tensors;
    }

    /** Name to row-major values, in the file's order, shared. */
    static Map<String, float[]> arrays(SafeTensors content) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        content.tensors().forEach((name, tensor) -> arrays.put(name, tensor.values()));
        return arrays;
    }

    /** Name to dimensions, in the file's order, shared. */
    static Map<String, int[]> shapes(SafeTensors content) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        content.tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        return shapes;
    }
}
