package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latentwilds.training.Fixtures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesCommandTest {
    private static final String BAT = "species=bat";

    @TempDir private static Path folder;
    private static TinyModel model;
    private static Path image;

    @BeforeAll
    static void train() throws IOException {
        model = TinyModel.make(folder);
        image = folder.resolve("images/bat/0.png");
    }

    @Test
    void anImageIsShownWithTheDiscriminatorsMaps() throws IOException {
        Path out = folder.resolve("deep/image.png");

        JsonNode answer = answer("--image", image, "--label", BAT, "--out", out);

        BufferedImage sheet = ImageIO.read(out.toFile());
        assertThat(sheet.getWidth()).isEqualTo(16 * 68 - 4 + 32);
        // Fully opaque inside the frame, so the colours are the file's own.
        int colour = ImageIO.read(image.toFile()).getRGB(4, 7);
        assertThat(sheet.getRGB(16 + 4 * 8 + 3, 40 + 7 * 8 + 3)).isEqualTo(colour);
        assertThat(answer.path("generator")).isEmpty();
        assertThat(answer.path("discriminator").findValuesAsText("layer"))
                .containsExactly("stem", "to8", "to4");
        assertThat(answer.path("logit").isNumber()).isTrue();
        assertThat(answer.path("images").asLong()).isEqualTo(8);
    }

    @Test
    void aLargerImageIsShrunkToTheSameVerdict() throws IOException {
        BufferedImage small = ImageIO.read(image.toFile());
        BufferedImage large = new BufferedImage(48, 48, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 48 * 48; i++) {
            large.setRGB(i % 48, i / 48, small.getRGB(i % 48 / 3, i / 48 / 3));
        }
        Path file = Fixtures.write(folder.resolve("large/bat.png"), large);

        JsonNode one = answer("--image", image, "--label", BAT, "--out", folder.resolve("one.png"));
        JsonNode other =
                answer("--image", file, "--label", BAT, "--out", folder.resolve("other.png"));

        assertThat(other.path("logit")).isEqualTo(one.path("logit"));
        assertThat(folder.resolve("other.png")).hasSameBinaryContentAs(folder.resolve("one.png"));
    }

    @Test
    void aSeedIsShownWithBothNetworksMaps() throws IOException {
        Path out = folder.resolve("seed.png");

        JsonNode answer = answer("--seed", 1, "--out", out);

        assertThat(answer.path("labels").path("species").asText()).isEqualTo("newt");
        assertThat(answer.path("generator").findValuesAsText("layer"))
                .containsExactly("latent", "layers.0", "layers.1", "layers.2");
        assertThat(ImageIO.read(out.toFile()).getHeight()).isGreaterThan(600);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'features: expected --image FILE or --seed N, found neither'",
        "--seed=1 --image=a.png, 'features: expected --image FILE or --seed N, found both'",
        "--seed=x, 'Invalid value for option ''--seed'''",
        "--seed=1 --label=species=crow, 'No label ''crow'' in group ''species''; it has [bat, '",
        "--seed=1 --label=biome=sand, 'No label group ''biome''; this model has [species]'",
        "--image=images/bat/0.png, '--label: expected species=LABEL for this run, one of [bat,"
                + " newt]'",
        "--image=tiny.json --label=species=bat, '@tiny.json: expected an image, found something"
                + " else'",
        "--image=none.png --label=species=bat, '@none.png: expected an image, found no file. '"
    })
    void badInputIsNamed(String options, String message) throws IOException {
        Object[] given =
                Stream.of(options.split(" "))
                        .filter(o -> !o.isEmpty())
                        .map(o -> o.replace("--image=", "--image=" + folder + "/"))
                        .toArray();

        assertThat(refused(folder.resolve("a.png"), given))
                .startsWith(message.replace("@", folder + "/"));
    }

    @ParameterizedTest
    @CsvSource({
        "24, 24, 'expected 16 x 16 pixels or a whole multiple, found 24 x 24'",
        "32, 16, 'expected 16 x 16 pixels or a whole multiple, found 32 x 16'",
        "8, 8, 'expected 16 x 16 pixels or a whole multiple, found 8 x 8'"
    })
    void anImageOfAnotherSizeIsNamed(int width, int height, String message) throws IOException {
        Path file =
                Fixtures.write(
                        folder.resolve("odd/%dx%d.png".formatted(width, height)),
                        Fixtures.image(width, height, 1));

        assertThat(refused(folder.resolve("a.png"), "--image", file, "--label", BAT))
                .isEqualTo(
                        file
                                + ": "
                                + message
                                + ". Give an image as the run's data set holds them (16 px)");
    }

    @Test
    void aSheetThatIsThereIsOverwrittenOnlyWhenAskedTo() throws IOException {
        Path out = Files.write(folder.resolve("mine.png"), new byte[] {1});

        assertThat(refused(out, "--seed", 1)).startsWith(out + ": expected nothing there");
        answer("--seed", 1, "--replace", "--out", out);

        assertThat(Files.size(out)).isGreaterThan(100);
    }

    @Test
    void anUnwritablePlaceIsNamed() throws IOException {
        Path below = folder.resolve("tiny.json/deep/a.png");

        assertThat(refused(below, "--seed", 1))
                .startsWith(below + ": cannot be written: ")
                .endsWith("Choose another place");
    }

    @Test
    void aRunWithoutACheckpointIsNamed() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("no-checkpoint"));
        for (String file : new String[] {"training_options.json", "run.json"}) {
            Files.copy(model.run().resolve(file), empty.resolve(file));
        }
        Path out = folder.resolve("a.png");

        assertThat(Shell.refused(folder, "features", "--run", empty, "--seed", 1, "--out", out))
                .startsWith(empty + ": expected a checkpoint, found none. ");
        assertThat(Shell.refused(folder, "features", "--run", folder, "--seed", 1, "--out", out))
                .startsWith(folder + ": expected a run folder");
    }

    @Test
    void aCheckpointOfAnotherRunIsNamed() throws IOException {
        Path mixed = Files.createDirectory(folder.resolve("mixed"));
        try (Stream<Path> files = Files.list(model.run())) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".safetensors")) {
                    Files.copy(file, mixed.resolve(file.getFileName()));
                }
            }
        }
        Files.copy(model.run().resolve("run.json"), mixed.resolve("run.json"));
        String options = Files.readString(model.run().resolve("training_options.json"));
        Files.writeString(
                mixed.resolve("training_options.json"),
                options.replace("\"stem\" : 4", "\"stem\" : 6"));

        assertThat(
                        Shell.refused(
                                folder,
                                "features",
                                "--run",
                                mixed,
                                "--seed",
                                1,
                                "--out",
                                folder.resolve("a.png")))
                .startsWith(mixed + ": ")
                .contains("'stem.weight': expected 216 values, found 144");
    }

    private String refused(Path out, Object... more) throws IOException {
        Object[] fixed = {"features", "--run", model.run(), "--out", out};
        return Shell.refused(folder, Stream.of(fixed, more).flatMap(Stream::of).toArray());
    }

    private JsonNode answer(Object... more) throws IOException {
        Object[] fixed = {"features", "--json", "--run", model.run()};
        String said = Shell.done(Stream.of(fixed, more).flatMap(Stream::of).toArray());
        return JsonMapper.builder()
                .build()
                .readTree(said.strip().lines().reduce((a, b) -> b).orElseThrow());
    }
}
