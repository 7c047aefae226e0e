package latentwilds.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.Layer;
import latentwilds.synthesis.Picture;
import latentwilds.texture.PixelImage;
import org.junit.jupiter.api.Test;

class SpriteTallyTest {
    private static final int SIDE = 8;

    private static GeneratorSpec spec(String kind) {
        return new GeneratorSpec(
                kind,
                4,
                Condition.NONE,
                List.of(
                        new Layer.Dense(4, 4, 4, 4, Activation.RELU, false),
                        new Layer.UpConv(4, 4, Activation.TANH, false)),
                4,
                "");
    }

    /** Letters are colours, '.' is clear, '~' is half there. */
    private static PixelImage image(String... rows) {
        int w = rows[0].length();
        byte[] rgba = new byte[4 * w * rows.length];
        for (int i = 0; i < w * rows.length; i++) {
            char c = rows[i / w].charAt(i % w);
            rgba[4 * i] = (byte) c;
            rgba[4 * i + 3] = (byte) (c == '.' ? 0 : c == '~' ? 127 : 255);
        }
        return new PixelImage(w, rows.length, rgba);
    }

    /** Grey of some alpha in a rectangle, clear around it. */
    private static Picture rectangle(int left, int right, float alpha, Picture under) {
        float[] values = under.values().clone();
        for (int i = 0; i < SIDE * SIDE; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            if (x >= left && x < right && y >= 2 && y < 6) {
                for (int c = 0; c < 4; c++) {
                    values[c * SIDE * SIDE + i] = (c == 3 ? 2 : 1) * alpha - 1;
                }
            }
        }
        return new Picture(4, SIDE, SIDE, values);
    }

    private static Picture clear() {
        float[] values = new float[4 * SIDE * SIDE];
        java.util.Arrays.fill(values, -1);
        return new Picture(4, SIDE, SIDE, values);
    }

    @Test
    void cornersConnectAndOnlyWhatIsThereCounts() {
        SpriteForm form = SpriteForm.of(image("..a.", ".b.c", "~..d", "e...", "...f"));

        // a b c d hang together; e and f are parts of their own.
        assertThat(form.largestPart()).isEqualTo(4 / 6.0);
        assertThat(form.colours()).isEqualTo(6);
        assertThat(form.softShare()).isEqualTo(1 / 20.0);
    }

    @Test
    void anEmptyPictureIsNoShape() {
        assertThat(SpriteForm.of(image("..", ".."))).isEqualTo(new SpriteForm(0, 0, 0));
    }

    @Test
    void opacitiesAtTheEdgesOfTheRangeAreNotSoft() {
        byte[] rgba = new byte[4 * 5];
        byte[] alphas = {12, 13, (byte) 242, (byte) 243, (byte) 255};
        for (int i = 0; i < alphas.length; i++) {
            rgba[4 * i + 3] = alphas[i];
        }

        // 5 % of 255 is 12.75, 95 % is 242.25.
        assertThat(SpriteForm.of(new PixelImage(5, 1, rgba)).softShare()).isEqualTo(2 / 5.0);
    }

    @Test
    void spritesAreCountedAsTheGameFinishesThem() {
        SpriteTally tally = new SpriteTally(spec("monsters"), Map.of());
        tally.add(rectangle(1, 5, 0.7f, clear()), Map.of());

        Map<String, Double> figures = tally.figures();

        // One grey and the outline; alpha of 70 % has become solid.
        assertThat(figures)
                .containsEntry(Figures.COLOURS, 2.0)
                .containsEntry("softAlphaShare", 0.0);
        assertThat(figures).containsEntry(Figures.LARGEST_PART, 1.0);
    }

    @Test
    void portraitsKeepTheirSoftEdges() {
        SpriteTally tally = new SpriteTally(spec("faces"), Map.of());
        tally.add(rectangle(1, 5, 0.7f, clear()), Map.of());

        assertThat(tally.figures().get(Figures.SOFT_ALPHA)).isEqualTo(16 / 64.0);
    }

    @Test
    void figuresAreOverAllSprites() {
        SpriteTally tally = new SpriteTally(spec("monsters"), Map.of());
        for (int i = 0; i < 8; i++) {
            tally.add(rectangle(1, 5, 1, clear()), Map.of());
        }
        // 8 pixels each and an outline of 12: two parts of the same size.
        Picture two = rectangle(6, 8, 1, rectangle(0, 2, 1, clear()));
        tally.add(two, Map.of());
        tally.add(two, Map.of());

        Map<String, Double> figures = tally.figures();

        assertThat(figures.get(Figures.ONE_SHAPE)).isCloseTo(0.8, within(1e-9));
        assertThat(figures.get(Figures.LARGEST_PART)).isCloseTo(0.9, within(1e-9));
        assertThat(figures.get(Figures.LARGEST_PART_LOW)).isCloseTo(0.5, within(1e-9));
        assertThat(figures.get(Figures.MOST_COLOURS)).isEqualTo(2);
    }

    @Test
    void theCardsPaletteIsUsed() {
        Picture picture = rectangle(0, 2, 0.9f, rectangle(4, 8, 1, clear()));
        Map<String, List<String>> palettes = Map.of("*", List.of("#808080"));
        SpriteTally plain = new SpriteTally(spec("monsters"), Map.of());
        SpriteTally painted = new SpriteTally(spec("monsters"), palettes);
        float[] values = picture.values();
        for (int i = 0; i < SIDE * SIDE / 2; i++) {
            values[i] = Math.min(1, values[i] * 0.5f);
        }
        plain.add(picture, Map.of());
        painted.add(picture, Map.of());

        assertThat(painted.figures().get(Figures.COLOURS)).isEqualTo(2);
        assertThat(plain.figures().get(Figures.COLOURS)).isGreaterThan(2);
    }
}
