package latentwilds.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.Layer;
import latentwilds.seed.RandomStream;
import org.junit.jupiter.api.Test;

class LatticeTest {
    private static final int ROWS = 3;
    private static final int COLUMNS = 5;
    private static final int CELLS = ROWS * COLUMNS;

    @Test
    void wavesTellWhereACellLiesAlongEachAxis() {
        GeneratorSpec spec = spec(9, 4, 3);
        float[] noise = new float[9 * CELLS];

        Lattice.write(noise, spec, ROWS, COLUMNS, 7, -2);

        assertThat(Arrays.copyOf(noise, CELLS)).containsOnly(0);
        // From 7 on in fours, the same in every row; in threes from -2 on, the same in a row.
        assertThat(Arrays.copyOfRange(noise, CELLS, CELLS + COLUMNS))
                .containsExactly(new float[] {0, 1, 0, -1, 0}, within(1e-6f));
        assertThat(Arrays.copyOfRange(noise, 2 * CELLS + COLUMNS, 2 * CELLS + 2 * COLUMNS))
                .containsExactly(new float[] {-1, 0, 1, 0, -1}, within(1e-6f));
        float half = (float) Math.sqrt(0.75);
        float[] sines = {half, -half, 0};
        for (int row = 0; row < ROWS; row++) {
            int from = 8 * CELLS + row * COLUMNS;
            for (float sine : Arrays.copyOfRange(noise, from, from + COLUMNS)) {
                assertThat(sine).isCloseTo(sines[row], within(1e-6f));
            }
        }
    }

    @Test
    void drawnNoiseHasItsLatticeAnywhere() {
        GeneratorSpec spec = spec(7, 4);
        Set<List<Integer>> places = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            float[] noise = Latents.noise(new RandomStream(seed), spec, ROWS, COLUMNS);
            assertThat(noise).hasSize(7 * CELLS).doesNotContain(Float.NaN);
            places.add(
                    List.of(
                            Math.round(noise[3 * CELLS]),
                            Math.round(noise[4 * CELLS]),
                            Math.round(noise[5 * CELLS]),
                            Math.round(noise[6 * CELLS])));
        }
        assertThat(places).hasSize(16);
    }

    @Test
    void withoutPeriodsNothingIsWrittenOrDrawn() {
        GeneratorSpec spec = spec(3);
        RandomStream random = new RandomStream(1);
        Latents.noise(random, spec, 1, 1);
        RandomStream three = new RandomStream(1);
        three.nextGaussian();
        three.nextGaussian();
        three.nextGaussian();
        assertThat(random.nextInt(1000)).isEqualTo(three.nextInt(1000));
    }

    private static GeneratorSpec spec(int latentSize, Integer... periods) {
        return new GeneratorSpec(
                "terrain",
                latentSize,
                0,
                List.of(periods),
                Condition.NONE,
                List.of(new Layer.UpConv(latentSize, 3, Activation.TANH, false)),
                3,
                "");
    }
}
