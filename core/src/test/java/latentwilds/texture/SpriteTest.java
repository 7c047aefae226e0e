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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpriteTest {
    private static final SpriteStyle PLAIN = new SpriteStyle(16, 0.5f, false);
    private static final SpriteStyle OUTLINED = new SpriteStyle(16, 0.5f, true);

    @ParameterizedTest
    @CsvSource({"2, true", "2, false", "5, true", "16, true", "16, false", "256, true"})
    void aSpriteHasNoMoreColoursThanItsStyleAndEveryPixelIsOpaqueOrEmpty(
            int most, boolean outline) {
        for (int seed = 0; seed < 20; seed++) {
            PixelImage sprite =
                    PixelArt.sprite(creature(seed, 32), new SpriteStyle(most, 0.5f, outline));

            assertThat(colours(sprite)).hasSizeLessThanOrEqualTo(most).hasSizeGreaterThan(1);
            for (int y = 0; y < sprite.height(); y++) {
                for (int x = 0; x < sprite.width(); x++) {
                    assertThat(alpha(sprite, x, y)).isIn(0, 255);
                }
            }
        }
    }

    @Test
    void theSamePictureMakesTheSameSprite() {
        assertThat(PixelArt.sprite(creature(7, 32), SpriteStyle.MONSTER).rgba())
                .containsExactly(PixelArt.sprite(creature(7, 32), SpriteStyle.MONSTER).rgba());
    }

    @Test
    void fewColoursAreKeptExactly() {
        PixelImage sprite = PixelArt.sprite(drawn("abcd", "efgh", "ijkl", "mnop"), PLAIN);
        PixelImage exact =
                PixelArt.portrait(
                        drawn("abcd", "efgh", "ijkl", "mnop"), new SpriteStyle(256, 0.5f, false));

        assertThat(colours(sprite)).hasSize(16);
        assertThat(sprite.rgba()).containsExactly(exact.rgba());
    }

    @Test
    void likeColoursShareAPaletteColourAndUnlikeOnesDoNot() {
        PixelImage sprite =
                PixelArt.sprite(
                        MadeUpPictures.rgba(
                                8,
                                8,
                                (x, y) ->
                                        new float[] {
                                            (x < 4 ? 200 : 20) / 255f, (100 + y % 3) / 255f, 0.5f, 1
                                        }),
                        new SpriteStyle(2, 0.5f, false));

        assertThat(sprite.at(0, 0) >>> 24).isEqualTo(200);
        assertThat(sprite.at(7, 0) >>> 24).isEqualTo(20);
        assertThat(colours(sprite)).hasSize(2);
    }

    @Test
    void crumbsGoAndLimbsStay() {
        // 50 pixels with their diagonal tail; 4 are 8 %, 3 are not.
        PixelImage sprite =
                PixelArt.sprite(
                        drawn(
                                "aaaaaaa      bb",
                                "aaaaaaa      bb",
                                "aaaaaaa        ",
                                "aaaaaaa        ",
                                "aaaaaaa      cc",
                                "aaaaaaa      c ",
                                "aaaaaaa        ",
                                "       a       "),
                        PLAIN);

        assertThat(shape(sprite))
                .containsExactly(
                        "#######      ##",
                        "#######      ##",
                        "#######        ",
                        "#######        ",
                        "#######        ",
                        "#######        ",
                        "#######        ",
                        "       #       ");
    }

    @Test
    void anOutlineRunsAroundTheShapeAndLeavesItsPixelsAlone() {
        Picture picture = drawn("ab a", "aba ", "bb  ");
        PixelImage plain = PixelArt.sprite(picture, PLAIN);
        PixelImage outlined = PixelArt.sprite(picture, OUTLINED);

        assertThat(shape(outlined))
                .containsExactly(" ## # ", "######", "##### ", "####  ", " ##   ");
        int line = outlined.at(1, 0);
        for (int y = 0; y < outlined.height(); y++) {
            for (int x = 0; x < outlined.width(); x++) {
                boolean inside = x > 0 && y > 0 && x < 5 && y < 4;
                int before = inside ? plain.at(x - 1, y - 1) : 0;
                if (before != 0) {
                    assertThat(outlined.at(x, y)).isEqualTo(before);
                } else {
                    assertThat(outlined.at(x, y)).isIn(0, line);
                }
            }
        }
        assertThat(colours(plain)).doesNotContain(line >>> 8);
    }

    @Test
    void anEdgeThatIsAsDarkAsTheLineGetsNoSecondOne() {
        // White with black ink on its left and under it.
        PixelImage sprite =
                PixelArt.sprite(
                        MadeUpPictures.rgba(
                                3,
                                2,
                                (x, y) ->
                                        x == 0 || y == 1
                                                ? new float[] {0, 0, 0, 1}
                                                : new float[] {1, 1, 1, 1}),
                        OUTLINED);

        assertThat(shape(sprite)).containsExactly("  ## ", " ####", " ### ", "     ");
    }

    @Test
    void anOutlineIsADarkTintOfTheDarkestColour() {
        PixelImage sprite =
                PixelArt.sprite(
                        MadeUpPictures.rgba(
                                2,
                                1,
                                (x, y) ->
                                        x == 0
                                                ? new float[] {200 / 255f, 100 / 255f, 0, 1}
                                                : new float[] {1, 1, 1, 1}),
                        OUTLINED);

        assertThat(sprite.at(0, 1)).isEqualTo(80 << 24 | 40 << 16 | 0xff);
        assertThat(sprite.at(3, 1)).isEqualTo(80 << 24 | 40 << 16 | 0xff);
    }

    @Test
    void aHalfCoveredEdgeKeepsTheColourOfTheThing() {
        PixelImage sprite =
                PixelArt.sprite(
                        MadeUpPictures.rgba(
                                5,
                                1,
                                (x, y) ->
                                        new float[] {
                                            200 / 255f,
                                            100 / 255f,
                                            50 / 255f,
                                            new float[] {0.1f, 0.55f, 1, 0.6f, 0.3f}[x]
                                        }),
                        PLAIN);

        assertThat(shape(sprite)).containsExactly(" ### ");
        assertThat(colours(sprite)).containsExactly(200 << 16 | 100 << 8 | 50);
    }

    @Test
    void anEmptyPictureMakesAnEmptySprite() {
        PixelImage sprite = PixelArt.sprite(drawn("   ", "   "), OUTLINED);

        assertThat(sprite.width()).isEqualTo(5);
        assertThat(sprite.height()).isEqualTo(4);
        assertThat(sprite.rgba()).containsOnly(0);
    }

    @Test
    void aPictureWithoutAlphaIsRefused() {
        Picture rgb = new Picture(3, 1, 1, new float[3]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PixelArt.sprite(rgb, PLAIN))
                .withMessageContaining("4 channels, found 3");
    }

    @Test
    void aStyleChecksItsRanges() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SpriteStyle(1, 0.5f, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpriteStyle(257, 0.5f, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpriteStyle(8, 0, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpriteStyle(8, Float.NaN, true));
    }
}
