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

/**
 * The whole game in a window of the machine that the tests run on; {@code ./check} gives it a
 * virtual one. Without any it fails: a GL test that is skipped would pass for green.
 */
class TourTest {
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
                assertThat(colours(image)).as("colours of %s", file).isGreaterThan(200);
            }
        }
        assertThat(names)
                .contains(
                        "01-title.png",
                        "02-new-run.png",
                        "cliff.png",
                        "dialogue.png",
                        "map.png",
                        "overlay.png",
                        "pushed.png",
                        "settings.png",
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
