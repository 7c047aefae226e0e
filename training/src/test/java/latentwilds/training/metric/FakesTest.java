package latentwilds.training.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.RandomWeights;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.reference.ReferenceGenerator;
import org.junit.jupiter.api.Test;

class FakesTest {
    private static final Condition SPECIES =
            new Condition(List.of(new Condition.Group("species", List.of("bat", "newt"), 4)));
    private static final GeneratorSpec SPRITE =
            new GeneratorSpec(
                    "tiny",
                    8,
                    SPECIES,
                    List.of(
                            new Layer.Dense(8, 6, 4, 4, Activation.RELU, true),
                            new Layer.UpConv(6, 4, Activation.TANH, true)),
                    4,
                    "");
    private static final GeneratorSpec GROUND =
            new GeneratorSpec(
                    "ground",
                    4,
                    SPECIES,
                    List.of(new Layer.UpConv(4, 3, Activation.TANH, true)),
                    3,
                    "");
    private static final Map<String, String> BAT = Map.of("species", "bat");
    private static final Map<String, String> NEWT = Map.of("species", "newt");

    private static Fakes fakes(GeneratorSpec spec, Protocol protocol, ReferenceGenerator on) {
        return new Fakes(RandomWeights.of(spec, 1), on, protocol, List.of(BAT, BAT, BAT, NEWT));
    }

    @Test
    void labelsOfSpritesAreDrawnAsTheDataSetHasThem() {
        Fakes fakes = fakes(SPRITE, new Protocol(false, 0, 1), null);

        long newts = IntStream.range(0, 400).filter(i -> fakes.labels(i) == NEWT).count();

        assertThat(newts).isBetween(75L, 125L);
    }

    @Test
    void theSameSeedDrawsTheSameAndAnotherDoesNot() {
        Fakes fakes = fakes(SPRITE, new Protocol(false, 0, 1), null);
        Fakes same = fakes(SPRITE, new Protocol(false, 0, 1), null);
        Fakes other = fakes(SPRITE, new Protocol(false, 0, 2), null);

        assertThat(fakes.noise("a", 7)).isEqualTo(same.noise("a", 7)).hasSize(8);
        assertThat(fakes.noise("a", 7)).isNotEqualTo(other.noise("a", 7));
        assertThat(fakes.noise("a", 7)).isNotEqualTo(fakes.noise("a", 8));
    }

    @Test
    void cropsOfGroundBeginAnywhereInACell() {
        GeneratorWeights weights = RandomWeights.of(GROUND, 1);
        try (ReferenceGenerator generator = new ReferenceGenerator(weights)) {
            Fakes fakes = fakes(GROUND, new Protocol(true, 6, 1), generator);
            Picture whole = fakes.pictures(List.of(fakes.grid(fakes.noise("a", 0), BAT))).get(0);

            List<Float> corners =
                    IntStream.range(0, 40)
                            .mapToObj(i -> fakes.seen(whole, i))
                            .peek(p -> assertThat(p.width()).isEqualTo(6))
                            .map(p -> p.at(0, 0, 0))
                            .distinct()
                            .toList();

            // Cells of 2 x 2 pixels behind a margin of one cell.
            assertThat(corners)
                    .containsExactlyInAnyOrder(
                            whole.at(0, 2, 2),
                            whole.at(0, 3, 2),
                            whole.at(0, 2, 3),
                            whole.at(0, 3, 3));
        }
    }

    @Test
    void thePathOfAConstantGeneratorHasNoLength() {
        GeneratorWeights random = RandomWeights.of(SPRITE, 1);
        GeneratorWeights constant =
                new GeneratorWeights(
                        SPRITE,
                        random.tensors().entrySet().stream()
                                .collect(
                                        java.util.stream.Collectors.toMap(
                                                Map.Entry::getKey,
                                                e ->
                                                        e.getKey().endsWith("weight")
                                                                ? new float[e.getValue().length]
                                                                : e.getValue())));

        assertThat(pathLength(constant)).isZero();
        assertThat(pathLength(random)).isGreaterThan(1);
    }

    private static double pathLength(GeneratorWeights weights) {
        Protocol protocol = new Protocol(false, 0, 1);
        try (ReferenceGenerator generator = new ReferenceGenerator(weights);
                PerceptualDistance distance = new PerceptualDistance(1)) {
            Fakes fakes = new Fakes(weights, generator, protocol, List.of(BAT));
            return PathLength.of(fakes, protocol, distance, 5);
        }
    }

    @Test
    void aCropWrapsRound() {
        byte[] rgb = new byte[3 * 16];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) i;
        }

        assertThat(new RgbImage(4, rgb).crop(3, 2, 2).rgb())
                .containsExactly(11, 8, 15, 12, 27, 24, 31, 28, 43, 40, 47, 44);
    }
}
