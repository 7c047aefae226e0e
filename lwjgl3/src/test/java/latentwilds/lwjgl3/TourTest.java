package latentwilds.lwjgl3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole game in a window of the machine that the tests run on; {@code ./check} gives it a
 * virtual one. Without any it fails: a GL test that is skipped would pass for green.
 */
class TourTest {
    /** Pixels at this window's size. */
    private static final int METRE = 16;

    @TempDir static Path folder;

    private static JsonNode first;
    private static JsonNode second;

    @BeforeAll
    static void tourTwice() throws IOException {
        first = tour("first", "auto", Play::game);
        // The second one as the slim distribution has it.
        second = tour("second", "reference", a -> Play.slim(folder.resolve("loaded.log"), a));
    }

    private interface Start {
        Play.Ended game(String... arguments) throws IOException;
    }

    private static JsonNode tour(String name, String backend, Start start) throws IOException {
        Path out = folder.resolve(name);
        Play.Ended ended =
                start.game(
                        "--seed",
                        "test",
                        "--size",
                        "640x360",
                        "--backend",
                        backend,
                        "--tour",
                        out.toString());
        assertThat(ended.errors()).as("what the game said").isEmpty();
        assertThat(ended.code()).isZero();
        return JsonMapper.builder().build().readTree(out.resolve("tour.json").toFile());
    }

    @Test
    void everyPictureIsThereAndShowsSomething() throws IOException {
        Set<String> names = new HashSet<>();
        try (var files = Files.list(folder.resolve("first"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".png")).toList()) {
                names.add(file.getFileName().toString());
                BufferedImage image = ImageIO.read(file.toFile());
                assertThat(image.getWidth()).isEqualTo(640);
                assertThat(image.getHeight()).isEqualTo(360);
                assertThat(colours(image))
                        .as("colours of %s", file)
                        .isGreaterThan(file.toString().contains("at-once") ? 40 : 200);
            }
        }
        assertThat(names)
                .contains(
                        "01-title.png",
                        "02-new-run.png",
                        "camp.png",
                        "cliff.png",
                        "dialogue.png",
                        "map.png",
                        "overlay.png",
                        "pushed.png",
                        "ruin.png",
                        "settings.png",
                        "shrine.png",
                        "water.png",
                        "weather-fog.png",
                        "weather-rain.png",
                        "weather-snow.png");
        assertThat(names.stream().filter(n -> n.startsWith("world-"))).hasSize(4);
    }

    @Test
    void whoGoesToTheWaterSeesMuchOfIt() throws IOException {
        BufferedImage water = ImageIO.read(folder.resolve("first/water.png").toFile());
        int blue = 0;
        for (int y = 0; y < water.getHeight(); y++) {
            for (int x = 0; x < water.getWidth(); x++) {
                int rgb = water.getRGB(x, y);
                blue += (rgb & 0xff) > (rgb >> 16 & 0xff) + 48 ? 1 : 0;
            }
        }
        assertThat(blue / (double) (water.getWidth() * water.getHeight())).isGreaterThan(0.25);
    }

    /** Ground that is not synthesised yet is there in its mean colours. */
    @ParameterizedTest
    @ValueSource(strings = {"ruin", "shrine", "camp"})
    void whoArrivesFarAwaySeesTheColoursOfThePlaceAtOnceAndNoBlack(String name) throws IOException {
        BufferedImage before = read("first/" + name + "-at-once.png");
        BufferedImage after = read("first/" + name + ".png");
        int flat = 0;
        int dark = 0;
        double difference = 0;
        int squares = 0;
        // Below the panels, in squares of a metre.
        for (int y = 160; y < 344; y += METRE) {
            for (int x = 8; x < 616; x += METRE) {
                double[] square = mean(before, x, y);
                double[] later = mean(after, x, y);
                flat += square[3] < 2 ? 1 : 0;
                dark += square[0] + square[1] + square[2] < 60 ? 1 : 0;
                for (int c = 0; c < 3; c++) {
                    difference += Math.abs(square[c] - later[c]) / 3;
                }
                squares++;
            }
        }
        assertThat(flat).isGreaterThan(squares / 10);
        assertThat(dark).isLessThan(squares / 20);
        assertThat(difference / squares).isLessThan(40);
    }

    private static BufferedImage read(String name) throws IOException {
        return ImageIO.read(folder.resolve(name).toFile());
    }

    /** Red, green, blue of a square metre, and the largest deviation from the green. */
    private static double[] mean(BufferedImage image, int left, int top) {
        double[] mean = new double[4];
        int least = 255;
        int most = 0;
        for (int i = 0; i < METRE * METRE; i++) {
            int rgb = image.getRGB(left + i % METRE, top + i / METRE);
            for (int c = 0; c < 3; c++) {
                mean[c] += (rgb >> 16 - 8 * c & 0xff) / (double) (METRE * METRE);
            }
            least = Math.min(least, rgb >> 8 & 0xff);
            most = Math.max(most, rgb >> 8 & 0xff);
        }
        mean[3] = most - least;
        return mean;
    }

    private static int colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }

    @Test
    void theSameSeedIsTheSameWorldOnEveryBackend() {
        assertThat(first.get("world")).isEqualTo(second.get("world"));
        assertThat(first.get("world").get("entitiesAtEnd").size()).isGreaterThan(30);
    }

    @Test
    void theSlimGameLoadsNoClassOfDjl() throws IOException {
        try (var lines = Files.lines(folder.resolve("loaded.log"))) {
            List<String> loaded =
                    lines.filter(l -> l.contains("latentwilds.") || l.contains("ai.djl.")).toList();
            assertThat(loaded)
                    .anyMatch(l -> l.contains("latentwilds.synthesis.BackendChooser"))
                    .noneMatch(l -> l.contains("ai.djl."));
        }
    }

    @Test
    void theReportSaysWhatRan() {
        assertThat(first.get("backends").get("terrain").asText()).isEqualTo("torch");
        assertThat(second.get("backends").get("terrain").asText()).isEqualTo("reference");
        assertThat(first.get("glRenderer").asText()).isNotBlank();
        assertThat(first.get("talked").asBoolean()).isTrue();
        assertThat(first.get("playableMillis").asLong()).isPositive();
        assertThat(first.get("visits")).allMatch(v -> v.get("creaturesOnScreen").asInt() >= 6);
    }
}
