package latentwilds.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import org.junit.jupiter.api.Test;

class ParityCheckTest {
    private static final float LEVEL = 2 / 255f;

    private final GeneratorWeights face = RandomWeights.of(Specs.face(), 1);
    private final GeneratorWeights field = RandomWeights.of(Specs.field(), 1);

    @Test
    void theGoldenInputFitsEveryGeneratorAndIsAlwaysTheSame() {
        for (GeneratorWeights weights : SmallGenerators.all()) {
            LatentGrid golden = ParityCheck.golden(weights);

            assertThatCode(() -> InputCheck.check(weights.spec(), List.of(golden)))
                    .doesNotThrowAnyException();
            assertThat(ParityCheck.golden(weights).noise()).isEqualTo(golden.noise());
            assertThat(ParityCheck.golden(weights).code()).isEqualTo(golden.code());
        }
    }

    @Test
    void aFieldsGoldenInputHasTheFirstLabelOnItsLeftAndTheLastOnItsRight() {
        LatentGrid golden = ParityCheck.golden(field);
        float[] sand = field.code("biome", "sand");
        float[] snow = field.code("biome", "snow");

        int cells = golden.rows() * golden.columns();
        for (int channel = 0; channel < 2; channel++) {
            for (int row = 0; row < golden.rows(); row++) {
                int left = channel * cells + row * golden.columns();
                assertThat(golden.code()[left]).isEqualTo(sand[channel]);
                assertThat(golden.code()[left + golden.columns() - 1]).isEqualTo(snow[channel]);
            }
        }
    }

    @Test
    void theTruthDiffersByNothing() {
        assertThat(difference(face, picture -> picture)).isZero();
        assertThat(difference(field, picture -> picture)).isZero();
    }

    @Test
    void aSingleWrongNumberAnywhereIsSeen() {
        for (GeneratorWeights weights : List.of(face, field)) {
            for (int index : new int[] {0, 7, -1}) {
                for (float added : new float[] {3 * LEVEL, -3 * LEVEL}) {
                    assertThat(difference(weights, LyingGenerator.at(index, added)))
                            .isCloseTo(3 * LEVEL, within(1e-5f))
                            .isGreaterThan(ParityCheck.TOLERANCE);
                }
            }
        }
    }

    @Test
    void roundingPasses() {
        assertThat(difference(face, LyingGenerator.at(5, 1.9f * LEVEL)))
                .isBetween(1.8f * LEVEL, ParityCheck.TOLERANCE);
    }

    @Test
    void whatIsNoNumberIsTheWorst() {
        assertThat(difference(face, LyingGenerator.at(0, Float.NaN))).isEqualTo(2);
        assertThat(difference(face, LyingGenerator.at(-1, Float.NaN))).isEqualTo(2);
    }

    @Test
    void aPictureOfAnotherSizeIsTheWorst() {
        assertThat(difference(face, picture -> new Picture(4, 1, 1, new float[4]))).isEqualTo(2);
        assertThat(difference(face, picture -> new Picture(4, 9, 12, new float[432]))).isEqualTo(2);
    }

    private static float difference(GeneratorWeights weights, Function<Picture, Picture> lie) {
        try (Generator generator = new LyingGenerator(weights, lie)) {
            return ParityCheck.difference(generator, weights);
        }
    }
}
