package latentwilds.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HueTest {
    private static final int PALE_GREEN = 0xB6C8A8;
    private static final int GREEN = 0x3E9A2A;
    private static final int GREY = 0xC0C0C0;

    @Test
    void knownColoursAreWhereOkLabHasThem() {
        near(Hue.of(0xFFFFFF), 1, 0, 0);
        near(Hue.of(0x000000), 0, 0, 0);
        near(Hue.of(0xFF0000), 0.628, 0.225, 0.126);
        near(Hue.of(0x0000FF), 0.452, -0.032, -0.312);
    }

    private static void near(Hue hue, double light, double red, double yellow) {
        assertThat(hue.light()).isCloseTo(light, within(0.001));
        assertThat(hue.red()).isCloseTo(red, within(0.001));
        assertThat(hue.yellow()).isCloseTo(yellow, within(0.001));
    }

    @Test
    void hueCountsMoreThanStrength() {
        Hue darkGreen = Hue.of(0x7DA06C);
        assertThat(darkGreen.distance(Hue.of(GREEN)))
                .isLessThan(darkGreen.distance(Hue.of(0xA08F8C)));
        Hue pale = Hue.of(0xA8D0A8);
        assertThat(pale.distance(Hue.of(0x60C060)))
                .as("a pale green is a green")
                .isLessThan(pale.distance(Hue.of(0xBCBCBC)));
        assertThat(Hue.of(PALE_GREEN).distance(Hue.of(PALE_GREEN))).isZero();
    }

    @Test
    void whiteIsNearerToGreyThanToBlack() {
        assertThat(Hue.of(0xFFFFFF).distance(Hue.of(GREY)))
                .isLessThan(Hue.of(GREY).distance(Hue.of(0x101010)));
        assertThat(Hue.of(GREEN).distance(Hue.of(GREY)))
                .isEqualTo(Hue.of(GREY).distance(Hue.of(GREEN)));
    }
}
