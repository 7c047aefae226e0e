package latentwilds.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import latentwilds.model.Gate;
import latentwilds.seed.RandomStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class GateFitTest {
    private static final int N = 2_000;

    private static float[][] vectors(long seed) {
        RandomStream random = new RandomStream(seed);
        float[][] x = new float[N][6];
        for (float[] row : x) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return x;
    }

    /** Not linear: far out in two of the six numbers. */
    private static double[] truth(float[][] x) {
        return Arrays.stream(x).mapToDouble(r -> Math.abs(r[1]) + Math.abs(r[4]) - 1.6).toArray();
    }

    @Test
    void itForetellsWhatItHasNotSeen() {
        GateFit fit = GateFit.of(vectors(1), truth(vectors(1)), 16, 3);

        float[][] others = vectors(2);
        double[] foretold = Arrays.stream(others).mapToDouble(fit::predict).toArray();

        assertThat(GateTrainer.correlation(foretold, truth(others))).isGreaterThan(0.9);
    }

    @Test
    void theGateOfTheGameScoresTheSame() {
        GateFit fit = GateFit.of(vectors(1), truth(vectors(1)), 8, 3);
        Gate gate = new Gate(6, fit.hiddenWeights(), fit.outputWeights(), 0, 0.1);

        for (float[] row : Arrays.copyOf(vectors(5), 50)) {
            float[] noise = Arrays.copyOf(row, 4);
            float[] code = Arrays.copyOfRange(row, 4, 6);
            assertThat(gate.score(noise, code)).isCloseTo(fit.predict(row), within(1e-5));
        }
    }

    @Test
    void theSameExamplesGiveTheSameGate() {
        GateFit a = GateFit.of(vectors(1), truth(vectors(1)), 8, 3);
        GateFit b = GateFit.of(vectors(1), truth(vectors(1)), 8, 3);

        assertThat(a.hiddenWeights()).isEqualTo(b.hiddenWeights());
        assertThat(a.outputWeights()).isEqualTo(b.outputWeights());
    }

    @Test
    void distancesAreTheMeanOfTheThreeNearest() {
        DMatrixRMaj training = new DMatrixRMaj(new double[][] {{1, 0}, {0, 2}, {9, 9}, {0, -3}});

        double[] distances =
                GateTrainer.distances(new DMatrixRMaj(new double[][] {{0, 0}}), training);

        assertThat(distances).containsExactly(new double[] {2}, within(1e-9));
    }
}
