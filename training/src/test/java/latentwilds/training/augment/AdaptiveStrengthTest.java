package latentwilds.training.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdaptiveStrengthTest {
    private static final int BATCH = 8;
    private static final long ADAPT = 1000;
    private static final double MOVE = BATCH * AdaptiveStrength.INTERVAL / (double) ADAPT;

    @Test
    void itGrowsWhileTheSignIsOverTheTarget() {
        AdaptiveStrength strength = after(new AdaptiveStrength(0.5, 0.6, ADAPT), 0.7f, 0, 8);

        assertThat(strength.strength()).isCloseTo(0.5 + 2 * MOVE, within(1e-6));
    }

    @Test
    void itShrinksWhileTheSignIsUnderTheTarget() {
        AdaptiveStrength strength = after(new AdaptiveStrength(0.5, 0.6, ADAPT), 0.5f, 0, 8);

        assertThat(strength.strength()).isCloseTo(0.5 - 2 * MOVE, within(1e-6));
    }

    @Test
    void itIsAdjustedAfterEveryIntervalOnly() {
        AdaptiveStrength strength = after(new AdaptiveStrength(0.5, 0.6, ADAPT), 1, 0, 3);
        assertThat(strength.strength()).isEqualTo(0.5);

        after(strength, 1, 3, 1);
        assertThat(strength.strength()).isCloseTo(0.5 + MOVE, within(1e-6));
    }

    @Test
    void theMeanOfTheIntervalDecides() {
        AdaptiveStrength strength = new AdaptiveStrength(0.5, 0.6, ADAPT);
        float[] signs = {1, 1, 1, -0.5f};
        for (int i = 0; i < signs.length; i++) {
            strength.observe(i, signs[i], BATCH);
        }

        assertThat(strength.strength()).isGreaterThan(0.5);
    }

    @Test
    void fromNothingToAllItTakesAsManyPicturesAsAsked() {
        AdaptiveStrength strength = new AdaptiveStrength(0, 0.6, ADAPT);
        int steps = (int) (ADAPT / BATCH) - 1;

        after(strength, 1, 0, steps);
        assertThat(strength.strength()).isLessThan(1);
        after(strength, 1, steps, 4);
        assertThat(strength.strength()).isEqualTo(1);
    }

    @Test
    void itStaysWithinNothingAndAll() {
        assertThat(after(new AdaptiveStrength(0.99, 0.6, 100), 1, 0, 40).strength()).isEqualTo(1);
        assertThat(after(new AdaptiveStrength(0.01, 0.6, 100), -1, 0, 40).strength()).isZero();
    }

    @Test
    void aSavedOneGoesOnExactly() {
        AdaptiveStrength straight = after(new AdaptiveStrength(0.3, 0.6, ADAPT), 0.61f, 0, 6);
        AdaptiveStrength loaded = new AdaptiveStrength(0, 0.6, ADAPT);
        loaded.load(straight.toArray());

        after(straight, 0.7f, 6, 10);
        after(loaded, 0.7f, 6, 10);

        assertThat(loaded.toArray()).isEqualTo(straight.toArray());
        assertThat(loaded.strength()).isEqualTo(straight.strength());
    }

    private static AdaptiveStrength after(
            AdaptiveStrength strength, float sign, int from, int steps) {
        for (int i = from; i < from + steps; i++) {
            strength.observe(i, sign, BATCH);
        }
        return strength;
    }
}
