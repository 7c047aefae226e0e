package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.graphics.glutils.FrameBuffer;
import java.util.Arrays;
import latentwilds.synthesis.gl.HiddenWindow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real pixels: a figure whose rows are told by their level of green, on even blue water. */
class FigureViewTest {
    private static final int SCALE = 3;
    private static final int SIDE = 64;

    /** Rows and columns of the sprite. */
    private static final int FIGURE = 30;

    private static final int FEET = 20;
    private static final Color WATER = new Color(0, 0, 0.6f, 1);
    private static final Wading DRY = new Wading(0, 0, 1);
    private static final Wading DEEP = new Wading(6, 1, 0);

    private static HiddenWindow window;

    @BeforeAll
    static void open() {
        window = new HiddenWindow(3, 2);
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @Test
    void onLandItStandsWholeOnItsFeetWithAShadowBelow() {
        Seen seen = draw(DRY, 1, false, 0);
        for (int row = 0; row < FIGURE; row++) {
            assertThat(seen.green(FEET + row)).as("row %d", row).isEqualTo(level(row));
        }
        assertThat(seen.darkest()).isLessThan(blue() - 40);
    }

    @Test
    void inWaterItIsSunkByWholeRowsAndSeenThroughTheSurface() {
        Seen seen = draw(DEEP, 1, false, 0);
        for (int row = 6; row < FIGURE; row++) {
            assertThat(seen.green(FEET + row - 6)).as("row %d", row).isEqualTo(level(row));
        }
        assertThat(seen.green(FEET + FIGURE - 6)).isZero();
        for (int row = 0; row < 6; row++) {
            assertThat(seen.green(FEET + row - 6))
                    .as("row %d", row)
                    .isBetween(1, level(row) * 3 / 4);
        }
        assertThat(seen.green(FEET - 7)).isZero();
        assertThat(seen.darkest()).as("no shadow on water").isGreaterThanOrEqualTo(blue());
    }

    @Test
    void onTheEdgeOfWaterItsShadowPales() {
        int whole = draw(DRY, 1, false, 0).darkest();
        int half = draw(new Wading(0, 1, 0.5f), 1, false, 0).darkest();
        assertThat(half).isBetween(whole + 15, blue() - 15);
    }

    @Test
    void aStepLiftsItByARowWhileTheSurfaceStays() {
        Seen still = draw(DEEP, 1, false, 0);
        Seen lifted = draw(DEEP, 1, true, 0);
        assertThat(lifted.green(FEET)).isEqualTo(level(5));
        assertThat(still.green(FEET)).isEqualTo(level(6));
        assertThat(lifted.green(FEET - 1)).isLessThan(level(4));
    }

    @Test
    void whoSleepsLiesLowAndInWaterTooStaysAboveIt() {
        Seen land = window.call(() -> picture(DRY, pose(1, false, true), 0));
        assertThat(land.green(FEET + FIGURE * 2 / 3 - 1)).isPositive();
        assertThat(land.green(FEET + FIGURE * 2 / 3)).isZero();
        Seen water = window.call(() -> picture(DEEP, pose(1, false, true), 0));
        int top = FEET + (FIGURE - DEEP.rows()) * 2 / 3;
        assertThat(water.green(top - 1)).isEqualTo(land.green(FEET + FIGURE * 2 / 3 - 1));
        assertThat(water.green(top)).isZero();
        assertThat(water.green(FEET - 1)).isBetween(1, level(DEEP.rows()) * 3 / 4);
    }

    @Test
    void itLooksBothWays() {
        assertThat(draw(DEEP, 1, false, 0).mirrored().levels)
                .isDeepEqualTo(draw(DEEP, -1, false, 0).levels);
    }

    @Test
    void ringsWidenOnWaterAndThereAreNoneOnLand() {
        int early = draw(DEEP, 1, false, 0.1).ringWidth();
        int later = draw(DEEP, 1, false, 1.6).ringWidth();
        assertThat(early).isPositive();
        assertThat(later).isGreaterThan(early);
        assertThat(draw(DRY, 1, false, 1.6).ringWidth()).isZero();
    }

    @Test
    void everyDrawnPixelIsASquareOfScreenPixels() {
        int[][][] levels = draw(DEEP, 1, false, 0.7).all;
        for (int y = 0; y < SIDE * SCALE; y++) {
            for (int x = 0; x < SIDE * SCALE; x++) {
                assertThat(levels[y][x]).isEqualTo(levels[y / SCALE * SCALE][x / SCALE * SCALE]);
            }
        }
    }

    private static int level(int row) {
        return 255 - 4 * row;
    }

    private static int blue() {
        return Math.round(255 * WATER.b);
    }

    /** What is drawn: levels of red, green and blue, a pixel for each drawn one, from the south. */
    private static final class Seen {
        private final int[][][] all;
        private final int[][][] levels = new int[SIDE][SIDE][];

        Seen(int[][][] all) {
            this.all = all;
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    levels[y][x] = all[y * SCALE][x * SCALE];
                }
            }
        }

