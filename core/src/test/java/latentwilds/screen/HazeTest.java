package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HazeTest {
    @Test
    void theMiddleOfWhatWasSeenIsClearAndFarAwayNothingIs() {
        Haze.Seen half = (x, y) -> x < 4;
        assertThat(Haze.at(half, 2, 3)).isEqualTo(1);
        assertThat(Haze.at(half, 3.5f, 3)).isEqualTo(1);
        assertThat(Haze.at(half, 4.5f, 3)).isZero();
    }

    @Test
    void theEdgeHasNoStep() {
        Haze.Seen corner = (x, y) -> x < 4 && y < 4;
        for (float x = 0; x < 7; x += 0.125f) {
            for (float y = 0; y < 7; y += 0.125f) {
                float here = Haze.at(corner, x, y);
                assertThat(Haze.at(corner, x + 0.125f, y)).isCloseTo(here, within(0.35f));
                assertThat(Haze.at(corner, x, y + 0.125f)).isCloseTo(here, within(0.35f));
            }
        }
    }

    @Test
    void coloursAreMixedChannelByChannel() {
        assertThat(Haze.mix(0xff000000, 0xffff8040, 0.5f)).isEqualTo(0xff804020);
        assertThat(Haze.mix(0xff102030, 0xffff8040, 0)).isEqualTo(0xff102030);
        assertThat(Haze.mix(0xff102030, 0xffff8040, 1)).isEqualTo(0xffff8040);
    }
}
