package latentwilds.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import latentwilds.seed.RandomStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** What the figures promise to see, on made-up clouds of features. */
class ClaimsTest {
    private static final int SIZE = 12;
    private static final int COUNT = 300;

    private final DMatrixRMaj real = cloud(COUNT, 1, 1);
    private final DMatrixRMaj other = cloud(COUNT, 2, 1);

    private static DMatrixRMaj cloud(int count, long seed, double deviation) {
        RandomStream random = new RandomStream(seed);
        DMatrixRMaj cloud = new DMatrixRMaj(count, SIZE);
        for (int i = 0; i < cloud.data.length; i++) {
            cloud.data[i] = deviation * random.nextGaussian();
        }
        return cloud;
    }

    /** Few of the real pictures, over and over, a little changed. */
    private DMatrixRMaj collapsed(int modes) {
        DMatrixRMaj cloud = cloud(COUNT, 3, 0.01);
        for (int i = 0; i < cloud.data.length; i++) {
            cloud.data[i] += other.data[i % (modes * SIZE)];
        }
        return cloud;
    }

    private static Neighbours neighbours(DMatrixRMaj a, DMatrixRMaj b) {
        return Neighbours.of(
                Clouds.squaredDistances(a, a),
                Clouds.squaredDistances(b, b),
                Clouds.squaredDistances(a, b));
    }

    @Test
    void realAgainstRealIsNearZeroAndCannotBeToldApart() {
        KernelDistance kernel = KernelDistance.between(real, other);
        Neighbours found = neighbours(real, other);

        assertThat(Math.abs(kernel.value())).isLessThan(3 * kernel.error());
        assertThat(found.accuracy()).isBetween(0.42, 0.58);
        assertThat(found.coverage()).isGreaterThan(0.85);
    }

    @Test
    void collapseLowersCoverageAndRecall() {
        assertThat(neighbours(real, collapsed(30)).coverage()).isBetween(0.1, 0.5);
        assertThat(neighbours(real, collapsed(5)).coverage()).isLessThan(0.1);
        assertThat(neighbours(real, collapsed(5)).recall()).isLessThan(0.05);
        assertThat(neighbours(real, collapsed(5)).accuracy()).isGreaterThan(0.9);
    }

    @Test
    void noiseRaisesBothDistances() {
        DMatrixRMaj noisy = other.copy();
        DMatrixRMaj noise = cloud(COUNT, 4, 1.5);
        for (int i = 0; i < noisy.data.length; i++) {
            noisy.data[i] += noise.data[i];
        }

        KernelDistance kernel = KernelDistance.between(real, noisy);
        assertThat(kernel.value())
                .isGreaterThan(KernelDistance.between(real, other).value() + 5 * kernel.error());
        assertThat(FrechetDistance.between(real, noisy))
                .isGreaterThan(2 * FrechetDistance.between(real, other));
        assertThat(FrechetDistance.between(real, real)).isCloseTo(0, within(1e-6));
    }

    @Test
    void copiesOfTrainingImagesAreCaught() {
        DMatrixRMaj training = cloud(600, 5, 1);
        double[] heldOut = Memorisation.nearest(real, training);

        Memorisation copies =
                Memorisation.of(
                        Memorisation.nearest(Clouds.rows(training, 100, 400), training), heldOut);
        Memorisation honest = Memorisation.of(Memorisation.nearest(other, training), heldOut);

        assertThat(copies.closeShare()).isEqualTo(1);
        assertThat(copies.copying()).isLessThan(-15);
        assertThat(honest.closeShare()).isLessThan(0.04);
        assertThat(honest.copying()).isBetween(-3.0, 3.0);
    }

    @Test
    void halfCopiedIsStillCaught() {
        DMatrixRMaj training = cloud(600, 5, 1);
        double[] mixed = Memorisation.nearest(other, training);
        Arrays.fill(mixed, 0, COUNT / 2, 0);

        Memorisation found = Memorisation.of(mixed, Memorisation.nearest(real, training));

        assertThat(found.closeShare()).isGreaterThan(0.5);
        assertThat(found.copying()).isLessThan(-5);
    }

    /** A dense region and a scattered one; how many pictures are in the dense one. */
    private static DMatrixRMaj regions(int count, int dense, long seed) {
        DMatrixRMaj cloud = cloud(count, seed, 1);
        for (int i = 0; i < cloud.data.length; i++) {
            cloud.data[i] = i < dense * SIZE ? 0.2 * cloud.data[i] : 3 * cloud.data[i] + 20;
        }
        return cloud;
    }

