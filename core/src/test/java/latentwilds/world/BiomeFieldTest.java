package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import latentwilds.seed.RandomStream;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BiomeFieldTest {
    private Island island;
    private BiomeField field;

    @BeforeAll
    void plan() {
        island = new Island(new Streams(new RunSeed(5)));
        field = island.field();
    }

    @Test
    void weightsArePositiveAndTogetherOne() {
        RandomStream random = new RandomStream(1);
        for (int i = 0; i < 5_000; i++) {
            double[] weights =
                    field.weights(random.nextDouble() * 1200 - 90, random.nextDouble() * 1200 - 90);
            double sum = 0;
            for (double weight : weights) {
                assertThat(weight).isBetween(0.0, 1.0);
                sum += weight;
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void theMapShowsTheStrongestBiomeOfEveryCell() {
        RandomStream random = new RandomStream(2);
        for (int i = 0; i < 20_000; i++) {
            int x = random.nextInt(BiomeField.SIZE);
            int y = random.nextInt(BiomeField.SIZE);
            assertThat(island.map().biome(x, y)).isEqualTo(field.biome(x + 0.5, y + 0.5));
        }
    }

    @Test
    void weightsChangeSmoothlyEverywhere() {
        RandomStream random = new RandomStream(3);
        double largest = 0;
        for (int i = 0; i < 40_000; i++) {
            double x = random.nextDouble() * BiomeField.SIZE;
            double y = random.nextDouble() * BiomeField.SIZE;
            largest = Math.max(largest, change(x, y, 0.001));
        }
        // A thousandth of a cell: a step would show, however narrow a border is.
        assertThat(largest).isLessThan(0.05);
    }

    private double change(double x, double y, double step) {
        double[] here = field.weights(x, y);
        double[] there = field.weights(x + step, y);
        double largest = 0;
        for (int b = 0; b < here.length; b++) {
            largest = Math.max(largest, Math.abs(here[b] - there[b]));
        }
        return largest;
    }

    @Test
    void theWatersEdgeIsNarrowAndGrassGoesOverIntoMeadowSlowly() {
        assertThat(mixed(Biome.GRASS, Biome.MEADOW))
                .isGreaterThan(2 * mixed(Biome.SHALLOW_WATER, Biome.BEACH));
        assertThat(mixed(Biome.DEEP_WATER, Biome.SHALLOW_WATER))
                .isGreaterThan(mixed(Biome.SHALLOW_WATER, Biome.BEACH));
    }

    /** Cells that are of both, for each place along a row where one follows the other. */
    private double mixed(Biome one, Biome other) {
        int both = 0;
        int borders = 0;
        for (int y = 0; y < BiomeField.SIZE; y += 4) {
            for (int x = 1; x < BiomeField.SIZE; x++) {
                double[] weights = field.weights(x + 0.5, y + 0.5);
                double a = weights[one.ordinal()];
                double b = weights[other.ordinal()];
                both += a + b > 0.9 && Math.min(a, b) > 0.05 ? 1 : 0;
                Biome here = island.map().biome(x, y);
                Biome west = island.map().biome(x - 1, y);
                borders += here == one && west == other || here == other && west == one ? 1 : 0;
            }
        }
        assertThat(borders).isGreaterThan(20);
        return (double) both / borders;
    }

    @Test
    void mixtureNamesWhatCounts() {
        assertThat(field.mixture(512, 512).values().stream().mapToDouble(w -> w).sum())
                .isGreaterThan(0.9);
        assertThat(field.mixture(0, 0)).containsOnlyKeys(Biome.DEEP_WATER);
    }

    @Test
    void theEndlessFieldIsTheIslandAndGoesOnWithoutAStep() {
        BiomeField island = new Island(new Streams(new RunSeed(3))).field();
        BiomeField endless = island.endless();
        assertThat(endless.weights(300.5, 412.5)).isEqualTo(island.weights(300.5, 412.5));
        assertThat(endless.weights(2 * 1024 - 300.5, -412.5))
                .isEqualTo(island.weights(300.5, 412.5));
        assertThat(endless.weights(20 * 1024 + 300.5, 412.5))
                .isEqualTo(island.weights(300.5, 412.5));
    }
}
