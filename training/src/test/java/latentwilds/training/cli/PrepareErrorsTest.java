package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import latentwilds.training.Fixtures;
import latentwilds.training.dataset.Preparation;
import latentwilds.training.dataset.PreparationOptions;
import latentwilds.training.dataset.Recipe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrepareErrorsTest {
    private static final byte[] GOOD = Fixtures.png(Fixtures.image(32, 32, 1));

    @TempDir private Path folder;
    private Path out;

    @BeforeEach
    void place() {
        out = folder.resolve("new/set");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 60, 200, 1500})
    void aBrokenPngInAZipIsNamed(int kept) throws IOException {
        byte[] broken = kept < GOOD.length ? Arrays.copyOf(GOOD, kept) : GOOD.clone();
        for (int i = 60; i < broken.length; i++) {
            broken[i] ^= 0x55;
        }
        Path zip =
                Fixtures.zip(folder.resolve("art.zip"), Map.of("a.png", GOOD, "b/c.png", broken));

        assertThat(prepare(zip))
                .startsWith("art.zip!b/c.png: expected an image, found ")
                .endsWith("leave such files out with --skip-bad");
    }

    @Test
    void aTextFileInAZipIsNamed() throws IOException {
        byte[] text = "notes".getBytes(StandardCharsets.UTF_8);
        Path zip = Fixtures.zip(folder.resolve("art.zip"), Map.of("a.png", GOOD, "b.txt", text));
        Path disguised =
                Fixtures.zip(folder.resolve("other.zip"), Map.of("a.png", GOOD, "b.png", text));

        assertThat(prepare(zip))
                .startsWith("art.zip!b.txt: expected an image [.png")
                .contains("found another file. Remove it");
        assertThat(prepare(disguised))
                .startsWith("other.zip!b.png: expected an image, found something else. Remove it");
    }

    @ParameterizedTest
    @CsvSource({
        "31, 31, 'expected 32 x 32 pixels or a whole multiple, found 31 x 31'",
        "48, 48, 'expected 32 x 32 pixels or a whole multiple, found 48 x 48'",
        "16, 16, 'expected 32 x 32 pixels or a whole multiple, found 16 x 16'",
        "64, 32, 'expected a square image, found 64 x 32'"
    })
    void anImageOfTheWrongSizeIsNamedWithBothSizes(int width, int height, String message)
            throws IOException {
        Path images = folder.resolve("images");
        Fixtures.write(images.resolve("a.png"), GOOD);
        Fixtures.write(images.resolve("b.png"), Fixtures.image(width, height, 2));

        assertThat(prepare(images))
                .isEqualTo(
                        "images!b.png: "
                                + message
                                + "; --fit crop, pad or resize take others. Remove it, or leave"
                                + " such files out with --skip-bad");
    }

    @Test
    void whatCannotBeUsedIsLeftOutAndListedWhenAskedFor() throws IOException {
        Path zip =
                Fixtures.zip(
                        folder.resolve("art.zip"),
                        Map.of("a.png", GOOD, "b.png", new byte[9], "c.txt", new byte[1]));

        String said = Shell.done(args(zip, "--skip-bad"));

        assertThat(said)
                .contains("left out: art.zip!b.png: expected an image, found something else")
                .contains("left out: art.zip!c.txt: expected an image [")
                .contains("1 images of 32 x 32, 4 channels (0 held out)")
                .contains("2 unusable left out");
    }

    @Test
    void whatWasLeftOutIsKeptInTheSetWithASummary() throws IOException {
        Path images = folder.resolve("images");
        Fixtures.write(images.resolve("a.png"), GOOD);
        Fixtures.write(images.resolve("b.png"), Fixtures.image(31, 31, 2));
        Fixtures.write(images.resolve("c.png"), Fixtures.image(33, 33, 2));

        String said = Shell.done(args(images, "--skip-bad"));

        assertThat(said).contains("2 x expected N x N pixels or a whole multiple, found N x N");
        assertThat(Files.readString(out.resolve("refused.txt")))
                .contains("images!b.png: expected 32 x 32 pixels", "images!c.png: ");
    }

    @Test
    void otherSizesFitWhenAskedFor() throws IOException {
        Path images = folder.resolve("images");
        Fixtures.write(images.resolve("a.png"), Fixtures.image(40, 31, 2));

        assertThat(Shell.done(args(images, "--fit", "pad"))).contains("1 images of 32 x 32");
        assertThat(Shell.run(args(images, "--fit", "squeeze")).err())
                .contains("--fit", "squeeze", "EXACT, CROP, PAD, RESIZE, SMOOTH, TILE");
    }

    @Test
    void aTruncatedZipIsNoSource() throws IOException {
        Path zip = Fixtures.zip(folder.resolve("art.zip"), Map.of("a.png", GOOD, "b.png", GOOD));
        Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), 2000));

        assertThat(prepare(zip))
                .startsWith(zip + ": expected a folder or a zip of images, found a damaged zip (")
                .endsWith("Check the path");
    }

    @Test
    void namesThatLeadOutOfAZipAreNotFollowed() throws IOException {
        Path zip =
                Fixtures.zip(
                        folder.resolve("art.zip"), Map.of("a.png", GOOD, "../../evil.png", GOOD));

        assertThat(prepare(zip)).startsWith(zip + ": expected a folder or a zip of images, found");
        assertThat(folder.resolve("../evil.png")).doesNotExist();
    }

    @Test
    void aBombIsRefusedByItsHeader() throws IOException {
        byte[] bomb = GOOD.clone();
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) crc.getValue());
        Path images = folder.resolve("images");
        Fixtures.write(images.resolve("bomb.png"), bomb);

        assertThat(prepare(images))
                .startsWith(
                        "images!bomb.png: expected at most 67108864 pixels, found 60000 x 60000");
    }

    @Test
    void anImageThatAListNamesMustBeThere() throws IOException {
        Path images = folder.resolve("images");
        Fixtures.write(images.resolve("a.png"), GOOD);
        Files.writeString(images.resolve("manifest.csv"), "file,label\na.png,bat\nb.png,bat\n");

        assertThat(prepare(images))
                .startsWith("images!b.png: expected the image that the list names, found none");
    }

    @Test
    void aMistakeInAListIsNamed() throws IOException {
        Path images = folder.resolve("images");
        Fixtures.write(images.resolve("a.png"), GOOD);
        Files.writeString(images.resolve("manifest.jsonl"), "{\"file\": \"a.png\"}\nnonsense\n");

        assertThat(prepare(images))
                .startsWith(
                        images
                                + ": cannot be read: manifest.jsonl: line 2: expected one JSON"
                                + " object, found: Unrecognized token");
    }

    @Test
    void aFullDiskLeavesNothingBehind() throws IOException {
        Path images = Fixtures.tenImages(folder.resolve("images"));
        Configuration tiny = Configuration.unix().toBuilder().setMaxSize(1 << 15).build();
        try (FileSystem disk = Jimfs.newFileSystem(tiny)) {
            Path set = disk.getPath("new/set");
            Preparation preparation =
                    new Preparation(
                            new Recipe("t", 16, 4, null, null, "", null, null),
                            PreparationOptions.strict(0));

            assertThatThrownBy(() -> preparation.run(List.of(images), set))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith(set + ": cannot be written: ")
                    .hasMessageEndingWith("make room or check permissions");
            assertThat(Files.exists(disk.getPath("new"))).isFalse();
        }
    }

    @Test
    void eitherSourcesOrFetchingIsAskedFor() throws IOException {
        Path images = Fixtures.tenImages(folder.resolve("images"));

        assertThat(prepare(images, "--fetch", "--recipe", "tiles"))
                .startsWith("expected either --from or --fetch, found both");
        assertThat(Shell.refused(folder, "prepare", "--out", out, "--fetch"))
                .startsWith("--fetch: expected a --recipe that names origins, found none");
    }

    @Test
    void anEmptyFolderIsNoSource() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(prepare(empty))
                .startsWith("[" + empty + "]: expected images [.png")
                .contains("found none that can be used", "Check --from");
    }

    @Test
    void aPathThatDoesNotExistIsNoSource() throws IOException {
        Path missing = folder.resolve("nowhere.zip");

        assertThat(prepare(missing))
                .isEqualTo(
                        missing
                                + ": expected a folder or a zip of images, found nothing. Check"
                                + " the path");
    }

    @Test
    void anotherKindOfFileIsNoSource() throws IOException {
        Path image = Fixtures.write(folder.resolve("one.png"), GOOD);

        assertThat(prepare(image))
                .startsWith(image + ": expected a folder or a zip of images, found another kind");
    }

    @Test
    void missingLabelsAreAskedFor() throws IOException {
        Path images = folder.resolve("images");
        Fixtures.write(images.resolve("bat/a.png"), GOOD);
        Fixtures.write(images.resolve("stray.png"), Fixtures.image(32, 32, 2));

        assertThat(prepare(images, "--groups", "species"))
                .startsWith("images!stray.png: expected labels for [species], found ''")
                .contains("one folder per label", "manifest.txt");
        assertThat(prepare(images, "--groups", "species,gender"))
                .startsWith("images!bat/a.png: expected labels for [species, gender], found 'bat'");
    }

    @Test
    void anUnknownRecipeIsNamed() throws IOException {
        Path images = Fixtures.tenImages(folder.resolve("images"));

        assertThat(prepare(images, "--recipe", "dragons"))
                .startsWith("--recipe dragons: expected a recipe's file or the name of one in ")
                .endsWith("found neither");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"size\": 32} | channels: expected 3 (RGB) or 4 (RGBA), found 0",
                "{\"size\": 4, \"channels\": 4} | size: expected 8 to 4096 pixels, found 4",
                "{\"size\": 32, \"channels\": 4, \"sides\": 4} | unknown key 'sides'; known keys"
                        + " are [",
                "{\"size\": \"many\"} | 'size': Cannot deserialize value of type `int`",
                "{\"size\": 32 | Unexpected end-of-input",
                "null | found null",
                "{\"size\":32,\"channels\":4,\"rules\":[{\"label\":\"(\",\"to\":\"a\"}]}"
                        + "| rules: label: expected a regular expression, found (",
                "{\"size\":32,\"channels\":4,\"rules\":[{\"label\":\"a\"}]}"
                        + "| rules: to: expected a label, found none"
            })
    void aMistakeInARecipeIsNamed(String recipe, String message) throws IOException {
        Path images = Fixtures.tenImages(folder.resolve("images"));
        Path file = Files.writeString(folder.resolve("recipe.json"), recipe);

        // "found null" quotes the file.
        String said = Shell.run(args(images, "--recipe", file)).err();

        assertThat(said)
                .startsWith("error: " + file + ": expected a recipe, found")
                .contains(message);
        assertThat(said.strip().lines()).hasSize(1);
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "--size, big, 'Invalid value for option ''--size'''",
        "--size, 4, 'size: expected 8 to 4096 pixels, found 4'",
        "--channels, 2, 'channels: expected 3 (RGB) or 4 (RGBA), found 2'",
        "--held-out, 1.5, '--held-out: expected a fraction from 0 to less than 1, found 1.5'",
        "--held-out, NaN, '--held-out: expected a fraction from 0 to less than 1, found NaN'"
    })
    void aMistypedOptionValueIsNamed(String option, String value, String message)
            throws IOException {
        Path images = Fixtures.tenImages(folder.resolve("images"));

        assertThat(prepare(images, option, value)).startsWith(message);
    }

    @Test
    void aSetWithNothingToTrainOnIsRefused() throws IOException {
        Path images = Fixtures.tenImages(folder.resolve("images"));

        assertThat(prepare(images, "--size", 16, "--held-out", "0.99999"))
                .contains("expected images to train on, found that all 10 are held out")
                .endsWith("Give a smaller --held-out");
    }

    @Test
    void anOutputBelowAFileCannotBeWritten() throws IOException {
        Path images = Fixtures.tenImages(folder.resolve("images"));
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        out = file.resolve("deep/set");

        assertThat(prepare(images, "--size", 16))
                .startsWith(out + ": cannot be written: ")
                .contains(file.toString())
                .contains("Choose another --out");
    }

    @Test
    void anExistingOutputIsNotTouched() throws IOException {
        Path images = Fixtures.tenImages(folder.resolve("images"));
        Fixtures.write(out.resolve("dataset.json"), new byte[] {1, 2, 3});

        assertThat(prepare(images, "--size", 16))
                .startsWith(out + ": expected a new folder, found one that is there already")
                .contains("nothing was overwritten. Choose another --out");
    }

    @Test
    void aNeighbourNamedLikeAPartIsNotTouched() throws IOException {
        Path images = Fixtures.tenImages(folder.resolve("images"));
        Path neighbour = Fixtures.write(folder.resolve("new/set.part/mine"), new byte[] {7});

        Shell.done(args(images, "--size", 16));

        assertThat(neighbour).hasBinaryContent(new byte[] {7});
        assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**/.*");
        assertThat(out).isDirectoryContaining("glob:**/dataset.json");
    }

    private String prepare(Path from, Object... more) throws IOException {
        return Shell.refused(folder, args(from, more));
    }

    private Object[] args(Path from, Object... more) {
        Object[] fixed = {"prepare", "--from", from, "--out", out};
        Object[] all = Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return all;
    }
}
