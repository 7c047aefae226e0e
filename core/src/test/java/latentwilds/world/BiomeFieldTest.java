package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import latentwilds.seed.RandomStream;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;

class BiomeFieldTest {
    private final BiomeField field = new BiomeField(new Streams(new RunSeed(5)));

    @Test
    void weightsArePositiveAndTogetherOne() {
        RandomStream random = new RandomStream(1);
        for (int i = 0; i < 5_000; i++) {
            double[] weights =
                    field.weights(random.nextDouble() * 600 - 40, random.nextDouble() * 600 - 40);
            double sum = 0;
            for (double weight : weights) {
                assertThat(weight).isBetween(0.0, 1.0);
                sum += weight;
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void bordersAreBlendsAndNotEdges() {
        int borders = 0;
        int hard = 0;
        for (int y = 100; y < 400; y += 10) {
            for (int x = 0; x < BiomeField.SIZE - 1; x++) {
                if (field.biome(x, y) != field.biome(x + 1, y)) {
                    borders++;
                    hard += jump(x, y) > 0.75 ? 1 : 0;
                }
            }
        }
        assertThat(borders).isGreaterThan(300);
        assertThat((double) hard / borders).isLessThan(0.2);
    }

    private double jump(int x, int y) {
        double[] here = field.weights(x, y);
        double[] there = field.weights(x + 1, y);
        double largest = 0;
        for (int b = 0; b < here.length; b++) {
            largest = Math.max(largest, Math.abs(here[b] - there[b]));
        }
        return largest;
    }

    @Test
    void mixtureNamesWhatCounts() {
        assertThat(field.mixture(256, 256).values().stream().mapToDouble(w -> w).sum())
                .isGreaterThan(0.9);
        assertThat(field.mixture(0, 0)).containsOnlyKeys(Biome.WATER);
    }
}
