package latentwilds.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.reference.ReferenceGenerator;
import org.junit.jupiter.api.Test;

/** What every backend promises. A backend's test class extends this and opens its generator. */
public abstract class GeneratorContract {
    /** Between two calls of one backend: batches and threads may round differently. */
    private static final float SAME = 1e-5f;

    /** Puts a model on the backend under test. */
    protected abstract Generator open(GeneratorWeights weights);

    @Test
    void everyPictureIsTheOneTheDefinitionsGive() {
        for (GeneratorWeights weights : SmallGenerators.all()) {
            NaiveGenerator naive = new NaiveGenerator(weights);
            try (Generator generator = open(weights)) {
                for (int seed = 0; seed < 4; seed++) {
                    LatentGrid input = SmallGenerators.input(weights.spec(), seed);
                    float[] made = generator.synthesise(input).values();
                    double[] expected = naive.synthesise(input);
                    assertThat(made).hasSameSizeAs(expected);
                    for (int i = 0; i < made.length; i++) {
                        assertThat(Math.abs(made[i] - expected[i]))
                                .as("value %d of %s", i, weights.spec())
                                .isLessThan(2e-5);
                    }
                }
            }
        }
    }

    @Test
    void everyPictureIsTheReferences() {
        for (GeneratorWeights weights : SmallGenerators.all()) {
            LatentGrid input = SmallGenerators.input(weights.spec(), 9);
            try (Generator generator = open(weights);
                    Generator reference = new ReferenceGenerator(weights)) {
                assertSame(
                        generator.synthesise(input),
                        reference.synthesise(input),
                        ParityCheck.TOLERANCE);
                assertThat(ParityCheck.difference(generator, weights))
                        .isLessThanOrEqualTo(ParityCheck.TOLERANCE);
            }
        }
    }

    @Test
    void aPictureHasTheSizeAndTheRangeThatTheSpecSays() {
        for (GeneratorWeights weights : SmallGenerators.all()) {
            GeneratorSpec spec = weights.spec();
            try (Generator generator = open(weights)) {
                LatentGrid input = SmallGenerators.input(spec, 11);
                Picture picture = generator.synthesise(input);

                assertThat(generator.spec()).isEqualTo(spec);
                assertThat(picture.channels()).isEqualTo(spec.channels());
                assertThat(picture.width()).isEqualTo(spec.width(input.columns()));
                assertThat(picture.height()).isEqualTo(spec.height(input.rows()));
                for (float value : picture.values()) {
                    assertThat(value).isBetween(-1f, 1f);
                }
            }
        }
    }

    @Test
    void aFieldCutOutOfALargerOneKeepsItsPixelsInsideTheMargin() {
        for (GeneratorWeights weights : SmallGenerators.all()) {
            if (weights.spec().spatial()) {
                try (Generator generator = open(weights)) {
                    assertThat(changeOfACutOut(generator, weights.spec().marginCells()))
                            .as("%s", weights.spec())
                            .isLessThan(SAME);
                }
            }
        }
    }

    /** Largest difference between 2 x 3 cells of a field and the same cells cut out with a rim. */
    protected static float changeOfACutOut(Generator generator, int rim) {
        GeneratorSpec spec = generator.spec();
        int rows = 2 * rim + 2;
        int columns = 2 * rim + 3;
        LatentGrid field = SmallGenerators.input(spec, rows + 6, columns + 6, new RandomStream(15));
        LatentGrid part = SmallGenerators.part(field, 3, 4, rows, columns);
        float[] whole = cells(generator.synthesise(field), spec, rim + 3, rim + 4);
        float[] cutOut = cells(generator.synthesise(part), spec, rim, rim);
        float worst = 0;
        for (int i = 0; i < whole.length; i++) {
            worst = Math.max(worst, Math.abs(whole[i] - cutOut[i]));
        }
        return worst;
    }

    /** The pixels of 2 x 3 cells. */
    private static float[] cells(Picture picture, GeneratorSpec spec, int row, int column) {
        int cell = spec.cellPixels();
        int width = 3 * cell;
        int size = width * 2 * cell;
        float[] values = new float[picture.channels() * size];
        for (int i = 0; i < values.length; i++) {
            int x = column * cell + i % width;
            int y = row * cell + i % size / width;
            values[i] = picture.at(i / size, x, y);
        }
        return values;
    }

