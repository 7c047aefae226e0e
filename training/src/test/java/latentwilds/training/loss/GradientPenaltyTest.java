package latentwilds.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.function.BinaryOperator;
import latentwilds.seed.RandomStream;
import latentwilds.training.Slopes;
import latentwilds.training.net.TorchScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Penalties on a discriminator whose slope is known: D(x) = sum(a x + b x^3) of each picture. */
class GradientPenaltyTest {
    private static final int PICTURES = 2;
    private static final int SIZE = 6;

    private final RandomStream random = new RandomStream(3);
    private final double[] x = Slopes.normal(random, PICTURES * SIZE);
    private final double[] a = Slopes.normal(random, SIZE);
    private final double[] b = Slopes.normal(random, SIZE);
    private NDManager manager;
    private TorchScript script;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager("PyTorch");
        script = new TorchScript(manager);
    }

    @AfterEach
    void close() {
        script.close();
        manager.close();
    }

    @Test
    void zeroCentredIsTheMeanSquaredSlope() {
        assertThat(penalty(a, b, this::zeroCentred)).isCloseTo(exact(a, b, false), within(1e-9));
    }

    @Test
    void oneCentredIsTheMeanSquaredDistanceOfTheSlopeFromOne() {
        assertThat(penalty(a, b, this::oneCentred)).isCloseTo(exact(a, b, true), within(1e-6));
    }

    @Test
    void derivativesByTheWeightsAgreeWithDifferences() {
        for (BinaryOperator<NDArray> kind :
                List.<BinaryOperator<NDArray>>of(this::zeroCentred, this::oneCentred)) {
            NDArray first = weight(a);
            NDArray third = weight(b);
            double[][] slopes =
                    Slopes.automatic(
                            () -> {
                                NDArray pictures = pictures();
                                return kind.apply(judge(pictures, first, third), pictures);
                            },
                            first,
                            third);

            Slopes.assertAgree(slopes[0], a, 1e-4, 1e-6, v -> penalty(v, b, kind));
            Slopes.assertAgree(slopes[1], b, 1e-4, 1e-6, v -> penalty(a, v, kind));
        }
    }

    @Test
    void theApproximationIsTheSquaredDifferenceOverTheVariance() {
        NDArray logits = manager.create(new double[] {1, 2});
        NDArray shifted = manager.create(new double[] {1.3, 1.6});

        assertThat(scalar(GradientPenalty.approximate(logits, shifted, 0.5)))
                .isCloseTo((0.09 + 0.16) / 2 / 0.25, within(1e-9));
    }

    @Test
    void theApproximationTendsToTheExactPenalty() {
        double deviation = 1e-3;
        int draws = 20_000;
        double[] logits = new double[draws * PICTURES];
        double[] shifted = new double[draws * PICTURES];
        for (int i = 0; i < draws * PICTURES; i++) {
            for (int j = 0; j < SIZE; j++) {
                double at = x[i % PICTURES * SIZE + j];
                double moved = at + deviation * random.nextGaussian();
                logits[i] += a[j] * at + b[j] * at * at * at;
                shifted[i] += a[j] * moved + b[j] * moved * moved * moved;
            }
        }

        double made =
                scalar(
                        GradientPenalty.approximate(
                                manager.create(logits), manager.create(shifted), deviation));

        // A mean of squares of normal numbers: the deviation is about sqrt(2 / draws), 1 %.
        double exact = exact(a, b, false);
        assertThat(made).isCloseTo(exact, within(0.04 * exact));
    }

    private double exact(double[] first, double[] third, boolean one) {
        double sum = 0;
        for (int i = 0; i < PICTURES; i++) {
            double square = 0;
            for (int j = 0; j < SIZE; j++) {
                double at = x[i * SIZE + j];
                square += Math.pow(first[j] + 3 * third[j] * at * at, 2);
            }
            sum += one ? Math.pow(Math.sqrt(square) - 1, 2) : square;
        }
        return sum / PICTURES;
    }

    private double penalty(double[] first, double[] third, BinaryOperator<NDArray> kind) {
        // Without a collector DJL keeps no graph.
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray pictures = pictures();
            return scalar(kind.apply(judge(pictures, weight(first), weight(third)), pictures));
        }
    }

    private NDArray zeroCentred(NDArray logits, NDArray pictures) {
        return GradientPenalty.zeroCentred(script, logits, pictures);
    }

    private NDArray oneCentred(NDArray logits, NDArray pictures) {
        return GradientPenalty.oneCentred(script, logits, pictures);
    }

    private NDArray pictures() {
        NDArray pictures = manager.create(x, new Shape(PICTURES, 1, 2, SIZE / 2));
        pictures.setRequiresGradient(true);
        return pictures;
    }

    private NDArray weight(double[] values) {
        return manager.create(values, new Shape(1, 1, 2, SIZE / 2));
    }

    private static NDArray judge(NDArray pictures, NDArray first, NDArray third) {
        NDArray cubes = pictures.mul(pictures).mul(pictures);
        return pictures.mul(first).add(cubes.mul(third)).sum(new int[] {1, 2, 3});
    }

    private static double scalar(NDArray array) {
        return Slopes.doubles(array)[0];
    }
}
