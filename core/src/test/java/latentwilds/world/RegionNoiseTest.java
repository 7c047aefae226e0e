package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;

class RegionNoiseTest {
    private static final int CHANNELS = 400;

    private final RegionNoise noise =
            new RegionNoise(new Streams(new RunSeed(3)), "noise", CHANNELS);

    @Test
    void everyPlaceIsStandardNormal() {
        for (int x = -RegionNoise.PERIOD; x <= RegionNoise.PERIOD; x += 5) {
            double sum = 0;
            double squares = 0;
            for (float value : at(x, 3 * x + 1)) {
                sum += value;
                squares += value * value;
            }
            assertThat(sum / CHANNELS).isCloseTo(0, within(0.2));
            assertThat(squares / CHANNELS).isCloseTo(1, within(0.25));
        }
    }

    @Test
    void neighboursAreAlikeAndFarCellsAreNot() {
        for (int x = 0; x < 3 * RegionNoise.PERIOD; x++) {
            assertThat(correlation(at(x, 5), at(x + 1, 5))).isGreaterThan(0.95);
        }
        assertThat(correlation(at(0, 0), at(2 * RegionNoise.PERIOD, 0))).isCloseTo(0, within(0.2));
    }

    private float[] at(int x, int y) {
        return noise.at(x, y);
    }

    private static double correlation(float[] a, float[] b) {
        double dot = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            squaresA += a[i] * a[i];
            squaresB += b[i] * b[i];
        }
        return dot / Math.sqrt(squaresA * squaresB);
    }
}
