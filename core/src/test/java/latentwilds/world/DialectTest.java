package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import latentwilds.latent.Latents;
import latentwilds.seed.RandomStream;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;

class DialectTest {
    private static final int SIZE = 12;
    private static final int RUNS = 400;
    private static final double ALL = Math.hypot(Dialect.OWN, Dialect.REGIONAL);

    private final float[] nowhere = new float[SIZE];

    @Test
    void aRunsDesertIsItsOwn() {
        float[] here = dialect(3).of(Biome.SAND, nowhere);

        assertThat(dialect(3).of(Biome.SAND, nowhere)).isEqualTo(here);
        assertThat(distance(dialect(4).of(Biome.SAND, nowhere), here)).isGreaterThan(0.5);
        assertThat(distance(dialect(3).of(Biome.SNOW, nowhere), here)).isGreaterThan(0.5);
    }

    @Test
    void fromEndToEndItDiffersByTheRegion() {
        float[] region = Latents.gaussian(new RandomStream(1), SIZE);
        float[] here = dialect(3).of(Biome.SAND, nowhere);
        float[] there = dialect(3).of(Biome.SAND, region);

        for (int k = 0; k < SIZE; k++) {
            assertThat(there[k] - here[k])
                    .isCloseTo((float) (Dialect.REGIONAL * region[k]), within(1e-6f));
        }
    }

    @Test
    void noPlaceIsFartherFromTheMeanThanWhatTheGeneratorKnows() {
        // Variances are at most 1; where biomes mix it is that of one biome.
        double[] half = new double[Biome.values().length];
        half[Biome.SAND.ordinal()] = 0.5;
        half[Biome.SNOW.ordinal()] = 0.5;

        assertThat(ALL).isBetween(0.8, 1.0);
        assertThat(deviation(run -> dialect(run).of(Biome.SAND, region(run))))
                .isCloseTo(ALL, within(0.04));
        assertThat(deviation(run -> dialect(run).of(half, region(run))))
                .isCloseTo(ALL, within(0.04));
    }

    @Test
    void whereThereIsOneBiomeTheMixIsIts() {
        double[] sand = new double[Biome.values().length];
        sand[Biome.SAND.ordinal()] = 1;

        assertThat(dialect(7).of(sand, region(7))).isEqualTo(dialect(7).of(Biome.SAND, region(7)));
    }

    private static double deviation(java.util.function.IntFunction<float[]> noise) {
        double squares =
                IntStream.range(0, RUNS)
                        .mapToObj(noise)
                        .mapToDouble(values -> distance(values, new float[SIZE]))
                        .map(length -> length * length)
                        .sum();
        return Math.sqrt(squares / RUNS / SIZE);
    }

    private static float[] region(int run) {
        return Latents.gaussian(new RandomStream(1000 + run), SIZE);
    }

    private static Dialect dialect(int run) {
        return new Dialect(new Streams(new RunSeed(run)), SIZE);
    }

    private static double distance(float[] a, float[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(squares);
    }
}
