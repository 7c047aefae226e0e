package latentwilds.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.RandomWeights;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.reference.ReferenceGenerator;
import org.junit.jupiter.api.Test;

class SeamsTest {
    private static float[][] noise(int side, int period) {
        RandomStream random = new RandomStream(3);
        float[][] grey = new float[side][side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                grey[y][x] = (float) random.nextGaussian();
            }
        }
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                grey[y][x] = grey[y % period][x % period];
            }
        }
        return grey;
    }

    @Test
    void noiseHasNoPeriodAndWallpaperHas() {
        assertThat(Seams.period(noise(128, 128))).isLessThan(0.1);
        assertThat(Seams.period(noise(128, 24))).isCloseTo(1, within(0.05));
        assertThat(Seams.period(new float[64][64])).isZero();
    }

    @Test
    void aRepeatedPatchUnderNoiseIsFound() {
        float[][] grey = noise(128, 24);
        float[][] other = noise(128, 128);
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 128; x++) {
                grey[y][x] += other[127 - y][x];
            }
        }

        // Half of the variance repeats.
        assertThat(Seams.period(grey)).isBetween(0.4, 0.6);
    }

    @Test
    void aSeamIsARatioAboveOne() {
        float[][] grey = new float[32][32];
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                grey[y][x] = x + y + 2 * (x / 4 + y / 4) + 4 * (x / 16 + y / 16);
            }
        }
        Seams.Steps steps = new Seams.Steps();

        steps.add(grey, 4, 16);

        assertThat(steps.cells()).isCloseTo(3, within(1e-6));
        assertThat(steps.chunks()).isCloseTo(7, within(1e-6));
    }

    @Test
    void chunksOfAGeneratorMeetWithoutASeam() {
        GeneratorSpec spec =
                new GeneratorSpec(
                        "ground",
                        4,
                        new Condition(
                                List.of(new Condition.Group("biome", List.of("ice", "sand"), 3))),
                        List.of(
                                new Layer.UpConv(4, 6, Activation.RELU, true),
                                new Layer.UpConv(6, 3, Activation.TANH, true)),
                        3,
                        "");
        GeneratorWeights weights = RandomWeights.of(spec, 1);
        try (ReferenceGenerator generator = new ReferenceGenerator(weights)) {
            Seams seams =
                    Seams.of(
                            weights,
                            generator,
                            new Protocol(true, 32, 0),
                            List.of(Map.of("biome", "ice"), Map.of("biome", "sand")));

            assertThat(seams.chunks() / seams.cells()).isBetween(0.9, 1.1);
        }
    }
}
