package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.RandomWeights;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;

class DialectTest {
    private static final int SIZE = 3;
    private static final int FAR = 4000;
    private static final int STEP = 7;

    @Test
    void aRunsDesertIsItsOwn() {
        GeneratorWeights weights = weights(9, 0);
        float[] here = at(3, weights, 0).of(Biome.SAND);

        assertThat(at(3, weights, 0).of(Biome.SAND)).isEqualTo(here);
        assertThat(at(4, weights, 0).of(Biome.SAND)).isNotEqualTo(here);
        assertThat(at(3, weights, 0).of(Biome.SNOW)).isNotEqualTo(here);
    }

    @Test
    void withoutSpreadItIsAMixOfThreeOfTheLearnedPlaces() {
        // Each place has a dimension that is 1 in it alone: what is heard are the shares.
        GeneratorWeights weights = weights(SIZE, 0);
        for (int x = 0; x < FAR; x += STEP) {
            float[] heard = at(3, weights, x).of(Biome.SAND);
            assertThat(heard[0] + heard[1] + heard[2]).isCloseTo(1, within(1e-5f));
            for (float share : heard) {
                assertThat(share).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void everyOneOfTheThreeIsSpokenClearlySomewhere() {
        GeneratorWeights weights = weights(SIZE, 0);
        Set<Integer> clear = new HashSet<>();
        for (int x = 0; x < FAR; x += STEP) {
            float[] heard = at(5, weights, x).of(Biome.SAND);
            for (int k = 0; k < SIZE; k++) {
                if (heard[k] > 0.8) {
                    clear.add(k);
                }
            }
        }

        assertThat(clear).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void runsChooseAmongAllPlaces() {
        GeneratorWeights weights = weights(9, 0);
        Set<Integer> chosen = new HashSet<>();
        for (int run = 0; run < 40; run++) {
            for (int x = 0; x < FAR; x += 20 * STEP) {
                float[] heard = at(run, weights, x).of(Biome.SAND);
                for (int k = 0; k < 9; k++) {
                    if (heard[k] > 0.8) {
                        chosen.add(k);
                    }
                }
            }
        }

        assertThat(chosen).hasSize(9);
    }

    @Test
    void theSpreadIsThatOfTheModel() {
        float[] tight = at(3, weights(9, 0), 11).of(Biome.SAND);
        float[] wide = at(3, weights(9, 0.5f), 11).of(Biome.SAND);
        float[] wider = at(3, weights(9, 1), 11).of(Biome.SAND);

        for (int k = 0; k < tight.length; k++) {
            assertThat(wider[k] - tight[k]).isCloseTo(2 * (wide[k] - tight[k]), within(1e-5f));
            assertThat(wide[k]).isNotEqualTo(tight[k]);
        }
    }

    @Test
    void oneWordIsEnoughAndNoneAtAllToo() {
        float[] one = at(3, weights(1, 0), 11).of(Biome.SAND);
        assertThat(one[0]).isCloseTo(1, within(1e-5f));

        GeneratorWeights plain = RandomWeights.of(spec(null, SIZE), 1);
        assertThat(at(3, plain, 11).of(Biome.SAND)).isNotEqualTo(at(4, plain, 11).of(Biome.SAND));
        assertThat(at(3, RandomWeights.of(spec(null, 0), 1), 11).of(Biome.SAND)).isEmpty();
    }

    private static Dialect.Voice at(int run, GeneratorWeights weights, int x) {
        Condition.Group group = weights.spec().condition().group("biome");
        return new Dialect(new Streams(new RunSeed(run)), weights, group).at(x, 2 * x);
    }

    /** Every biome has the same places, at 1 along one dimension each. */
    private static GeneratorWeights weights(int places, float spread) {
        int biomes = Biome.values().length;
        GeneratorSpec spec =
                spec(
                        new Condition.Places(Collections.nCopies(biomes, places), spread),
                        Math.max(places, SIZE));
        float[] middles = new float[biomes * places * spec.regionSize()];
        for (int row = 0; row < biomes * places; row++) {
            middles[row * spec.regionSize() + row % places] = 1;
        }
        Map<String, float[]> tensors = new HashMap<>(RandomWeights.of(spec, 1).tensors());
        tensors.put(GeneratorWeights.placesName("biome"), middles);
        return new GeneratorWeights(spec, tensors);
    }

    private static GeneratorSpec spec(Condition.Places places, int regionSize) {
        List<String> labels = Arrays.stream(Biome.values()).map(Biome::label).toList();
        return new GeneratorSpec(
                "terrain",
                regionSize + 1,
                regionSize,
                List.of(),
                new Condition(List.of(new Condition.Group("biome", labels, 2, false, places))),
                List.of(new Layer.UpConv(regionSize + 1, 3, Activation.TANH, true)),
                3,
                "");
    }
}
