package latentwilds.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;

/** Steps that both networks take. */
final class Shapes {
    static final float BATCH_NORM_EPSILON = 1e-5f;
    static final float BATCH_NORM_MOMENTUM = 0.9f;

    private Shapes() {}

    /**
     * A parameter in another shape, owned by the step: else it would live as long as the parameter.
     */
    static NDArray view(NDArray parameter, NDManager step, long... shape) {
        NDArray view = parameter.reshape(shape);
        view.attach(step);
        return view;
    }

    /** A weight whose rows are outputs, as the right-hand side of a product; owned by the step. */
    static NDArray transposed(NDArray weight, NDManager step) {
        NDArray transposed = weight.transpose();
        transposed.attach(step);
        return transposed;
    }

    /** A bias per channel, added to {@code [n][channels]...}. */
    static NDArray addBias(NDArray x, NDArray bias) {
        Shape s = x.getShape();
        long[] shape = new long[s.dimension()];
        java.util.Arrays.fill(shape, 1);
        shape[1] = s.get(1);
        return x.add(view(bias, x.getManager(), shape));
    }

    /** Adds the four arrays that {@link #batchNorm} needs for one layer. */
    static void addBatchNorm(
            ParameterSet parameters, ParameterSet statistics, String layer, int n) {
        parameters.add(layer + ".gamma", filled(n, 1), n);
        parameters.add(layer + ".beta", new float[n], n);
        statistics.add(layer + ".mean", new float[n], n);
        statistics.add(layer + ".variance", filled(n, 1), n);
    }

    static NDArray batchNorm(
            NDArray x,
            ParameterSet parameters,
            ParameterSet statistics,
            String layer,
            boolean training) {
        return BatchNorm.batchNorm(
                        x,
                        statistics.get(layer + ".mean"),
                        statistics.get(layer + ".variance"),
                        parameters.get(layer + ".gamma"),
                        parameters.get(layer + ".beta"),
                        1,
                        BATCH_NORM_MOMENTUM,
                        BATCH_NORM_EPSILON,
                        training)
                .singletonOrThrow();
    }

    /**
     * The next array on the way through a network. The one before is let go at once, not at the end
     * of the step: the graph keeps what its derivatives need, and that is less.
     *
     * @param before what {@code after} was computed from
     * @param given what the way began with: stays, it is its owner's
     */
    static NDArray instead(NDArray before, NDArray after, NDArray given) {
        if (before != after && before != given) {
            before.close();
        }
        return after;
    }

    /** Zeroes a share of the values and scales the others up; libtorch's own generator decides. */
    static NDArray dropout(NDArray x, double share) {
        return share == 0 ? x : Dropout.dropout(x, (float) share, true).singletonOrThrow();
    }

    private static float[] filled(int size, float value) {
        float[] values = new float[size];
        java.util.Arrays.fill(values, value);
        return values;
    }
}