    @Test
    void aBatchIsItsSinglePicturesInOrder() {
        for (GeneratorSpec spec : List.of(Specs.face(), Specs.field(), Specs.monster())) {
            int side = spec.spatial() ? 3 : 1;
            List<LatentGrid> inputs = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                inputs.add(SmallGenerators.input(spec, side, side, new RandomStream(i)));
            }
            try (Generator generator = open(RandomWeights.of(spec, 4))) {
                List<Picture> batch = generator.synthesise(inputs);
                assertThat(batch).hasSameSizeAs(inputs);
                for (int i = 0; i < batch.size(); i++) {
                    assertSame(batch.get(i), generator.synthesise(inputs.get(i)), SAME);
                }
            }
        }
    }

    @Test
    void inputsStayAsTheyWere() {
        LatentGrid input = SmallGenerators.input(Specs.field(), 13);
        float[] noise = input.noise().clone();
        float[] code = input.code().clone();
        try (Generator generator = open(RandomWeights.of(Specs.field(), 4))) {
            generator.synthesise(List.of(input, input));
        }

        assertThat(input.noise()).isEqualTo(noise);
        assertThat(input.code()).isEqualTo(code);
    }

    @Test
    void anyThreadMayCall() throws Exception {
        GeneratorWeights weights = RandomWeights.of(Specs.field(), 5);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Generator generator = open(weights)) {
            List<Picture> expected = new ArrayList<>();
            List<Future<Picture>> made = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                LatentGrid input = SmallGenerators.input(Specs.field(), i);
                expected.add(generator.synthesise(input));
                made.add(threads.submit(() -> generator.synthesise(input)));
            }
            for (int i = 0; i < expected.size(); i++) {
                assertSame(made.get(i).get(), expected.get(i), SAME);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anInputThatDoesNotFitIsNamedAndTheNextOneIsServed() {
        GeneratorSpec face = Specs.face();
        LatentGrid good = SmallGenerators.input(face, 1);
        try (Generator generator = open(RandomWeights.of(face, 6))) {
            assertRefused(
                    generator,
                    "latent length: expected 5, found 4",
                    LatentGrid.vector(new float[4], new float[3]));
            assertRefused(
                    generator,
                    "code length: expected 3, found 0",
                    good,
                    LatentGrid.vector(new float[5], new float[0]));
            assertRefused(
                    generator,
                    "expected a grid of 1 x 1, found 1 x 2",
                    new LatentGrid(1, 2, new float[10], new float[6]));
            assertRefused(generator, "expected at least one input, found none");

            assertThat(generator.synthesise(good).width()).isEqualTo(8);
        }
    }

    @Test
    void gridsOfTwoSizesInOneCallAreNamed() {
        GeneratorSpec field = Specs.field();
        try (Generator generator = open(RandomWeights.of(field, 6))) {
            assertRefused(
                    generator,
                    "expected grids of one size, found 2 x 3 and 3 x 3",
                    SmallGenerators.input(field, 2, 3, new RandomStream(1)),
                    SmallGenerators.input(field, 3, 3, new RandomStream(1)));
            assertRefused(
                    generator,
                    "expected grids of one size, found 2 x 3 and 2 x 2",
                    SmallGenerators.input(field, 2, 3, new RandomStream(1)),
                    SmallGenerators.input(field, 2, 2, new RandomStream(1)));
        }
    }

    @Test
    void closingTwiceDoesNoHarmAndACallAfterwardsIsNamed() {
        Generator generator = open(RandomWeights.of(Specs.monster(), 7));
        LatentGrid input = SmallGenerators.input(Specs.monster(), 1);
        generator.synthesise(input);

        generator.close();
        assertThatCode(generator::close).doesNotThrowAnyException();

        assertThatThrownBy(() -> generator.synthesise(input))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'monsters'")
                .hasMessageContaining(generator.backend())
                .hasMessageContaining("closed");
        assertThat(generator.spec()).isEqualTo(Specs.monster());
    }

    private static void assertRefused(Generator generator, String message, LatentGrid... inputs) {
        assertThatThrownBy(() -> generator.synthesise(List.of(inputs)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + generator.spec().kind() + "'")
                .hasMessageContaining(message);
    }

    private static void assertSame(Picture made, Picture expected, float tolerance) {
        assertThat(made.values()).hasSameSizeAs(expected.values());
        for (int i = 0; i < made.values().length; i++) {
            assertThat(Math.abs(made.values()[i] - expected.values()[i]))
                    .isLessThanOrEqualTo(tolerance);
        }
    }
}
