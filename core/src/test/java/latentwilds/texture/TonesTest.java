package latentwilds.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class TonesTest {
    private static final int NOTHING = -1;
    private static final int SKIN = 0x7D9B52;
    private static final int HAIR = 0x5A3A8A;
    private static final int COAT = 0x9A2020;
    private static final int HOOD = 0xE0D8C0;
    private static final int SHIELD = 0x20A0FF;
    private static final int SHADE = 0x151015;

    @Test
    void aPortraitIsItsSkinAndHairWithoutLinesAndEyes() {
        PixelImage bust =
                image(
                        64,
                        (x, y) -> {
                            boolean line = x % 8 == 0 || y % 16 == 0;
                            boolean eye = y == 33 && x % 8 > 3;
                            return x < 12 || x > 51 || y < 6
                                    ? NOTHING
                                    : y < 18 ? HAIR : line ? 0 : eye ? 0xFFFFFF : SKIN;
                        });
        assertThat(Tones.ofPortrait(bust)).isEqualTo(new Tones(SKIN, HAIR));
    }

    @Test
    void aFigureIsItsTrunkAndHeadWithoutRimShadeAndShield() {
        PixelImage figure =
                image(
                        33,
                        (x, y) -> {
                            boolean body = x >= 11 && x <= 21 && y >= 3;
                            boolean edge = x == 11 || x == 21 || y == 3 || y == 32;
                            boolean shield = x >= 24 && x <= 29 && y >= 12 && y <= 18;
                            return shield
                                    ? SHIELD
                                    : !body
                                            ? NOTHING
                                            : edge ? 0 : fold(x, y) ? SHADE : y < 13 ? HOOD : COAT;
                        });
        assertThat(Tones.ofFigure(figure)).isEqualTo(new Tones(COAT, HOOD));
    }

    private static boolean fold(int x, int y) {
        return x == 16 || y == 20;
    }

    @Test
    void whoIsEmptyIsBlack() {
        PixelImage empty = image(33, (x, y) -> NOTHING);
        assertThat(Tones.ofFigure(empty)).isEqualTo(new Tones(0, 0));
        assertThat(Tones.ofPortrait(empty)).isEqualTo(new Tones(0, 0));
    }

    @Test
    void theBodyWeighsMoreThanTheHead() {
        Tones orc = new Tones(SKIN, 0x272421);
        assertThat(orc.distance(orc)).isZero();
        assertThat(orc.distance(new Tones(SKIN, COAT)))
                .isPositive()
                .isLessThan(orc.distance(new Tones(COAT, 0x272421)));
    }

    @Test
    void whoWearsTheColourOfSkinIsBare() {
        Tones human = new Tones(0xE0B090, 0x402010);
        Tones head = new Tones(0x3050A0, 0x906850);
        assertThat(human.clothedDistance(head)).isCloseTo(0, within(1e-9));
        assertThat(human.clothedDistance(new Tones(0xE0B090, head.head())))
                .isGreaterThan(human.clothedDistance(new Tones(head.body(), COAT)));
    }

    @Test
    void linesAreReadOnLightSkinAndLostOnBlack() {
        assertThat(new Tones(0x000000, HAIR).legibility()).isCloseTo(1, within(1e-9));
        assertThat(new Tones(0xFFFFFF, HAIR).legibility()).isCloseTo(21, within(1e-9));
    }

    private static PixelImage image(int side, IntBinaryOperator colour) {
        byte[] rgba = new byte[4 * side * side];
        for (int i = 0; i < side * side; i++) {
            int rgb = colour.applyAsInt(i % side, i / side);
            if (rgb != NOTHING) {
                rgba[4 * i] = (byte) (rgb >> 16);
                rgba[4 * i + 1] = (byte) (rgb >> 8);
                rgba[4 * i + 2] = (byte) rgb;
                rgba[4 * i + 3] = (byte) 255;
            }
        }
        return new PixelImage(side, side, rgba);
    }
}
