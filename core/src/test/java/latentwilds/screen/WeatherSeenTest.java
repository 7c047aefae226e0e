package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.glutils.FrameBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import latentwilds.game.Daylight;
import latentwilds.game.Weather;
import latentwilds.synthesis.gl.HiddenWindow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What falls is seen in a still picture, on dark ground and on bright. */
class WeatherSeenTest {
    private static final Path SHADERS = Path.of("..", "assets", "shaders");
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;

    /** Levels of 255 from the ground at which a player sees a pixel. */
    private static final int STRIKING = 40;

    private static final double MIDNIGHT = 0.64 * Daylight.DAY_SECONDS;

    private static HiddenWindow window;

    @BeforeAll
    static void open() {
        window = new HiddenWindow(3, 2);
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @ParameterizedTest
    @CsvSource({"0.15, 0", "0.5, 0", "0.85, 0", "0.5, 1"})
    void rainAndSnowStandOutFromTheGround(float ground, int night) {
        for (Weather weather : new Weather[] {Weather.RAIN, Weather.SNOW}) {
            double share = striking(weather, ground, night * MIDNIGHT);
            assertThat(share).as(weather.words()).isBetween(0.01, 0.2);
        }
    }

    @Test
    void theMoreFallsTheMoreIsSeen() {
        assertThat(striking(Weather.CLEAR, 0.5f, 0)).isZero();
        double rain = striking(new Weather(0.3f, 0, 0), 0.5f, 0);
        double snow = striking(new Weather(0, 0.3f, 0), 0.5f, 0);
        assertThat(rain).isPositive().isLessThan(0.7 * striking(Weather.RAIN, 0.5f, 0));
        assertThat(snow).isPositive().isLessThan(0.7 * striking(Weather.SNOW, 0.5f, 0));
    }

    @Test
    void thereIsLessLightBelowClouds() {
        for (Weather weather : new Weather[] {Weather.RAIN, Weather.SNOW}) {
            assertThat(median(picture(weather, 0.5f, 0)))
                    .as(weather.words())
                    .isLessThan(median(picture(Weather.CLEAR, 0.5f, 0)) - 15);
        }
    }

    /** Share of pixels that differ much from most of the picture. */
    private static double striking(Weather weather, float ground, double seconds) {
        int[] levels = picture(weather, ground, seconds);
        int most = median(levels);
        long count = Arrays.stream(levels).filter(l -> Math.abs(l - most) >= STRIKING).count();
        return (double) count / levels.length;
    }

    private static int median(int[] levels) {
        return Arrays.stream(levels).sorted().skip(levels.length / 2).findFirst().orElseThrow();
    }

    /** Levels of even ground below the weather. */
    private static int[] picture(Weather weather, float ground, double seconds) {
        return window.call(() -> draw(weather, ground, seconds));
    }

    private static int[] draw(Weather weather, float ground, double seconds) {
        CoreProfile.prepare();
        Grade grade =
                new Grade(
                        new FileHandle(SHADERS.resolve("grade.vert").toFile()),
                        new FileHandle(SHADERS.resolve("grade.frag").toFile()),
                        line -> {
                            throw new AssertionError(line);
                        });
        SpriteBatch batch = new SpriteBatch();
        FrameBuffer buffer = new FrameBuffer(Pixmap.Format.RGBA8888, WIDTH, HEIGHT, false);
        Pixmap plain = new Pixmap(1, 1, Pixmap.Format.RGBA8888);
        plain.setColor(ground, ground, ground, 1);
        plain.fill();
        Texture texture = new Texture(plain);
        buffer.begin();
        batch.getProjectionMatrix().setToOrtho2D(0, 0, WIDTH, HEIGHT);
        grade.begin(batch, Daylight.after(seconds), weather, 100);
        batch.begin();
        batch.draw(texture, 0, 0, WIDTH, HEIGHT);
        batch.end();
        grade.end(batch);
        Pixmap seen = Pixmap.createFromFrameBuffer(0, 0, WIDTH, HEIGHT);
        buffer.end();
        int[] levels = new int[WIDTH * HEIGHT];
        for (int i = 0; i < levels.length; i++) {
            int rgba = seen.getPixel(i % WIDTH, i / WIDTH);
            levels[i] = ((rgba >>> 24) + (rgba >> 16 & 255) + (rgba >> 8 & 255)) / 3;
        }
        seen.dispose();
        texture.dispose();
        plain.dispose();
        buffer.dispose();
        batch.dispose();
        grade.dispose();
        return levels;
    }
}
