package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelFile;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.Picture;
import org.junit.jupiter.api.Test;

/** Ways that are learned from a generator whose traits are known. */
class LeaningsTest {
    private static final GeneratorWeights WEIGHTS =
            ModelFile.read(Path.of("..", "assets", "models", "monsters", ModelFile.NAME));

    /** The first number makes it bulky, the second red, the next two blue, the fifth green. */
    private static final class Known implements Generator {
        @Override
        public GeneratorSpec spec() {
            return WEIGHTS.spec();
        }

        @Override
        public String backend() {
            return "known";
        }

        @Override
        public List<Picture> synthesise(List<LatentGrid> inputs) {
            return inputs.stream().map(Known::picture).toList();
        }

        private static Picture picture(LatentGrid input) {
            float[] z = input.noise();
            float alpha = share(z[0]);
            float[] straight = {share(z[1]), share(z[4]), share((z[2] + z[3]) / 2), 1};
            float[] values = new float[4 * 4];
            for (int i = 0; i < values.length; i++) {
                values[i] = 2 * straight[i / 4] * alpha - 1;
            }
            return new Picture(4, 2, 2, values);
        }

        private static float share(float z) {
            return 0.5f + 0.1f * z;
        }

        @Override
        public void close() {}
    }

    private final Leanings leanings =
            new Leanings(new Samples(WEIGHTS, new Known(), Map.of(), 1), 900, Optional.empty());

    private List<Float> learned(String what, double correlation) {
        Leanings.Leaning leaning = leanings.of(what);
        assertThat(leaning.correlation()).as(what).isGreaterThan(correlation);
        return leaning.direction().vector();
    }

    @Test
    void aTraitGrowsAlongItsWay() {
        assertThat(learned("bulk", 0.99).get(0)).isCloseTo(1, within(0.01f));
        List<Float> red = learned("red", 0.95);
        assertThat(red.get(1)).isCloseTo(0.707f, within(0.03f));
        assertThat(red.get(4)).isCloseTo(-0.707f, within(0.03f));
        List<Float> yellow = learned("yellow", 0.95);
        for (int i : new int[] {1, 4}) {
            assertThat(yellow.get(i)).isCloseTo(0.5f, within(0.05f));
        }
        for (int i : new int[] {2, 3}) {
            assertThat(yellow.get(i)).isCloseTo(-0.5f, within(0.05f));
        }
    }
}
