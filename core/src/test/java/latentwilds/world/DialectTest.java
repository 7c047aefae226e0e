package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import latentwilds.latent.Latents;
import latentwilds.seed.RandomStream;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;

class DialectTest {
    private static final int CODE = 12;

    private final float[][] codes = codes();

    private static float[][] codes() {
        RandomStream random = new RandomStream(8);
        float[][] codes = new float[Biome.values().length][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Latents.gaussian(random, CODE);
        }
        return codes;
    }

    @Test
    void everyCodeMovesAndStaysWithinTheBound() {
        for (long seed = 0; seed < 200; seed++) {
            float[][] moved = dialect(seed);
            for (int i = 0; i < codes.length; i++) {
                double nearest = Double.MAX_VALUE;
                for (int j = 0; j < codes.length; j++) {
                    nearest = i == j ? nearest : Math.min(nearest, distance(codes[i], codes[j]));
                }
                assertThat(distance(moved[i], codes[i]))
                        .isBetween(0.1 * nearest, Dialect.BOUND * nearest + 1e-5);
            }
        }
    }

    @Test
    void aRunsDesertIsNearestToTheDesertThatWasLearned() {
        for (long seed = 0; seed < 200; seed++) {
            float[][] moved = dialect(seed);
            for (int i = 0; i < codes.length; i++) {
                for (int j = 0; j < codes.length; j++) {
                    assertThat(
                                    i == j
                                            || distance(moved[i], codes[i])
                                                    < distance(moved[i], codes[j]))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theSameRunSpeaksTheSameAndAnotherDoesNot() {
        assertThat(dialect(3)).isDeepEqualTo(dialect(3));
        float[][] other = dialect(4);
        for (Biome biome : Biome.values()) {
            assertThat(distance(dialect(3)[biome.ordinal()], other[biome.ordinal()]))
                    .isGreaterThan(0.05);
        }
    }

    private float[][] dialect(long seed) {
        return new Dialect(new Streams(new RunSeed(seed))).of(codes);
    }

    private static double distance(float[] a, float[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(squares);
    }
}
