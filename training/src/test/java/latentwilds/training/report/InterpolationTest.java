package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.Lattice;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.RandomWeights;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.reference.ReferenceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolationTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyWayBeginsAndEndsAtTheVeryPicturesOfItsSeeds(boolean ground) {
        GeneratorWeights weights = weights(ground);
        try (ReferenceGenerator generator = new ReferenceGenerator(weights)) {
            Samples samples = new Samples(weights, generator, Map.of(), 2);
            Interpolation way = new Interpolation(samples, List.of(4L, 8L, 3L), 5, true);

            List<List<Picture>> rows = way.rows();

            assertThat(rows).hasSize(3).allMatch(row -> row.size() == 5);
            long[] stations = {4, 8, 3, 4};
            for (int i = 0; i < 3; i++) {
                assertThat(rows.get(i).get(0).values())
                        .isEqualTo(samples.picture(stations[i]).values());
                assertThat(rows.get(i).get(4).values())
                        .isEqualTo(samples.picture(stations[i + 1]).values());
                assertThat(rows.get(i).get(2).values())
                        .isNotEqualTo(samples.picture(stations[i]).values());
            }
            assertThat(way.film(rows)).hasSize(12);
            assertThat(way.film(rows).get(4)).isSameAs(rows.get(1).get(0));
        }
    }

    @Test
    void withoutALoopTheFilmEndsAtTheLastStation() {
        GeneratorWeights weights = weights(false);
        try (ReferenceGenerator generator = new ReferenceGenerator(weights)) {
            Samples samples = new Samples(weights, generator, Map.of(), 2);
            Interpolation way = new Interpolation(samples, List.of(4L, 8L, 3L), 5, false);

            List<List<Picture>> rows = way.rows();

            assertThat(rows).hasSize(2);
            assertThat(way.film(rows)).hasSize(9).last().isSameAs(rows.get(1).get(4));
        }
    }

    @Test
    void noiseTurnsCellByCellAndCodesGoStraight() {
        // Two cells, two channels each, planar: cell 0 turns from (1, 0) to (0, 1), cell 1 stays.
        LatentGrid from = new LatentGrid(1, 2, new float[] {1, 3, 0, 4}, new float[] {0, 10});
        LatentGrid to = new LatentGrid(1, 2, new float[] {0, 3, 1, 4}, new float[] {1, 30});

        LatentGrid third = Interpolation.between(from, to, spec(2, 0, List.of()), 1 / 3.0);

        assertThat(third.noise())
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly((float) Math.cos(Math.PI / 6), 3, 0.5f, 4);
        assertThat(third.code()[0]).isCloseTo(1 / 3f, within(1e-6f));
        assertThat(third.code()[1]).isCloseTo(10 + 20 / 3f, within(1e-5f));
    }

    @Test
    void whatARegionSharesStaysShared() {
        LatentGrid from = new LatentGrid(1, 2, new float[] {2, 2, 1, -3}, new float[0]);
        LatentGrid to = new LatentGrid(1, 2, new float[] {-1, -1, 2, 5}, new float[0]);

        LatentGrid half = Interpolation.between(from, to, spec(2, 1, List.of()), 0.4);

        assertThat(half.noise()[0]).isEqualTo(half.noise()[1]);
        assertThat(half.noise()[2]).isNotEqualTo(half.noise()[3]);
    }

    @Test
    void aLatticeGlides() {
        GeneratorSpec spec = spec(5, 0, List.of(8));
        float[] here = new float[5 * 6];
        float[] there = new float[5 * 6];
        float[] between = new float[5 * 6];
        Lattice.write(here, spec, 2, 3, 1, 6);
        Lattice.write(there, spec, 2, 3, 3, 4);
        Lattice.write(between, spec, 2, 3, 2, 5);

        LatentGrid half =
                Interpolation.between(
                        new LatentGrid(2, 3, here, new float[0]),
                        new LatentGrid(2, 3, there, new float[0]),
                        spec,
                        0.5);

        assertThat(half.noise()).containsExactly(between, within(1e-6f));
    }

    private static GeneratorSpec spec(int latentSize, int regionSize, List<Integer> periods) {
        return new GeneratorSpec(
                "tiny",
                latentSize,
                regionSize,
                periods,
                Condition.NONE,
                List.of(new Layer.UpConv(latentSize, 3, Activation.TANH, false)),
                3,
                "");
    }

    private static GeneratorWeights weights(boolean ground) {
        Condition biomes =
                new Condition(List.of(new Condition.Group("biome", List.of("grass", "sand"), 4)));
        Layer first =
                ground
                        ? new Layer.UpConv(5, 6, Activation.LEAKY_RELU, true)
                        : new Layer.Dense(5, 6, 4, 4, Activation.RELU, true);
        Layer last = new Layer.UpConv(6, 3, Activation.TANH, true);
        return RandomWeights.of(
                new GeneratorSpec("tiny", 5, biomes, List.of(first, last), 3, ""), 3);
    }
}
