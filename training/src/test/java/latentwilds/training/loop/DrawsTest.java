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
    void mixturesOfOneLabelWithItselfArePicturesOfThatLabel() {
        try (Training training = TinyTraining.training(TinyTraining.ground())) {
            try (NDManager scratch = training.adversaries().manager().newSubManager()) {
                Draws draws = training.adversaries().draws();
                List<NDArray> sand = labels(training, scratch, 1, 1, 1);
                NDArray mixed = draws.mixtures(scratch, sand, random());
                RandomStream later = random();
                for (int i = 0; i < 3; i++) {
                    later.nextFloat();
                }
                NDArray pure = draws.fakes(scratch, 3, sand, later);
                assertThat(mixed.getShape()).isEqualTo(pure.getShape());
                assertThat(distance(mixed, pure)).isLessThan(SAME);
            }
        }
    }

    /** As much of each as its share says: a row with the next, the last one with the first. */
    @Test
    void mixturesOfTwoLabelsAreOfBoth() {
        try (Training training = TinyTraining.training(TinyTraining.ground())) {
            try (NDManager scratch = training.adversaries().manager().newSubManager()) {
                Draws draws = training.adversaries().draws();
                NDArray mixed = draws.mixtures(scratch, labels(training, scratch, 0, 1), random());
                RandomStream later = random();
                float first = later.nextFloat();
                float second = later.nextFloat();
                assertThat(first).isBetween(0.1f, 0.9f);
                NDArray same =
                        draws.fakes(
                                scratch,
                                2,
                                List.of(
                                        scratch.create(
                                                new float[][] {
                                                    {first, 1 - first}, {1 - second, second}
                                                })),
                                later);
                assertThat(distance(mixed, same)).isLessThan(SAME);
                RandomStream again = random();
                again.nextFloat();
                again.nextFloat();
                NDArray pure = draws.fakes(scratch, 2, labels(training, scratch, 0, 1), again);
                assertThat(distance(mixed, pure)).isGreaterThan(10 * SAME);
            }
        }
    }

    @Test
    void aBatchOfOneIsMixedWithItself() {
        try (Training training = TinyTraining.training(TinyTraining.ground())) {
            try (NDManager scratch = training.adversaries().manager().newSubManager()) {
                NDArray mixed =
                        training.adversaries()
                                .draws()
                                .mixtures(scratch, labels(training, scratch, 0), random());
                assertThat(mixed.getShape().get(0)).isEqualTo(1);
            }
        }
    }

    private static RandomStream random() {
        return new RandomStream(7);
    }

    private static List<NDArray> labels(Training training, NDManager scratch, int... rows) {
        int[][] table = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            table[i] = new int[] {rows[i]};
        }
        return Labels.oneHot(scratch, training.adversaries().generator().spec().condition(), table);
    }

    private static float distance(NDArray a, NDArray b) {
        return a.sub(b).abs().max().getFloat();
    }
}
