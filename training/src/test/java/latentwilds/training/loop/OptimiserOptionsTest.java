package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OptimiserOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "CONSTANT, 0, 1",
        "CONSTANT, 1, 1",
        "LINEAR, 0, 1",
        "LINEAR, 0.6, 1",
        "LINEAR, 0.8, 0.55",
        "LINEAR, 1, 0.1",
        "COSINE, 0.6, 1",
        "COSINE, 0.7, 0.8681981",
        "COSINE, 0.8, 0.55",
        "COSINE, 1, 0.1",
        "LINEAR, 1.3, 0.1"
    })
    void ratesGoFromAllToTheFinalShare(Schedule schedule, double progress, double expected) {
        assertThat(options(schedule, 0.6).scheduled(progress)).isCloseTo(expected, within(1e-7));
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void aDecayThatBeginsAtTheEndNeverBegins(Schedule schedule) {
        assertThat(options(schedule, 1).scheduled(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void ratesNeverRise(Schedule schedule) {
        OptimiserOptions options = options(schedule, 0.3);
        for (double progress = 0; progress < 1; progress += 0.01) {
            assertThat(options.scheduled(progress + 0.01))
                    .isLessThanOrEqualTo(options.scheduled(progress));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.2, 0", "0.25, 0.5", "0.3, 1", "1, 1"})
    void labelsAreHeardMoreAndMore(double progress, double expected) {
        OptimiserOptions options =
                new OptimiserOptions(
                        1, 1, 0.5, 0.99, 1, 0, Schedule.LINEAR, 1, 0.1, 0, 0.9, 0.2, 0.3);
        assertThat(options.labelWeight(progress)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void labelsCountFromTheFirstStepUnlessToldOtherwise() {
        assertThat(options(Schedule.LINEAR, 1).labelWeight(0)).isEqualTo(1);
    }

    private static OptimiserOptions options(Schedule schedule, double from) {
        return new OptimiserOptions(1, 1, 0.5, 0.99, 1, 0, schedule, from, 0.1, 0, 0.9, 0, 0);
    }
}
