package latentwilds.training.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import latentwilds.seed.RandomStream;
import org.junit.jupiter.api.Test;

class InitialisationTest {
    private static final int SIZE = 40_000;
    private static final int FAN_IN = 48;
    private static final int FAN_OUT = 80;

    @Test
    void normalHasDcgansDeviation() {
        float[] values = draw(Initialisation.NORMAL);

        assertThat(mean(values)).isCloseTo(0, within(5e-4));
        assertThat(deviation(values)).isCloseTo(0.02, within(4e-4));
    }

    @Test
    void heKeepsTheSizeOfWhatComesThroughALeakySlope() {
        float[] values = draw(Initialisation.HE);

        assertThat(mean(values)).isCloseTo(0, within(5e-3));
        assertThat(deviation(values))
                .isCloseTo(Math.sqrt(2 / 1.04 / FAN_IN), within(0.02 * Math.sqrt(2.0 / FAN_IN)));
    }

    @Test
    void glorotIsUniformWithinItsBound() {
        float[] values = draw(Initialisation.GLOROT);
        double bound = Math.sqrt(6.0 / (FAN_IN + FAN_OUT));
        double most = 0;
        for (float value : values) {
            most = Math.max(most, Math.abs(value));
        }

        assertThat(most).isBetween(0.999 * bound, bound + 1e-7);
        assertThat(mean(values)).isCloseTo(0, within(0.01 * bound));
        assertThat(deviation(values)).isCloseTo(bound / Math.sqrt(3), within(0.01 * bound));
    }

    @Test
    void theStreamDecides() {
        for (Initialisation rule : Initialisation.values()) {
            assertThat(draw(rule)).isEqualTo(draw(rule));
            assertThat(draw(rule))
                    .isNotEqualTo(rule.draw(new RandomStream(2), SIZE, FAN_IN, FAN_OUT));
        }
    }

    private static float[] draw(Initialisation rule) {
        return rule.draw(new RandomStream(1), SIZE, FAN_IN, FAN_OUT);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(float[] values) {
        double mean = mean(values);
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }
}
