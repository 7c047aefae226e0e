package latentwilds.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;

class SkyTest {
    private static final double WEEK = 7 * Daylight.DAY_SECONDS;

    @Test
    void theSameSeedHasTheSameWeatherAndAnotherSeedAnother() {
        int different = 0;
        for (double t = 0; t < WEEK; t += 20) {
            Weather here = sky(1).at(t, 0.5, 0.6);
            assertThat(sky(1).at(t, 0.5, 0.6)).isEqualTo(here);
            different += sky(2).at(t, 0.5, 0.6).equals(here) ? 0 : 1;
        }
        assertThat(different).isGreaterThan(20);
    }

    @Test
    void aRunBeginsBelowAClearSky() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(sky(seed).at(0, 0.1, 1).words()).isEqualTo("clear");
        }
    }

    @Test
    void itSnowsInTheColdAndRainsInTheWarmAndOftenerWhereItIsWet() {
        double rainDry = 0;
        double rainWet = 0;
        double clear = 0;
        int count = 0;
        for (double t = 0; t < WEEK; t += 20) {
            Weather cold = sky(3).at(t, 0.07, 0.6);
            Weather warm = sky(3).at(t, 0.7, 0.6);
            assertThat(cold.rain()).isZero();
            assertThat(warm.snow()).isZero();
            assertThat(cold.snow()).isEqualTo(warm.rain());
            rainDry += sky(3).at(t, 0.9, 0.05).rain();
            rainWet += sky(3).at(t, 0.9, 1).rain();
            clear += warm.equals(Weather.CLEAR) ? 1 : 0;
            count++;
        }
        assertThat(rainWet).isGreaterThan(3 * rainDry);
        assertThat(clear / count).as("share of clear sky").isBetween(0.3, 0.8);
    }

    @Test
    void weatherChangesSmoothlyInTimeAndPlace() {
        for (double t = 0; t < WEEK; t += 0.5) {
            Weather now = sky(4).at(t, 0.28, 0.7);
            near(sky(4).at(t + 0.5, 0.28, 0.7), now);
            near(sky(4).at(t, 0.281, 0.701), now);
        }
    }

    private static void near(Weather one, Weather other) {
        assertThat(one.rain()).isCloseTo(other.rain(), within(0.08f));
        assertThat(one.snow()).isCloseTo(other.snow(), within(0.08f));
        assertThat(one.fog()).isCloseTo(other.fog(), within(0.08f));
    }

    @Test
    void cloudsMakeTheLightGreyerAndAClearSkyLeavesIt() {
        Daylight noon = Daylight.after(0.2 * Daylight.DAY_SECONDS);
        assertThat(noon.under(Weather.CLEAR)).isEqualTo(noon);
        assertThat(noon.under(Weather.RAIN).saturation()).isLessThan(noon.saturation());
        assertThat(noon.under(Weather.RAIN).red()).isLessThan(noon.red());
    }

    @Test
    void weatherSaysWhatItIs() {
        assertThat(new Weather(0.5f, 0, 0.25f).words()).isEqualTo("rain 0.50, fog 0.25");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weather(1.5f, 0, 0))
                .withMessageContaining("rain 1.5");
    }

    private static Sky sky(long seed) {
        return new Sky(new Streams(new RunSeed(seed)));
    }
}
