package latentwilds.training.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import latentwilds.seed.RandomStream;
import latentwilds.training.Slopes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpectralNormTest {
    private static final int OUTPUTS = 6;
    private static final int INPUTS = 5;
    private static final int TAPS = 9;

    private final RandomStream random = new RandomStream(1);
    private NDManager manager;
    private NDArray weight;
    private SpectralNorm norm;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager("PyTorch");
        float[] values = Initialisation.normal(random, OUTPUTS * INPUTS * TAPS, 3);
        weight = manager.create(values, new Shape(OUTPUTS, INPUTS, 3, 3));
        norm = new SpectralNorm(manager);
        norm.add("w", OUTPUTS, random);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void theLargestSingularValueTendsToOne() {
        double first = Math.abs(largestSingularValue(apply(true)) - 1);
        for (int i = 0; i < 100; i++) {
            apply(true);
        }
        float[] normalised = apply(true);

        assertThat(largestSingularValue(normalised)).isCloseTo(1, within(1e-4));
        assertThat(first).isGreaterThan(1e-2);
    }

    @Test
    void onlyTheSizeChanges() {
        float[] normalised = apply(true);
        float[] plain = weight.toFloatArray();
        double factor = normalised[0] / plain[0];

        for (int i = 0; i < plain.length; i++) {
            assertThat((double) normalised[i]).isCloseTo(plain[i] * factor, within(1e-5));
        }
    }

    @Test
    void aLookMovesNothing() {
        float[] before = norm.vectors().values("w");

        float[] first = apply(false);
        float[] second = apply(false);

        assertThat(norm.vectors().values("w")).isEqualTo(before);
        assertThat(second).isEqualTo(first);
        apply(true);
        assertThat(norm.vectors().values("w")).isNotEqualTo(before);
    }

    @Test
    void derivativesAgreeWithDifferences() {
        for (int i = 0; i < 200; i++) {
            apply(true);
        }
        double[] at = Slopes.doubles(weight);
        NDArray mix =
                manager.create(Initialisation.normal(random, at.length, 1), weight.getShape());

        double[][] slopes =
                Slopes.automatic(
                        () -> norm.apply("w", weight, manager, false).mul(mix).sum(), weight);

        Slopes.assertAgree(
                slopes[0],
                at,
                1e-2,
                2e-3,
                w ->
                        norm.apply(
                                        "w",
                                        manager.create(Slopes.floats(w), weight.getShape()),
                                        manager,
                                        false)
                                .mul(mix)
                                .sum()
                                .getFloat());
    }

    private float[] apply(boolean update) {
        try (NDManager step = manager.newSubManager()) {
            return norm.apply("w", weight, step, update).toFloatArray();
        }
    }

    /** Square root of the largest eigenvalue of W W', by Jacobi rotations in double. */
    private static double largestSingularValue(float[] w) {
        double[][] a = new double[OUTPUTS][OUTPUTS];
        int columns = INPUTS * TAPS;
        for (int i = 0; i < OUTPUTS; i++) {
            for (int j = 0; j < OUTPUTS; j++) {
                for (int k = 0; k < columns; k++) {
                    a[i][j] += (double) w[i * columns + k] * w[j * columns + k];
                }
            }
        }
        for (int sweep = 0; sweep < 20; sweep++) {
            for (int p = 0; p < OUTPUTS; p++) {
                for (int q = p + 1; q < OUTPUTS; q++) {
                    rotate(a, p, q);
                }
            }
        }
        double largest = 0;
        for (int i = 0; i < OUTPUTS; i++) {
            largest = Math.max(largest, a[i][i]);
        }
        return Math.sqrt(largest);
    }

    private static void rotate(double[][] a, int p, int q) {
        double angle = Math.atan2(2 * a[p][q], a[q][q] - a[p][p]) / 2;
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        for (int k = 0; k < OUTPUTS; k++) {
            double x = a[k][p];
            double y = a[k][q];
            a[k][p] = c * x - s * y;
            a[k][q] = s * x + c * y;
        }
        for (int k = 0; k < OUTPUTS; k++) {
            double x = a[p][k];
            double y = a[q][k];
            a[p][k] = c * x - s * y;
            a[q][k] = s * x + c * y;
        }
    }
}
