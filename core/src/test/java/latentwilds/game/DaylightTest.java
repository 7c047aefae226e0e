package latentwilds.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DaylightTest {
    @Test
    void byDayNothingIsTinted() {
        for (double share : new double[] {0, 0.1, 0.2, 0.3}) {
            assertThat(Daylight.after(share * Daylight.DAY_SECONDS))
                    .isEqualTo(new Daylight(1, 1, 1, 1));
        }
    }

    @Test
    void nightIsDarkAndBlue() {
        Daylight night = Daylight.after(0.6 * Daylight.DAY_SECONDS);
        assertThat(night.red()).isLessThan(0.5f);
        assertThat(night.blue()).isGreaterThan(night.green()).isGreaterThan(night.red());
        assertThat(night.saturation()).isLessThan(1);
    }

    @Test
    void lightChangesSmoothlyAndComesBackEveryDay() {
        Daylight last = Daylight.after(0);
        for (double t = 0; t <= Daylight.DAY_SECONDS; t += 0.5) {
            Daylight now = Daylight.after(t);
            assertThat(now.red()).isCloseTo(last.red(), within(0.02f));
            assertThat(now.green()).isCloseTo(last.green(), within(0.02f));
            assertThat(now.blue()).isCloseTo(last.blue(), within(0.02f));
            Daylight tomorrow = Daylight.after(t + Daylight.DAY_SECONDS);
            assertThat(tomorrow.red()).isCloseTo(now.red(), within(1e-4f));
            last = now;
        }
    }
}
