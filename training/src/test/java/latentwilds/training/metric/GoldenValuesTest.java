package latentwilds.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The figures against the same computed in numpy: golden.py beside golden.json. */
class GoldenValuesTest {
    private static final double CLOSE = 1e-4;

    private final Golden golden = new Golden();
    private final DMatrixRMaj real = golden.cloud("real", 40);
    private final DMatrixRMaj fake = golden.cloud("fake", 40);

    @Test
    void frechetDistance() {
        assertThat(FrechetDistance.between(real, golden.cloud("fake", 30)))
                .isCloseTo(golden.number("fid"), within(CLOSE));
    }

    @Test
    void frechetDistanceOfFewerPicturesThanFeatures() {
        assertThat(FrechetDistance.between(golden.cloud("real", 6), golden.cloud("fake", 7)))
                .isCloseTo(golden.number("fidOfFew"), within(CLOSE));
    }

    @Test
    void kernelDistanceAndItsError() {
        KernelDistance kernel = KernelDistance.between(real, golden.cloud("fake", 30));

        assertThat(kernel.value()).isCloseTo(golden.number("kid"), within(CLOSE));
        assertThat(kernel.error()).isCloseTo(golden.number("kidError"), within(CLOSE));
    }

    @Test
    void kernelDistanceOfFewPicturesHasFewerGroups() {
        KernelDistance kernel =
                KernelDistance.between(golden.cloud("real", 9), golden.cloud("fake", 12));

        assertThat(kernel.error()).isCloseTo(golden.number("kidErrorOfFew"), within(CLOSE));
    }

    @Test
    void neighbours() {
        Neighbours found =
                Neighbours.of(
                        Clouds.squaredDistances(real, real),
                        Clouds.squaredDistances(fake, fake),
                        Clouds.squaredDistances(real, fake));

        double[] expected = golden.row("prdc");
        assertThat(found.precision()).isCloseTo(expected[0], within(CLOSE));
        assertThat(found.recall()).isCloseTo(expected[1], within(CLOSE));
        assertThat(found.density()).isCloseTo(expected[2], within(CLOSE));
        assertThat(found.coverage()).isCloseTo(expected[3], within(CLOSE));
        assertThat(found.accuracy()).isCloseTo(golden.number("nearestNeighbour"), within(CLOSE));
    }

    @Test
    void rankTestWithTies() {
        assertThat(Memorisation.mannWhitney(golden.row("near"), golden.row("held")))
                .isCloseTo(golden.number("mannWhitney"), within(CLOSE));
    }

    @Test
    void copyingInCells() {
        CellwiseCopying found =
                CellwiseCopying.in(
                        new Cells(new DMatrixRMaj(golden.rows("centres"))),
                        golden.clouds("scattered").get(0),
                        golden.clouds("scattered").get(1),
                        golden.clouds("scattered").get(2));

        assertThat(found.statistic()).isCloseTo(golden.row("copyingInCells")[0], within(CLOSE));
        assertThat(found.share()).isCloseTo(golden.row("copyingInCells")[1], within(CLOSE));
        assertThat(found.used()).isEqualTo(2);
        assertThat(found.cells()).isEqualTo(4);
    }

    @Test
    void percentile() {
        assertThat(Memorisation.percentile(golden.row("held"), 0.01))
                .isCloseTo(golden.number("percentile"), within(CLOSE));
    }

    @Test
    void inceptionScore() {
        assertThat(LabelClassifier.inceptionScore(golden.rows("probabilities")))
                .isCloseTo(golden.number("inceptionScore"), within(CLOSE));
    }
}
