package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import latentwilds.seed.RandomStream;
import latentwilds.training.net.Labels;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final float SAME = 1e-5f;

    @Test
    void aMixtureOfOneLabelWithItselfIsAPictureOfThatLabel() {
        try (Training training = TinyTraining.training(TinyTraining.ground())) {
            try (NDManager scratch = training.adversaries().manager().newSubManager()) {
                Draws draws = training.adversaries().draws();
                NDArray mixed =
                        draws.mixtures(scratch, labels(training, scratch, 8, 1, 1), random());
                RandomStream later = random();
                later.nextFloat();
                later.nextFloat();
                NDArray pure =
                        draws.pictures(scratch, 2, labels(training, scratch, 2, 1, 1), later);
                assertThat(mixed.getShape()).isEqualTo(pure.getShape());
                assertThat(distance(mixed, pure)).isLessThan(SAME);
            }
        }
    }

    /** As much of each as its share says: the first rows of a batch with the last. */
    @Test
    void aMixtureOfTwoLabelsIsOfBoth() {
        try (Training training = TinyTraining.training(TinyTraining.ground())) {
            try (NDManager scratch = training.adversaries().manager().newSubManager()) {
                Draws draws = training.adversaries().draws();
                NDArray mixed =
                        draws.mixtures(scratch, labels(training, scratch, 4, 0, 1), random());
                RandomStream later = random();
                float share = later.nextFloat();
                List<NDArray> between = List.of(scratch.create(new float[][] {{share, 1 - share}}));
                NDArray same = draws.pictures(scratch, 1, between, later);
                assertThat(share).isBetween(0.1f, 0.9f);
                assertThat(distance(mixed, same)).isLessThan(SAME);
                for (int label = 0; label < 2; label++) {
                    RandomStream again = random();
                    again.nextFloat();
                    NDArray pure =
                            draws.pictures(
                                    scratch, 1, labels(training, scratch, 1, label, label), again);
                    assertThat(distance(mixed, pure)).isGreaterThan(10 * SAME);
                }
            }
        }
    }

    @Test
    void aBatchOfOneHasAMixtureToo() {
        try (Training training = TinyTraining.training(TinyTraining.ground())) {
            try (NDManager scratch = training.adversaries().manager().newSubManager()) {
                NDArray mixed =
                        training.adversaries()
                                .draws()
                                .mixtures(scratch, labels(training, scratch, 1, 0, 0), random());
                assertThat(mixed.getShape().get(0)).isEqualTo(1);
            }
        }
    }

    private static RandomStream random() {
        return new RandomStream(7);
    }

    /** The first half of the rows of one label, the rest of another. */
    private static List<NDArray> labels(
            Training training, NDManager scratch, int n, int first, int last) {
        int[][] rows = new int[n][1];
        for (int i = 0; i < n; i++) {
            rows[i][0] = i < n / 2 ? first : last;
        }
        return Labels.oneHot(scratch, training.adversaries().generator().spec().condition(), rows);
    }

    private static float distance(NDArray a, NDArray b) {
        return a.sub(b).abs().max().getFloat();
    }
}
