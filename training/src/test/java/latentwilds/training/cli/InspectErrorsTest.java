package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import latentwilds.training.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectErrorsTest {
    private static final byte[] GOOD = Fixtures.png(Fixtures.image(32, 32, 1));

    @TempDir private Path folder;

    @Test
    void aSetIsDescribedInOneObject() throws IOException {
        Fixtures.tenImages(folder.resolve("in"));

        String said = Shell.done("inspect", folder.resolve("in"), "--json");

        String last = said.strip().lines().reduce((a, b) -> b).orElseThrow();
        JsonNode json = JsonMapper.builder().build().readTree(last);
        assertThat(json.path("images").asInt()).isEqualTo(10);
        assertThat(json.path("labels").path("bat").path("images").asInt()).isEqualTo(5);
        assertThat(json.path("contrast").path("median").isNumber()).isTrue();
        assertThat(json.path("verdict")).isNotEmpty();
        assertThat(json.path("contactSheet").isNull()).isTrue();
    }

    /** A frame of transparent pixels has no colour to go on across the border. */
    @Test
    void whatNoImageTellsIsSaid() throws IOException {
        Fixtures.tenImages(folder.resolve("in"));

        String said = Shell.done("inspect", folder.resolve("in"), "--json");

        assertThat(said)
                .contains("step across the border / inside: no image tells")
                .contains("\"edge\":{\"low\":null,\"median\":null,\"high\":null}")
                .doesNotContain("NaN");
    }

    @Test
    void aPreparedSetsContactSheetIsNamed() throws IOException {
        Path set = folder.resolve("set");
        Shell.done(
                "prepare",
                "--from",
                Fixtures.tenImages(folder.resolve("in")),
                "--size",
                16,
                "--out",
                set);

        assertThat(Shell.done("inspect", set)).contains("Look at " + set.resolve("contact.png"));
    }

    @Test
    void whatCannotBeReadIsListed() throws IOException {
        Fixtures.tenImages(folder.resolve("in"));
        Fixtures.write(folder.resolve("in/cut.png"), Arrays.copyOf(GOOD, 100));
        Files.writeString(folder.resolve("in/notes.txt"), "hello");

        assertThat(Shell.done("inspect", folder.resolve("in")))
                .contains("unusable: in!cut.png: expected an image, found a damaged one")
                .contains("unusable: in!notes.txt: expected an image [")
                .contains("- 2 files cannot be used: prepare needs --skip-bad");
    }

    @Test
    void placesWithoutImagesAreRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path file = Fixtures.write(folder.resolve("one.png"), GOOD);
        Path missing = folder.resolve("nowhere");

        assertThat(refused(empty)).startsWith(empty + ": expected images [").contains("found none");
        assertThat(refused(file))
                .startsWith(file + ": expected a folder or a zip of images, found");
        assertThat(refused(missing))
                .contains("expected a folder or a zip of images, found nothing");
    }

    @Test
    void aTruncatedZipIsRefused() throws IOException {
        Path zip = Fixtures.zip(folder.resolve("art.zip"), Map.of("a.png", GOOD, "b.png", GOOD));
        Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), 2000));

        assertThat(refused(zip))
                .startsWith(zip + ": expected a folder or a zip of images, found a damaged zip (");
    }

    @Test
    void aDamagedManifestIsRefused() throws IOException {
        Fixtures.write(
                folder.resolve("set/dataset.json"),
                "{\"version\": 1".getBytes(StandardCharsets.UTF_8));

        assertThat(refused(folder.resolve("set")))
                .startsWith(
                        folder.resolve("set/dataset.json") + ": expected a data set's manifest");
    }

    private String refused(Path place) throws IOException {
        return Shell.refused(folder, "inspect", place);
    }
}
