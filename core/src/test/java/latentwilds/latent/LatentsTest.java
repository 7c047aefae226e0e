package latentwilds.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import latentwilds.seed.RandomStream;
import org.junit.jupiter.api.Test;

class LatentsTest {
    private static final int LARGE = 100_000;
    private static final int SIZE = 64;

    private final RandomStream random = new RandomStream(1);

    @Test
    void aGaussianLatentIsStandardNormal() {
        float[] z = Latents.gaussian(random, LARGE);
        int within1 = 0;
        int within2 = 0;
        for (float value : z) {
            within1 += Math.abs(value) < 1 ? 1 : 0;
            within2 += Math.abs(value) < 2 ? 1 : 0;
        }

        assertThat(mean(z)).isCloseTo(0, within(0.015));
        assertThat(dot(z, z) / LARGE).isCloseTo(1, within(0.02));
        assertThat((double) within1 / LARGE).isCloseTo(0.6827, within(0.008));
        assertThat((double) within2 / LARGE).isCloseTo(0.9545, within(0.004));
    }

    @Test
    void theSameStreamGivesTheSameLatent() {
        assertThat(Latents.gaussian(new RandomStream(7), SIZE))
                .isEqualTo(Latents.gaussian(new RandomStream(7), SIZE))
                .isNotEqualTo(Latents.gaussian(new RandomStream(8), SIZE));
    }

    @Test
    void aRegionIsDrawnRoundAPlaceOfItsLabel() {
        Condition.Group group =
                new Condition.Group("biome", List.of("mud", "sand", "air"), 1)
                        .at(new Condition.Places(List.of(1, 2, 0), 0.1f));
        GeneratorSpec spec = Specs.regions(group);
        Map<String, float[]> tensors = new HashMap<>(RandomWeights.of(spec, 1).tensors());
        tensors.put("condition.biome.places", new float[] {5, 6, 10, 20, -10, -20});
        GeneratorWeights weights = new GeneratorWeights(spec, tensors);
        int high = 0;
        for (int i = 0; i < 200; i++) {
            float[] sand =
                    Latents.noise(new RandomStream(i), weights, Map.of("biome", "sand"), 2, 2);
            float[] plain = Latents.noise(new RandomStream(i), spec, 2, 2);
            int sign = sand[0] > 0 ? 1 : -1;
            high += sign > 0 ? 1 : 0;
            for (int cell = 0; cell < 4; cell++) {
                assertThat(sand[cell]).isCloseTo(sign * 10 + 0.1f * plain[0], within(1e-5f));
                assertThat(sand[4 + cell]).isCloseTo(sign * 20 + 0.1f * plain[4], within(1e-5f));
                assertThat(sand[8 + cell]).isEqualTo(plain[8 + cell]);
            }
            assertThat(Latents.noise(new RandomStream(i), weights, Map.of("biome", "air"), 2, 2))
                    .isEqualTo(plain);
        }
        assertThatThrownBy(() -> Latents.noise(random, weights, Map.of(), 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("group 'biome', one of [mud, sand, air]");
        assertThat(high).isBetween(70, 130);
    }

    @Test
    void slerpBeginsAndEndsAtItsEnds() {
        float[] a = Latents.gaussian(random, SIZE);
        float[] b = Latents.gaussian(random, SIZE);

        assertThat(Latents.slerp(a, b, 0)).containsExactly(a, within(1e-6f));
        assertThat(Latents.slerp(a, b, 1)).containsExactly(b, within(1e-6f));
    }

    @Test
    void slerpOfEquallyLongLatentsKeepsTheLengthAndTurnsEvenly() {
        float[] a = unit(Latents.gaussian(random, SIZE));
        float[] b = unit(Latents.gaussian(random, SIZE));
        double angle = Math.acos(dot(a, b));

        for (double t = 0; t <= 1; t += 0.125) {
            float[] z = Latents.slerp(a, b, t);
            assertThat(dot(z, z)).isCloseTo(1, within(1e-5));
            assertThat(Math.acos(Math.min(1, dot(a, z)))).isCloseTo(t * angle, within(1e-3));
        }
    }

    @Test
    void slerpStaysAsLongAsNormalLatentsWhereAMixDoesNot() {
        float[] a = Latents.gaussian(random, LARGE);
        float[] b = Latents.gaussian(random, LARGE);
        float[] round = Latents.slerp(a, b, 0.5);
        float[] straight = Latents.mix(a, b, 0.5);

        assertThat(dot(round, round) / LARGE).isCloseTo(1, within(0.02));
        assertThat(dot(straight, straight) / LARGE).isCloseTo(0.5, within(0.02));
    }

    @Test
    void slerpOfParallelOrZeroLatentsIsAMix() {
        float[] a = {1, 2, -3};
        float[] longer = {2, 4, -6};
        float[] opposite = {-1, -2, 3};
        float[] zero = {0, 0, 0};

        assertThat(Latents.slerp(a, a, 0.3)).containsExactly(a, within(1e-6f));
        assertThat(Latents.slerp(a, longer, 0.5)).containsExactly(1.5f, 3, -4.5f);
        assertThat(Latents.slerp(a, opposite, 0.25)).containsExactly(0.5f, 1, -1.5f);
        assertThat(Latents.slerp(zero, a, 0.5)).containsExactly(0.5f, 1, -1.5f);
    }

    @Test
    void aMixIsAWeightedMean() {
        float[] a = {0, 1, -2};
        float[] b = {4, 1, 2};

        assertThat(Latents.mix(a, b, 0)).containsExactly(a);
        assertThat(Latents.mix(a, b, 0.25)).containsExactly(1, 1, -1);
        assertThat(Latents.mix(a, b, 1)).containsExactly(b);
    }

    @Test
    void aNeighbourIsStillNormalAndAsNearAsAsked() {
        float[] centre = Latents.gaussian(random, LARGE);
        for (double amount : new double[] {0, 0.3, 0.8, 1}) {
            float[] near = Latents.near(centre, amount, random);

            assertThat(mean(near)).isCloseTo(0, within(0.015));
            assertThat(dot(near, near) / LARGE).isCloseTo(1, within(0.02));
            assertThat(dot(near, centre) / LARGE)
                    .isCloseTo(Math.sqrt(1 - amount * amount), within(0.02));
        }
        assertThat(Latents.near(centre, 0, random)).isEqualTo(centre);
    }

    @Test
    void whatGoesInStaysAsItWas() {
        float[] a = Latents.gaussian(random, SIZE);
        float[] b = Latents.gaussian(random, SIZE);
        float[] before = a.clone();

        Latents.slerp(a, b, 0.5)[0] = 9;
        Latents.slerp(a, a, 0.5)[0] = 9;
        Latents.mix(a, b, 0)[0] = 9;
        Latents.near(a, 0, random)[0] = 9;

        assertThat(a).isEqualTo(before);
    }

    private static float[] unit(float[] z) {
        float[] unit = new float[z.length];
        double length = Math.sqrt(dot(z, z));
        for (int i = 0; i < z.length; i++) {
            unit[i] = (float) (z[i] / length);
        }
        return unit;
    }

    private static double mean(float[] z) {
        double sum = 0;
        for (float value : z) {
            sum += value;
        }
        return sum / z.length;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
