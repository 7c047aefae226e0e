package latentwilds.training.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.Stream;
import latentwilds.seed.RandomStream;
import latentwilds.training.Slopes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AugmentationTest {
    private static final int SIDE = 6;
    private static final int PLANE = SIDE * SIDE;
    private static final int CHANNELS = 4;
    private static final Augmentation SHIFT = new Augmentation(0.5, false, 0, 1, 1, 0);
    private static final Augmentation ROUND = new Augmentation(0.5, true, 0, 1, 1, 0);
    private static final Augmentation CUT = new Augmentation(0, false, 0.5, 1, 1, 0);
    private static final Augmentation BRIGHT = new Augmentation(0, false, 0, 0.7, 1.2, 0);
    private static final Augmentation COLOUR = new Augmentation(0, false, 0, 1, 1, 0.5);
    private static final Augmentation ALL = new Augmentation(0.5, false, 0.5, 0.7, 1.2, 0.5);

    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager("PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    static Stream<Augmentation> changes() {
        return Stream.of(SHIFT, ROUND, CUT, BRIGHT, COLOUR, ALL);
    }

    /** All changes are linear in the picture, so differences over any step are exact. */
    @ParameterizedTest
    @MethodSource("changes")
    void derivativesAgreeWithDifferences(Augmentation augmentation) {
        int n = 2;
        double[] x = Slopes.normal(new RandomStream(1), n * CHANNELS * PLANE);
        NDArray weights = pictures(n, Slopes.floats(Slopes.normal(new RandomStream(2), x.length)));
        NDArray pictures = pictures(n, Slopes.floats(x));

        double[][] slopes =
                Slopes.automatic(
                        () ->
                                augmentation
                                        .apply(pictures, 1, new RandomStream(3))
                                        .mul(weights)
                                        .sum(),
                        pictures);

        Slopes.assertAgree(
                slopes[0],
                x,
                0.5,
                1e-3,
                v ->
                        augmentation
                                .apply(pictures(n, Slopes.floats(v)), 1, new RandomStream(3))
                                .mul(weights)
                                .sum()
                                .getFloat());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void strengthNoneIsTheVeryPicture(Augmentation augmentation) {
        float[] x = random(8);

        assertThat(values(augmentation, x, 0, 1)).isEqualTo(x);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void strengthIsTheShareOfPicturesThatChange(Augmentation augmentation) {
        int n = 400;
        float[] x = random(n);
        // One shift in 49 and some holes leave a picture as it was, whatever the strength.
        assertThat(changed(x, values(augmentation, x, 1, 1))).isBetween(370, n);
        int half = changed(x, values(augmentation, x, 0.5, 1));
        boolean one = augmentation != ALL && augmentation != COLOUR;
        assertThat(half).isBetween(one ? 150 : 250, one ? 250 : 390);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theStreamDecides(Augmentation augmentation) {
        float[] x = random(8);

        float[] first = values(augmentation, x, 0.7, 5);

        assertThat(values(augmentation, x, 0.7, 5)).isEqualTo(first);
        assertThat(values(augmentation, x, 0.7, 6)).isNotEqualTo(first);
    }

    @Test
    void aShiftMovesEveryChannelAlikeAndFillsUpWithTransparentBlack() {
        int n = 50;
        float[] x = random(n);
        float[] moved = values(SHIFT, x, 1, 1);
        int filled = 0;
        for (int i = 0; i < n; i++) {
            int[] shift = shiftOf(x, moved, i, false);
            assertThat(shift).as("picture %d is a shift of itself", i).isNotNull();
            filled += shift[0] == 0 && shift[1] == 0 ? 0 : 1;
        }
        assertThat(filled).isGreaterThan(n / 2);
    }

    @Test
    void aToroidalShiftKeepsEveryValue() {
        int n = 50;
        float[] x = random(n);
        float[] moved = values(ROUND, x, 1, 1);
        for (int i = 0; i < n; i++) {
            assertThat(shiftOf(x, moved, i, true)).as("picture %d", i).isNotNull();
            for (int c = 0; c < CHANNELS; c++) {
                int from = (i * CHANNELS + c) * PLANE;
                assertThat(sorted(moved, from)).containsExactly(sorted(x, from), within(1e-6f));
            }
        }
    }

    @Test
    void aToroidalShiftCommutesWithOneOfTheInput() {
        int n = 8;
        float[] x = random(n);

        float[] shiftedLast = rolled(values(ROUND, x, 1, 4), n, 2, 5);
        float[] shiftedFirst = values(ROUND, rolled(x, n, 2, 5), 1, 4);

        assertThat(shiftedFirst).isEqualTo(shiftedLast);
    }

    @Test
    void aHoleIsASquareOfTransparentBlack() {
        int n = 100;
        float[] x = random(n);
        float[] cut = values(CUT, x, 1, 1);
        for (int i = 0; i < n; i++) {
            int blank = 0;
            for (int p = 0; p < PLANE; p++) {
                boolean hole = cut[i * CHANNELS * PLANE + p] == -1;
                blank += hole ? 1 : 0;
                for (int c = 0; c < CHANNELS; c++) {
                    int at = (i * CHANNELS + c) * PLANE + p;
                    assertThat(cut[at]).isCloseTo(hole ? -1 : x[at], within(1e-6f));
                }
            }
            assertThat(blank).isLessThanOrEqualTo(9);
        }
    }

    @Test
    void brightnessIsAFactorWithinItsBoundsAndLeavesAlpha() {
        int n = 200;
        float[] x = random(n);
        float[] bright = values(BRIGHT, x, 1, 1);
        double least = 2;
        double most = 0;
        for (int i = 0; i < n; i++) {
            int start = i * CHANNELS * PLANE;
            double factor = (bright[start] + 1) / (x[start] + 1);
            least = Math.min(least, factor);
            most = Math.max(most, factor);
            for (int j = 0; j < CHANNELS * PLANE; j++) {
                double expected = j < 3 * PLANE ? (x[start + j] + 1) * factor - 1 : x[start + j];
                assertThat((double) bright[start + j]).isCloseTo(expected, within(1e-4));
            }
        }
        assertThat(least).isBetween(0.7 - 1e-4, 0.72);
        assertThat(most).isBetween(1.18, 1.2 + 1e-4);
    }

    @Test
    void saturationAndContrastKeepGreyGreyAndLeaveAlpha() {
        int n = 20;
        float[] x = random(n);
        for (int i = 0; i < n; i++) {
            int start = i * CHANNELS * PLANE;
            System.arraycopy(x, start, x, start + PLANE, PLANE);
            System.arraycopy(x, start, x, start + 2 * PLANE, PLANE);
        }
        float[] made = values(COLOUR, x, 1, 1);
        for (int i = 0; i < n; i++) {
            int start = i * CHANNELS * PLANE;
            double before = 0;
            double after = 0;
            for (int p = 0; p < PLANE; p++) {
                float red = made[start + p];
                assertThat(made[start + PLANE + p]).isCloseTo(red, within(1e-5f));
                assertThat(made[start + 2 * PLANE + p]).isCloseTo(red, within(1e-5f));
                assertThat(made[start + 3 * PLANE + p])
                        .isCloseTo(x[start + 3 * PLANE + p], within(1e-6f));
                before += x[start + p];
                after += red;
            }
            assertThat(after / PLANE).as("mean grey").isCloseTo(before / PLANE, within(1e-5));
        }
        assertThat(made).isNotEqualTo(x);
    }

    /** Rows and columns that a picture was moved by; null if it is no shift of itself. */
    private static int[] shiftOf(float[] x, float[] moved, int picture, boolean round) {
        for (int dy = -3; dy <= 3; dy++) {
            for (int dx = -3; dx <= 3; dx++) {
                if (isShift(x, moved, picture, dy, dx, round)) {
                    return new int[] {dy, dx};
                }
            }
        }
        return null;
    }

    private static boolean isShift(
            float[] x, float[] moved, int picture, int dy, int dx, boolean round) {
        for (int j = 0; j < CHANNELS * PLANE; j++) {
            int row = j % PLANE / SIDE + dy;
            int column = j % SIDE + dx;
            boolean inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
            int start = picture * CHANNELS * PLANE + j / PLANE * PLANE;
            int from = Math.floorMod(row, SIDE) * SIDE + Math.floorMod(column, SIDE);
            float expected = round || inside ? x[start + from] : -1;
            if (Math.abs(moved[picture * CHANNELS * PLANE + j] - expected) > 1e-6) {
                return false;
            }
        }
        return true;
    }

    private static float[] rolled(float[] x, int n, int dy, int dx) {
        float[] rolled = new float[x.length];
        for (int i = 0; i < n * CHANNELS * PLANE; i++) {
            int row = (i % PLANE / SIDE + dy) % SIDE;
            int column = (i % SIDE + dx) % SIDE;
            rolled[i / PLANE * PLANE + row * SIDE + column] = x[i];
        }
        return rolled;
    }

    private static float[] sorted(float[] x, int from) {
        float[] sorted = Arrays.copyOfRange(x, from, from + PLANE);
        Arrays.sort(sorted);
        return sorted;
    }

    private static int changed(float[] x, float[] made) {
        int changed = 0;
        int size = CHANNELS * PLANE;
        for (int i = 0; i < x.length; i += size) {
            for (int j = i; j < i + size; j++) {
                if (Math.abs(made[j] - x[j]) > 1e-5) {
                    changed++;
                    break;
                }
            }
        }
        return changed;
    }

    private static float[] random(int n) {
        RandomStream random = new RandomStream(11);
        float[] x = new float[n * CHANNELS * PLANE];
        for (int i = 0; i < x.length; i++) {
            x[i] = -0.9f + 1.8f * random.nextFloat();
        }
        return x;
    }

    private float[] values(Augmentation augmentation, float[] x, double strength, long seed) {
        int n = x.length / (CHANNELS * PLANE);
        return augmentation.apply(pictures(n, x), strength, new RandomStream(seed)).toFloatArray();
    }

    private NDArray pictures(int n, float[] x) {
        return manager.create(x, new Shape(n, CHANNELS, SIDE, SIDE));
    }
}