    @Test
    void cellsShowCopiesThatTheWholeSpaceHides() {
        DMatrixRMaj training = regions(600, 300, 5);
        DMatrixRMaj heldOut = regions(COUNT, 150, 1);
        // Too near to training images everywhere, but mostly where all distances are large.
        DMatrixRMaj copies = regions(COUNT, 30, 2);
        for (int i = 0; i < copies.data.length; i++) {
            int row = i / SIZE < 30 ? i : i + 300 * SIZE;
            copies.data[i] = 0.4 * copies.data[i] + 0.6 * training.data[row];
        }
        double[] distances = Memorisation.nearest(heldOut, training);

        Memorisation whole = Memorisation.of(Memorisation.nearest(copies, training), distances);
        CellwiseCopying inCells = CellwiseCopying.of(copies, heldOut, training, 0);
        CellwiseCopying honest = CellwiseCopying.of(regions(COUNT, 150, 8), heldOut, training, 0);

        assertThat(whole.copying()).isGreaterThan(-1);
        assertThat(inCells.statistic()).isLessThan(-3);
        assertThat(inCells.lowest()).isLessThanOrEqualTo(inCells.statistic());
        assertThat(honest.statistic()).isBetween(-2.0, 2.0);
        assertThat(honest.cells()).isEqualTo(10);
    }

    @Test
    void theSameCellsAreFoundEveryTime() {
        DMatrixRMaj training = regions(200, 100, 5);

        assertThat(Cells.of(training, 7, 3).centres().data)
                .isEqualTo(Cells.of(training, 7, 3).centres().data);
        // Two are apart as the regions are.
        assertThat(Cells.of(training, 2, 3).rows(training)[0]).hasSize(100);
    }

    @Test
    void withoutEnoughPicturesInAnyCellNothingIsSaid() {
        CellwiseCopying found = CellwiseCopying.of(cloud(19, 1, 1), real, other, 0);

        assertThat(found.statistic()).isNaN();
        assertThat(found.used()).isZero();
    }

    @Test
    void nearestDoesNotDependOnTheSizeOfTheParts() {
        DMatrixRMaj many = cloud(1100, 6, 1);

        double[] all = Memorisation.nearest(many, real);

        assertThat(Memorisation.nearest(Clouds.rows(many, 1090, 1100), real))
                .containsExactly(Arrays.copyOfRange(all, 1090, 1100), within(1e-9));
    }

    @Test
    void anInceptionScoreLiesBetweenOneAndTheNumberOfLabels() {
        double[][] same = new double[20][];
        double[][] apart = new double[20][5];
        for (int i = 0; i < 20; i++) {
            same[i] = new double[] {0.1, 0.2, 0.3, 0.15, 0.25};
            apart[i][i % 5] = 1;
        }

        assertThat(LabelClassifier.inceptionScore(same)).isCloseTo(1, within(1e-9));
        assertThat(LabelClassifier.inceptionScore(apart)).isCloseTo(5, within(1e-9));
    }

    @Test
    void theClassifierLearnsLabelsAndIsTheSameEveryTime() {
        DMatrixRMaj features = cloud(600, 7, 1);
        int[] labels = new int[600];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 3;
            features.data[i * SIZE + labels[i]] += 4;
        }
        DMatrixRMaj unseen = Clouds.rows(features, 400, 600);
        int[] expected = Arrays.copyOfRange(labels, 400, 600);
        DMatrixRMaj seen = Clouds.rows(features, 0, 400);
        int[] given = Arrays.copyOf(labels, 400);

        double[][] first = LabelClassifier.train(seen, given, 3, 1).probabilities(unseen);
        double[][] second = LabelClassifier.train(seen, given, 3, 1).probabilities(unseen);

        assertThat(LabelClassifier.agreement(first, expected)).isGreaterThan(0.93);
        assertThat(first).isDeepEqualTo(second);
        assertThat(Arrays.stream(first[0]).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void outliersOfThePathAreLeftOut() {
        double[] lengths = new double[200];
        Arrays.fill(lengths, 2);
        lengths[17] = 1e9;

        assertThat(PathLength.trimmedMean(lengths)).isEqualTo(2);
    }

    @Test
    void figuresOfALabelAreExplainedAsTheFigure() {
        assertThat(Figures.meaning("kidMixed5x1000.biome.sand"))
                .isEqualTo(Figures.meaning("kidMixed5x1000"))
                .isNotEmpty();
    }
}
