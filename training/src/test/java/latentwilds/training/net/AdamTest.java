package latentwilds.training.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import latentwilds.seed.RandomStream;
import latentwilds.training.Slopes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adam against the paper's algorithm in double, on the loss sum(w^2 c) / 2, whose slope is w c. */
class AdamTest {
    private static final double RATE = 0.05;
    private static final float BETA1 = 0.5f;
    private static final float BETA2 = 0.99f;
    private static final int SIZE = 7;

    private final RandomStream random = new RandomStream(1);
    private final double[] start = Slopes.normal(random, SIZE);
    private final double[] curvature = Slopes.normal(random, SIZE);
    private NDManager manager;
    private ParameterSet parameters;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager("PyTorch");
        parameters = new ParameterSet(manager);
        parameters.add("w", Slopes.floats(start), SIZE);
        parameters.add("other", new float[] {3, 4}, 2);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void stepsAreThoseOfThePaper(int steps) {
        Adam adam = new Adam(manager, parameters, BETA1, BETA2);
        parameters.requireGradients(true);
        for (int i = 0; i < steps; i++) {
            step(adam, 0);
        }

        assertClose(parameters.values("w"), written(steps, 0));
        assertThat(adam.steps()).isEqualTo(steps);
    }

    @Test
    void gradientsThatAreTooLongAreScaledDownTogether() {
        double limit = 0.3;
        Adam adam = new Adam(manager, parameters, BETA1, BETA2);
        parameters.requireGradients(true);
        double first = step(adam, limit);
        step(adam, limit);
        step(adam, limit);

        assertThat(first).isCloseTo(norm(start, new double[] {3, 4}), within(1e-5));
        assertThat(first).isGreaterThan(limit);
        assertClose(parameters.values("w"), written(3, limit));
    }

    @Test
    void gradientsThatAreShortEnoughAreLeftAlone() {
        Adam adam = new Adam(manager, parameters, BETA1, BETA2);
        parameters.requireGradients(true);
        step(adam, 1e3);

        assertClose(parameters.values("w"), written(1, 0));
    }

    @Test
    void frozenArraysStayAndDoNotCount() {
        Adam adam = new Adam(manager, parameters, BETA1, BETA2);
        parameters.freeze(List.of("other"));
        parameters.requireGradients(true);

        double norm = step(adam, 0);

        assertThat(parameters.values("other")).containsExactly(3, 4);
        assertThat(norm).isCloseTo(norm(start, new double[0]), within(1e-5));
        assertClose(parameters.values("w"), written(1, 0));
    }

    @Test
    void savedMomentsGoOnBitForBit() {
        Adam straight = new Adam(manager, parameters, BETA1, BETA2);
        parameters.requireGradients(true);
        step(straight, 0);
        step(straight, 0);
        var weights = parameters.toArrays();
        var moments = straight.toArrays();
        step(straight, 0);
        float[] expected = parameters.values("w");

        parameters.load(weights);
        Adam loaded = new Adam(manager, parameters, BETA1, BETA2);
        loaded.load(moments, 2);
        step(loaded, 0);

        assertThat(parameters.values("w")).isEqualTo(expected);
    }

    private double step(Adam adam, double clipNorm) {
        parameters.zeroGradients();
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray w = parameters.get("w");
            NDArray loss =
                    w.square()
                            .mul(manager.create(Slopes.floats(curvature)))
                            .sum()
                            .add(parameters.get("other").square().sum());
            collector.backward(loss.mul(0.5));
        }
        return adam.step(RATE, clipNorm);
    }

    private double norm(double[] w, double[] other) {
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += Math.pow(w[i] * curvature[i], 2);
        }
        for (double value : other) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /** Algorithm 1 of Kingma and Ba, over all nine numbers. */
    private float[] written(int steps, double limit) {
        double[] w = java.util.Arrays.copyOf(start, SIZE + 2);
        w[SIZE] = 3;
        w[SIZE + 1] = 4;
        double[] m = new double[w.length];
        double[] v = new double[w.length];
        for (int t = 1; t <= steps; t++) {
            double[] other = {w[SIZE], w[SIZE + 1]};
            double norm = norm(w, other);
            double scale = limit > 0 && norm > limit ? limit / norm : 1;
            for (int i = 0; i < w.length; i++) {
                double g = w[i] * (i < SIZE ? curvature[i] : 1) * scale;
                m[i] = BETA1 * m[i] + (1 - BETA1) * g;
                v[i] = BETA2 * v[i] + (1 - BETA2) * g * g;
                double mean = m[i] / (1 - Math.pow(BETA1, t));
                double variance = v[i] / (1 - Math.pow(BETA2, t));
                w[i] -= RATE * mean / (Math.sqrt(variance) + 1e-8);
            }
        }
        return java.util.Arrays.copyOf(Slopes.floats(w), SIZE);
    }

    private static void assertClose(float[] made, float[] expected) {
        assertThat(made).containsExactly(expected, within(1e-5f));
    }
}
