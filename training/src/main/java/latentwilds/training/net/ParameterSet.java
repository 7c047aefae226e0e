package latentwilds.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Named arrays of one network, in a fixed order. Owned by the manager they were made with; used by
 * the training thread only.
 */
public final class ParameterSet {
    private final NDManager manager;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();
    private final Set<String> frozen = new HashSet<>();

    /**
     * Makes an empty set.
     *
     * @param manager owns the arrays; lives as long as the network
     */
    public ParameterSet(NDManager manager) {
        this.manager = manager;
    }

    /**
     * Adds an array.
     *
     * @param name unique in this set
     * @param values row-major
     * @param shape dimensions
     * @return the array
     */
    public NDArray add(String name, float[] values, long... shape) {
        NDArray array = manager.create(values, new Shape(shape));
        arrays.put(name, array);
        return array;
    }

    /**
     * Adds an array of zeros, made where it is kept.
     *
     * @param name unique in this set
     * @param shape dimensions
     */
    void addZeros(String name, Shape shape) {
        arrays.put(name, manager.zeros(shape));
    }

    /**
     * An array by name.
     *
     * @param name as given to {@link #add}
     * @return the array
     */
    public NDArray get(String name) {
        return arrays.get(name);
    }

    /**
     * The names in order.
     *
     * @return a view
     */
    public Set<String> names() {
        return arrays.keySet();
    }

    /**
     * Switches gradients on, or off to save their cost where they are not wanted.
     *
     * @param wanted whether backward passes fill gradients in
     */
    public void requireGradients(boolean wanted) {
        arrays.forEach(
                (name, array) -> array.setRequiresGradient(wanted && !frozen.contains(name)));
    }

    /**
     * Keeps arrays from being trained.
     *
     * @param names of arrays in this set
     */
    public void freeze(List<String> names) {
        frozen.addAll(names);
    }

    /**
     * The names of the arrays that are trained, in order.
     *
     * @return all but the frozen ones
     */
    public List<String> trained() {
        return arrays.keySet().stream().filter(name -> !frozen.contains(name)).toList();
    }

    /**
     * Limits all trained values (WGAN's weight clipping).
     *
     * @param bound largest absolute value
     */
    public void clip(double bound) {
        for (String name : trained()) {
            NDArray array = arrays.get(name);
            try (NDManager scratch = manager.newSubManager()) {
                NDArray plain = array.stopGradient();
                plain.attach(scratch);
                NDArray clipped = plain.clip(-bound, bound);
                clipped.attach(scratch);
                clipped.copyTo(plain);
            }
        }
    }

    /**
     * Sets every gradient to zero. DJL zeroes only those of arrays it has just stepped, so what
     * another network's step has left here would be added to the next one.
     */
    public void zeroGradients() {
        for (NDArray array : arrays.values()) {
            if (array.hasGradient()) {
                JniUtils.zeroGrad((PtNDArray) array);
            }
        }
    }

    /**
     * Copies all values out.
     *
     * @return name to row-major values, in order
     */
    public Map<String, float[]> toArrays() {
        Map<String, float[]> values = new LinkedHashMap<>();
        arrays.forEach((name, array) -> values.put(name, array.toFloatArray()));
        return values;
    }

    /**
     * Dimensions of an array.
     *
     * @param name as given to {@link #add}
     * @return outermost first
     */
    public int[] shape(String name) {
        return java.util.Arrays.stream(arrays.get(name).getShape().getShape())
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    /**
     * Copies one array out.
     *
     * @param name as given to {@link #add}
     * @return row-major values
     */
    public float[] values(String name) {
        return arrays.get(name).toFloatArray();
    }

    /**
     * Overwrites one array.
     *
     * @param name as given to {@link #add}
     * @param values row-major, as many as it has
     */
    public void load(String name, float[] values) {
        NDArray array = arrays.get(name);
        try (NDManager scratch = manager.newSubManager()) {
            scratch.create(values, array.getShape()).copyTo(array);
        }
    }

    /**
     * Overwrites all values.
     *
     * @param values as from {@link #toArrays}; other names are ignored
     * @throws IllegalArgumentException naming the array that is missing or has another size
     */
    public void load(Map<String, float[]> values) {
        arrays.forEach(
                (name, array) -> {
                    float[] found = values.get(name);
                    if (found == null || found.length != array.size()) {
                        throw new IllegalArgumentException(
                                "Array '%s': expected %d values, found %s"
                                        .formatted(
                                                name,
                                                array.size(),
                                                found == null ? "none" : found.length));
                    }
                    load(name, found);
                });
    }
}
