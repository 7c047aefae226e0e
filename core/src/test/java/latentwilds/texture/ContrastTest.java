package latentwilds.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ContrastTest {
    @Test
    void luminanceAndRatioAreThoseOfTheStandard() {
        assertThat(Contrast.luminance(0)).isZero();
        assertThat(Contrast.luminance(0xffffff)).isEqualTo(1, offset(1e-12));
        // Reference values of WCAG checkers: #777777 on white is 4.48:1, #0000ff on white 8.59:1.
        assertThat(Contrast.ratio(Contrast.luminance(0x777777), 1)).isEqualTo(4.48, offset(0.005));
        assertThat(Contrast.ratio(1, Contrast.luminance(0x0000ff))).isEqualTo(8.59, offset(0.005));
        assertThat(Contrast.ratio(0, 1)).isEqualTo(21, offset(1e-9));
    }

    @Test
    void bodyAndRimAreMeasuredApart() {
        byte[] rgba = new byte[4 * 25];
        for (int y = 1; y < 4; y++) {
            for (int x = 1; x < 4; x++) {
                boolean middle = x == 2 && y == 2;
                for (int c = 0; c < 4; c++) {
                    rgba[4 * (5 * y + x) + c] = (byte) (middle || c == 3 ? 255 : 0);
                }
            }
        }
        PixelImage sprite = new PixelImage(5, 5, rgba);
        assertThat(Contrast.body(sprite)).isEqualTo(1, offset(1e-12));
        assertThat(Contrast.rim(sprite)).isZero();
    }

    @Test
    void aDarkCreatureOnDarkGroundGetsALightOutlineAndOnLightGroundADarkOne() {
        var picture = MadeUpPictures.creature(7, 32);
        int[] soot = {0x262626, 0x2c2c2c};
        double ground = Contrast.luminance(0x202020);
        var style = SpriteStyle.MONSTER;
        double onSoot =
                Contrast.rim(PixelArt.sprite(picture, style, soot, OptionalInt.of(0x202020)));
        double onSnow =
                Contrast.rim(PixelArt.sprite(picture, style, soot, OptionalInt.of(0xeeeeee)));
        assertThat(Contrast.ratio(onSoot, ground)).isGreaterThanOrEqualTo(Contrast.VISIBLE);
        assertThat(onSoot).isGreaterThan(ground);
        assertThat(onSnow).isLessThan(onSoot);
        assertThat(PixelArt.sprite(picture, style, soot, OptionalInt.of(0xeeeeee)).rgba())
                .isEqualTo(PixelArt.sprite(picture, style, soot).rgba());
    }
}
