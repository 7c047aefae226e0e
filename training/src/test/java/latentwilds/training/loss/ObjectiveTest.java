package latentwilds.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import latentwilds.training.Slopes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The losses against their formulas in double, and their derivatives against differences. */
class ObjectiveTest {
    private static final double[] REAL = {1.5, -0.7, 0.2, 3.1};
    private static final double[] FAKE = {-2.1, 0.4, -0.3, 1.2};

    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager("PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    static Stream<Arguments> everyWay() {
        List<Arguments> ways = new ArrayList<>();
        for (Objective objective : Objective.values()) {
            for (double smoothing : new double[] {0, 0.1}) {
                ways.add(Arguments.of(objective, false, smoothing));
                ways.add(Arguments.of(objective, true, smoothing));
            }
        }
        return ways.stream();
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void theDiscriminatorsLossIsItsFormula(Objective objective, boolean pairs, double smoothing) {
        double made = scalar(objective.discriminator(real(), fake(), pairs, smoothing));

        assertThat(made).isCloseTo(discriminator(objective, pairs, smoothing), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void theGeneratorsLossIsItsFormula(Objective objective, boolean pairs, double unused) {
        double made = scalar(objective.generator(real(), fake(), pairs));

        assertThat(made).isCloseTo(generator(objective, pairs), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void derivativesAgreeWithDifferences(Objective objective, boolean pairs, double smoothing) {
        for (BinaryOperator<NDArray> loss :
                List.<BinaryOperator<NDArray>>of(
                        (r, f) -> objective.discriminator(r, f, pairs, smoothing),
                        // What the generator's loss does not read has no derivative at all.
                        (r, f) -> objective.generator(r, f, pairs).add(r.sum().mul(0)))) {
            NDArray real = real();
            NDArray fake = fake();
            double[][] slopes = Slopes.automatic(() -> loss.apply(real, fake), real, fake);

            Slopes.assertAgree(
                    slopes[0],
                    REAL,
                    1e-4,
                    1e-6,
                    r -> scalar(loss.apply(manager.create(r), fake())));
            Slopes.assertAgree(
                    slopes[1],
                    FAKE,
                    1e-4,
                    1e-6,
                    f -> scalar(loss.apply(real(), manager.create(f))));
        }
    }

    @Test
    void figuresWorkedOutByHand() {
        NDArray zero = manager.create(new double[] {0});
        NDArray two = manager.create(new double[] {2});

        assertThat(scalar(Objective.BCE.discriminator(zero, zero, false, 0)))
                .isCloseTo(2 * Math.log(2), within(1e-12));
        assertThat(scalar(Objective.LEAST_SQUARES.discriminator(two, two, false, 0)))
                .isEqualTo(0.5 + 2);
        assertThat(scalar(Objective.HINGE.discriminator(two, zero, false, 0))).isEqualTo(1);
        assertThat(scalar(Objective.WASSERSTEIN.discriminator(two, zero, false, 0))).isEqualTo(-2);
        assertThat(scalar(Objective.HINGE.generator(zero, two, true))).isEqualTo(-2);
    }

    /** With softplus, large logits must give large losses, not infinities. */
    @Test
    void largeLogitsStayNumbers() {
        NDArray high = manager.create(new double[] {1e4});
        NDArray low = manager.create(new double[] {-1e4});

        assertThat(scalar(Objective.BCE.discriminator(low, high, false, 0)))
                .isCloseTo(2e4, within(1e-6));
        assertThat(scalar(Objective.BCE.discriminator(high, low, false, 0))).isZero();
    }

    private NDArray real() {
        return manager.create(REAL);
    }

    private NDArray fake() {
        return manager.create(FAKE);
    }

    private static double scalar(NDArray array) {
        return Slopes.doubles(array)[0];
    }

    private static double discriminator(Objective objective, boolean pairs, double smoothing) {
        double sum = 0;
        for (int i = 0; i < REAL.length; i++) {
            sum +=
                    pairs
                            ? costReal(objective, REAL[i] - FAKE[i], smoothing)
                            : costReal(objective, REAL[i], smoothing)
                                    + costFake(objective, FAKE[i]);
        }
        return sum / REAL.length;
    }

    private static double generator(Objective objective, boolean pairs) {
        double sum = 0;
        for (int i = 0; i < REAL.length; i++) {
            double logit = pairs ? FAKE[i] - REAL[i] : FAKE[i];
            sum += objective == Objective.HINGE ? -logit : costReal(objective, logit, 0);
        }
        return sum / REAL.length;
    }

    private static double costReal(Objective objective, double x, double smoothing) {
        return switch (objective) {
            case BCE ->
                    -(1 - smoothing) * Math.log(sigmoid(x)) - smoothing * Math.log(1 - sigmoid(x));
            case LEAST_SQUARES -> Math.pow(x - (1 - smoothing), 2) / 2;
            case HINGE -> Math.max(0, 1 - x);
            case WASSERSTEIN -> -x;
        };
    }

    private static double costFake(Objective objective, double x) {
        return switch (objective) {
            case BCE -> -Math.log(1 - sigmoid(x));
            case LEAST_SQUARES -> x * x / 2;
            case HINGE -> Math.max(0, 1 + x);
            case WASSERSTEIN -> x;
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
