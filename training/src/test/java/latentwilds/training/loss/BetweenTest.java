package latentwilds.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import latentwilds.seed.RandomStream;
import latentwilds.training.Slopes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blends of pictures whose colours are known. */
class BetweenTest {
    private static final int SIDE = 4;
    private static final int PIXELS = SIDE * SIDE;
    private static final float[] GREEN = {-0.6f, 0.2f, -0.6f};
    private static final float[] WHITE = {0.8f, 0.8f, 0.8f};

    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager("PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void theMixOfTwoColoursIsBetweenThem() {
        assertThat(penalty(plain(mixed(0.25f)), plain(GREEN), plain(WHITE), 0.25f))
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void anotherShareThanAskedForCosts() {
        // Lightness differs by 17/15 between the ends, r - g by 0.8, yellow less blue by 0.4; all
        // a quarter off.
        double off = (Math.pow(17 / 15.0, 2) + 0.8 * 0.8 + 0.4 * 0.4) / 16;
        assertThat(penalty(plain(mixed(0.5f)), plain(GREEN), plain(WHITE), 0.25f))
                .isCloseTo(off, within(1e-5));
    }

    @Test
    void pinkIsNotBetweenGreenAndWhite() {
        float[] pink = {0.6f, 0.2f, 0.4f};
        float[] green = {0.2f, 0.6f, 0.2f};
        // r - g is 0.4 beyond white's 0; with a mean of -0.2 asked for it is 0.6 off.
        double beyond = 0.4 * 0.4;
        double off = 0.6 * 0.6;
        // Lightness 0.4 lies between 1/3 and 0.8, off by 1/6; yellow less blue is 0 of 0.1.
        off += Math.pow((1 / 3.0 + 0.8) / 2 - 0.4, 2) + 0.1 * 0.1;
        assertThat(penalty(plain(pink), plain(green), plain(WHITE), 0.5f))
                .isCloseTo(beyond + off, within(1e-5));
    }

    @Test
    void greenIsNotBetweenPinkAndWhite() {
        float[] pink = {0.6f, 0.2f, 0.4f};
        float[] green = {0.2f, 0.6f, 0.2f};
        // r - g is 0.4 below white's 0, the least of both.
        double costs = 0.4 * 0.4 + 0.6 * 0.6;
        // Lightness 1/3 is below both 0.4 and 0.8; yellow less blue is 0.2 of at most 0.
        costs += Math.pow(0.4 - 1 / 3.0, 2) + Math.pow(0.6 - 1 / 3.0, 2);
        costs += 0.2 * 0.2 + 0.2 * 0.2;
        assertThat(penalty(plain(green), plain(pink), plain(WHITE), 0.5f))
                .isCloseTo(costs, within(1e-5));
    }

    @Test
    void whatOneOfTheEndsShowsItselfIsAllowed() {
        // Half of the pixels of one end are dark: a blend may be as dark in places.
        float[] spotted = plain(GREEN);
        float[] blend = plain(mixed(0.5f));
        for (int i = 0; i < spotted.length; i++) {
            spotted[i] += i % 2 == 0 ? 0.8f : -0.8f;
            blend[i] += i % 2 == 0 ? 0.8f : -0.8f;
        }
        assertThat(penalty(blend, spotted, plain(WHITE), 0.5f)).isCloseTo(0, within(1e-6));
        assertThat(penalty(blend, plain(GREEN), plain(WHITE), 0.5f)).isGreaterThan(1e-3);
    }

    @Test
    void onlyTheBlendIsPulled() {
        NDArray blend = array(plain(WHITE));
        NDArray from = array(plain(GREEN));
        NDArray to = array(plain(mixed(0.5f)));
        from.setRequiresGradient(true);
        to.setRequiresGradient(true);
        double[][] slopes =
                Slopes.automatic(() -> Between.penalty(blend, from, to, share(0.5f)), blend);
        assertThat(slopes[0]).doesNotContain(0);
        assertThat(from.getGradient().toFloatArray()).containsOnly(0);
        assertThat(to.getGradient().toFloatArray()).containsOnly(0);
    }

    @Test
    void derivativesAgreeWithDifferences() {
        double[] x = Slopes.normal(new RandomStream(3), 3 * PIXELS);
        float[] from = plain(GREEN);
        float[] to = plain(WHITE);
        NDArray blend = array(Slopes.floats(x));
        double[][] slopes =
                Slopes.automatic(
                        () -> Between.penalty(blend, array(from), array(to), share(0.3f)), blend);
        for (int i = 0; i < x.length; i += 5) {
            double numeric =
                    Slopes.numeric(
                            x, i, 1e-2, moved -> penalty(Slopes.floats(moved), from, to, 0.3f));
            assertThat(slopes[0][i]).isCloseTo(numeric, within(2e-3));
        }
    }

    private double penalty(float[] blend, float[] from, float[] to, float share) {
        return Between.penalty(array(blend), array(from), array(to), share(share)).getFloat();
    }

    private NDArray share(float share) {
        return manager.create(new float[] {share}, new Shape(1, 1, 1, 1));
    }

    private NDArray array(float[] values) {
        return manager.create(values, new Shape(1, 3, SIDE, SIDE));
    }

    private static float[] mixed(float share) {
        float[] colour = new float[3];
        for (int c = 0; c < 3; c++) {
            colour[c] = GREEN[c] + share * (WHITE[c] - GREEN[c]);
        }
        return colour;
    }

    private static float[] plain(float[] colour) {
        float[] values = new float[3 * PIXELS];
        for (int c = 0; c < 3; c++) {
            Arrays.fill(values, c * PIXELS, (c + 1) * PIXELS, colour[c]);
        }
        return values;
    }
}
