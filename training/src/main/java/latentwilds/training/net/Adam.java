package latentwilds.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam (Kingma and Ba 2015) over one network's parameters. DJL's own optimiser hides its moments;
 * here they can be written to a checkpoint and read back.
 */
public final class Adam {
    private static final float EPSILON = 1e-8f;
    private static final float NO_CLIPPING = -1f;

    private final ParameterSet parameters;
    private final ParameterSet mean;
    private final ParameterSet variance;
    private final float beta1;
    private final float beta2;
    private long steps;

    /**
     * Starts with zero moments.
     *
     * @param manager owns the moments
     * @param parameters what is stepped
     * @param beta1 decay of the mean, 0 to 1
     * @param beta2 decay of the variance, 0 to 1
     */
    public Adam(NDManager manager, ParameterSet parameters, float beta1, float beta2) {
        this.parameters = parameters;
        this.beta1 = beta1;
        this.beta2 = beta2;
        mean = new ParameterSet(manager);
        variance = new ParameterSet(manager);
        for (String name : parameters.names()) {
            Shape shape = parameters.get(name).getShape();
            mean.addZeros(name, shape);
            variance.addZeros(name, shape);
        }
    }

    /**
     * Moves every trained parameter against its gradient, then clears the gradient.
     *
     * @param learningRate step size before bias correction
     * @param clipNorm largest norm of all gradients together; larger ones are scaled down to it; 0
     *     for no limit
     * @return the norm of the gradients before that
     */
    public double step(double learningRate, double clipNorm) {
        steps++;
        double norm = gradientNorm();
        float scale = clipNorm > 0 && norm > clipNorm ? (float) (clipNorm / norm) : 1f;
        double corrected =
                learningRate * Math.sqrt(1 - Math.pow(beta2, steps)) / (1 - Math.pow(beta1, steps));
        for (String name : parameters.trained()) {
            NDArray weight = parameters.get(name);
            try (NDArray gradient = weight.getGradient()) {
                JniUtils.adamUpdate(
                        (PtNDArray) weight,
                        (PtNDArray) gradient,
                        (PtNDArray) mean.get(name),
                        (PtNDArray) variance.get(name),
                        (float) learningRate,
                        (float) corrected,
                        0f,
                        scale,
                        NO_CLIPPING,
                        beta1,
                        beta2,
                        EPSILON,
                        false);
            }
        }
        return norm;
    }

    private double gradientNorm() {
        double sum = 0;
        for (String name : parameters.trained()) {
            try (NDArray gradient = parameters.get(name).getGradient();
                    NDArray square = gradient.square();
                    NDArray total = square.sum()) {
                sum += total.getFloat();
            }
        }
        return Math.sqrt(sum);
    }

    /**
     * How many steps were taken.
     *
     * @return from 0
     */
    public long steps() {
        return steps;
    }

    /**
     * The moments, for a checkpoint.
     *
     * @return {@code mean.<name>} and {@code variance.<name>} to values
     */
    public Map<String, float[]> toArrays() {
        Map<String, float[]> values = new LinkedHashMap<>();
        mean.toArrays().forEach((name, array) -> values.put("mean." + name, array));
        variance.toArrays().forEach((name, array) -> values.put("variance." + name, array));
        return values;
    }

    /**
     * Puts moments back.
     *
     * @param values as from {@link #toArrays}
     * @param stepsTaken as from {@link #steps}
     */
    public void load(Map<String, float[]> values, long stepsTaken) {
        Map<String, float[]> means = new LinkedHashMap<>();
        Map<String, float[]> variances = new LinkedHashMap<>();
        for (String name : parameters.names()) {
            means.put(name, values.get("mean." + name));
            variances.put(name, values.get("variance." + name));
        }
        mean.load(means);
        variance.load(variances);
        steps = stepsTaken;
    }
}
