package latentwilds.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import latentwilds.seed.RandomStream;

/** Derivatives by automatic differentiation, and by differences to compare them with. */
public final class Slopes {
    private Slopes() {}

    /**
     * Derivative of a scalar by leaves.
     *
     * @return one array per leaf, row-major
     */
    public static double[][] automatic(Supplier<NDArray> scalar, NDArray... leaves) {
        for (NDArray leaf : leaves) {
            leaf.setRequiresGradient(true);
        }
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            collector.backward(scalar.get());
        }
        double[][] slopes = new double[leaves.length][];
        for (int i = 0; i < leaves.length; i++) {
            slopes[i] = doubles(leaves[i].getGradient());
        }
        return slopes;
    }

    /** Central difference of a function by one of its variables. */
    public static double numeric(
            double[] at, int variable, double step, ToDoubleFunction<double[]> function) {
        double[] moved = at.clone();
        moved[variable] = at[variable] + step;
        double up = function.applyAsDouble(moved);
        moved[variable] = at[variable] - step;
        return (up - function.applyAsDouble(moved)) / (2 * step);
    }

    /** The same difference for every variable, compared with what was found automatically. */
    public static void assertAgree(
            double[] automatic,
            double[] at,
            double step,
            double tolerance,
            ToDoubleFunction<double[]> function) {
        assertThat(automatic).hasSameSizeAs(at);
        for (int i = 0; i < at.length; i++) {
            double slope = numeric(at, i, step, function);
            assertThat(automatic[i])
                    .as("derivative by variable %d", i)
                    .isCloseTo(slope, within(tolerance * (1 + Math.abs(slope))));
        }
    }

    public static double[] normal(RandomStream random, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    public static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    public static double[] doubles(NDArray array) {
        try (NDArray plain = array.stopGradient();
                NDArray wide = plain.toType(ai.djl.ndarray.types.DataType.FLOAT64, true)) {
            return wide.toDoubleArray();
        }
    }
}
