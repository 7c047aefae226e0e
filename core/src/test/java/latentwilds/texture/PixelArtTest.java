package latentwilds.texture;

import static latentwilds.texture.MadeUpPictures.alpha;
import static latentwilds.texture.MadeUpPictures.colours;
import static latentwilds.texture.MadeUpPictures.creature;
import static latentwilds.texture.MadeUpPictures.drawn;
import static latentwilds.texture.MadeUpPictures.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import latentwilds.synthesis.Picture;
import org.junit.jupiter.api.Test;

class PixelArtTest {
    @Test
    void groundLosesItsMarginAndNothingElse() {
        Picture picture = numbered(7, 6);
        PixelImage ground = PixelArt.ground(picture, 2);

        assertThat(ground.width()).isEqualTo(3);
        assertThat(ground.height()).isEqualTo(2);
        for (int y = 0; y < 2; y++) {
            for (int x = 0; x < 3; x++) {
                int number = (y + 2) * 7 + x + 2;
                assertThat(ground.at(x, y))
                        .isEqualTo(number << 24 | (number + 50) << 16 | (number + 100) << 8 | 0xff);
            }
        }
    }

    private static Picture numbered(int width, int height) {
        int size = width * height;
        float[] values = new float[3 * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i % size + i / size * 50) / 127.5f - 1;
        }
        return new Picture(3, width, height, values);
    }

    @Test
    void groundValuesBeyondTheRangeAreClamped() {
        Picture picture = new Picture(3, 2, 1, new float[] {-1, 1, -1.5f, 1.5f, 0, 0});
        PixelImage ground = PixelArt.ground(picture, 0);

        assertThat(ground.at(0, 0)).isEqualTo(0x000080ff);
        assertThat(ground.at(1, 0)).isEqualTo(0xffff80ff);
    }

    @Test
    void groundThatIsAllMarginIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PixelArt.ground(numbered(6, 4), 2))
                .withMessageContaining("6 x 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PixelArt.ground(creature(0, 8), 1))
                .withMessageContaining("4 channels");
    }

    @Test
    void aPortraitKeepsSoftEdgesAndSmallPartsInFullColour() {
        float[] alphas = {0.05f, 0.2f, 0.6f, 1, 1, 0, 0.4f};
        PixelImage portrait =
                PixelArt.portrait(
                        MadeUpPictures.rgba(
                                7,
                                1,
                                (x, y) ->
                                        new float[] {200 / 255f, 100 / 255f, 50 / 255f, alphas[x]}),
                        SpriteStyle.FACE);

        assertThat(shape(portrait)).containsExactly(" #### #");
        assertThat(colours(portrait)).containsExactly(200 << 16 | 100 << 8 | 50);
        assertThat(alpha(portrait, 1, 0)).isEqualTo(51);
        assertThat(alpha(portrait, 2, 0)).isEqualTo(153);
        assertThat(alpha(portrait, 3, 0)).isEqualTo(255);
        assertThat(alpha(portrait, 6, 0)).isEqualTo(102);
    }

    @Test
    void aPortraitHasNoMoreColoursThanItsStyle() {
        PixelImage portrait = PixelArt.portrait(creature(3, 64), SpriteStyle.FACE);

        assertThat(colours(portrait)).hasSizeBetween(2, SpriteStyle.FACE.colours());
        assertThat(portrait.width()).isEqualTo(64);
    }

    @Test
    void aPortraitThatIsNowhereSolidStillHasItsColour() {
        PixelImage portrait =
                PixelArt.portrait(
                        MadeUpPictures.rgba(2, 2, (x, y) -> new float[] {1, 0, 0, 0.25f}),
                        SpriteStyle.FACE);

        assertThat(portrait.at(1, 1)).isEqualTo(0xff000040);
    }

    @Test
    void theMeanColourWeighsByAlphaAndIsOpaque() {
        byte[] rgba = {(byte) 200, 0, 10, (byte) 255, 100, 0, 10, 85, 9, 9, 9, 0};

        assertThat(PixelArt.meanColour(new PixelImage(3, 1, rgba)))
                .isEqualTo(175 << 24 | 10 << 8 | 0xff);
        assertThat(PixelArt.meanColour(PixelArt.portrait(drawn("  "), SpriteStyle.FACE))).isZero();
    }

    @Test
    void anImageOfTheWrongLengthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PixelImage(2, 2, new byte[15]))
                .withMessageContaining("16 bytes, found 15");
    }
}