        /** Of the figure, beside the rings. */
        int green(int y) {
            return levels[y][SIDE / 2 - 13][1];
        }

        /** Blue of the darkest pixel where neither figure nor ring is. */
        int darkest() {
            return Arrays.stream(levels)
                    .flatMap(Arrays::stream)
                    .filter(rgb -> rgb[0] == 0 && rgb[1] == 0)
                    .mapToInt(rgb -> rgb[2])
                    .min()
                    .orElseThrow();
        }

        /** Pixels of the row of the surface from the first that has red to the last. */
        int ringWidth() {
            int first = SIDE;
            int last = -1;
            for (int x = 0; x < SIDE; x++) {
                if (levels[FEET][x][0] > 0) {
                    first = Math.min(first, x);
                    last = x;
                }
            }
            return Math.max(0, last - first + 1);
        }

        Seen mirrored() {
            int[][][] other = new int[SIDE * SCALE][SIDE * SCALE][];
            for (int y = 0; y < SIDE * SCALE; y++) {
                for (int x = 0; x < SIDE * SCALE; x++) {
                    other[y][x] = all[y][SIDE * SCALE - 1 - x];
                }
            }
            return new Seen(other);
        }
    }

    private static Seen draw(Wading wading, int facing, boolean lifted, double seconds) {
        return window.call(() -> picture(wading, pose(facing, lifted, false), seconds));
    }

    private static FigureView.Pose pose(int facing, boolean lifted, boolean asleep) {
        return new FigureView.Pose(1, facing, lifted, asleep, Color.WHITE, 0);
    }

    private static Seen picture(Wading wading, FigureView.Pose pose, double seconds) {
        CoreProfile.prepare();
        int size = SIDE * SCALE;
        SpriteBatch batch = new SpriteBatch();
        FrameBuffer buffer = new FrameBuffer(Pixmap.Format.RGBA8888, size, size, false);
        Texture white = new Texture(pixel());
        Texture figure = new Texture(figure());
        FigureView view = new FigureView(new TextureRegion(white), Color.RED);
        view.frame(SCALE, seconds);
        buffer.begin();
        batch.getProjectionMatrix().setToOrtho2D(0, 0, SIDE, SIDE);
        batch.begin();
        batch.setColor(WATER);
        batch.draw(white, 0, 0, SIDE, SIDE);
        view.draw(batch, new TextureRegion(figure), pose, wading, SIDE / 2f, FEET);
        batch.end();
        Pixmap seen = Pixmap.createFromFrameBuffer(0, 0, size, size);
        buffer.end();
        int[][][] levels = new int[size][size][];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int rgba = seen.getPixel(x, y);
                levels[y][x] = new int[] {rgba >>> 24, rgba >> 16 & 255, rgba >> 8 & 255};
            }
        }
        seen.dispose();
        figure.dispose();
        white.dispose();
        buffer.dispose();
        batch.dispose();
        return new Seen(levels);
    }

    private static Pixmap pixel() {
        Pixmap pixel = new Pixmap(1, 1, Pixmap.Format.RGBA8888);
        pixel.setColor(Color.WHITE);
        pixel.fill();
        return pixel;
    }

    /** All columns but the easternmost. */
    private static Pixmap figure() {
        Pixmap figure = new Pixmap(FIGURE, FIGURE, Pixmap.Format.RGBA8888);
        for (int row = 0; row < FIGURE; row++) {
            for (int x = 0; x < FIGURE - 1; x++) {
                figure.drawPixel(x, FIGURE - 1 - row, level(row) << 16 | 0xff);
            }
        }
        return figure;
    }
}
