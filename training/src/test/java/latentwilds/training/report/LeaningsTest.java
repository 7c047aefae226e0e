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

    /** The first number makes it bulky, the second red, the third and fourth blue. */
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
            float[] straight = {share(z[1]), 0.5f, share((z[2] + z[3]) / 2), 1};
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
        assertThat(learned("red", 0.98).get(1)).isCloseTo(1, within(0.02f));
        List<Float> yellow = learned("yellow", 0.95);
        // Red counts half, and each of the two blue ones, which are averaged, a half as well.
        assertThat(yellow.get(1)).isCloseTo(0.577f, within(0.05f));
        assertThat(yellow.get(2)).isCloseTo(-0.577f, within(0.05f));
        assertThat(yellow.get(3)).isCloseTo(-0.577f, within(0.05f));
    }
}
