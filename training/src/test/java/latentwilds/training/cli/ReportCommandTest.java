package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latentwilds.training.Fixtures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Reports and interpolations of a run that was really trained. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportCommandTest {
    @TempDir private Path folder;
    private TinyModel trained;

    @BeforeAll
    void train(@TempDir Path shared) throws IOException {
        trained = TinyModel.make(shared);
    }

    @Test
    void aRunIsReportedWithItsNeighbours() throws IOException {
        String said = Shell.done("report", trained.run(), "--json");

        Path page = trained.run().resolve("report.html");
        assertThat(said).contains(page + ": [finished]").contains("\"states\":[\"finished\"]");
        assertThat(Files.readString(page))
                .contains(
                        "<h1>tiny, 8 images</h1>", "state finished", "nearest to it\"><figcaption");
        // Sixteen samples with three neighbours each, four to a row: 16 x 4 pictures of 64 px.
        assertThat(ImageIO.read(trained.run().resolve("neighbours.png").toFile()).getWidth())
                .isEqualTo(16 * 64 + 3 * 16 + 4);
    }

    @Test
    void twoRunsAreComparedWhereTheUserSays() throws IOException {
        Path out = folder.resolve("deep/compared.html");

        Shell.done("report", trained.run(), trained.run(), "--out", out, "--no-neighbours");

        assertThat(Files.readString(out)).contains("<h1>2 runs compared</h1>");
        assertThat(Shell.refused(folder, "report", trained.run(), "--out", out))
                .startsWith(out + ": expected nothing there, found a file");
    }

    @Test
    void withoutItsDataSetARunIsReportedWithoutNeighbours() throws IOException {
        Path run = Files.createDirectories(folder.resolve("moved/00000-tiny"));
        for (String file : new String[] {"training_options.json", "stats.jsonl"}) {
            Files.copy(trained.run().resolve(file), run.resolve(file));
        }
        Files.copy(
                trained.run().resolve("snapshot-0000000008.safetensors"),
                run.resolve("snapshot-0000000008.safetensors"));
        Files.writeString(run.resolve("run.json"), "{\"dataset\":\"/gone\",\"groups\":{}}");

        assertThat(Shell.done("report", run))
                .contains("Without nearest neighbours: /gone: expected a prepared data set")
                .contains("report.html: [finished]");
    }

    @Test
    void whatIsNoRunIsNamed() throws IOException {
        assertThat(Shell.refused(folder, "report", folder))
                .startsWith(folder + ": expected a run folder");
        assertThat(Shell.refused(folder, "report")).contains("RUN_FOLDER", "./train report --help");
    }

    @Test
    void aPageBelowAFileCannotBeWritten() throws IOException {
        Path below = Fixtures.write(folder.resolve("file"), new byte[1]).resolve("a.html");

        assertThat(
                        Shell.refused(
                                folder, "report", trained.run(), "--no-neighbours", "--out", below))
                .startsWith(below + ": cannot be written: ")
                .endsWith("Choose another --out");
    }

    @Test
    void aRunIsWalkedThroughAsStripAndFilms() throws IOException {
        Path strip = folder.resolve("new/strip.png");
        Path gif = folder.resolve("walk.gif");
        Path apng = folder.resolve("walk.png");

        String said =
                interpolate(
                        "--seeds",
                        "4,7,22",
                        "--frames",
                        3,
                        "--loop",
                        "--label",
                        "species=bat",
                        "--out",
                        strip,
                        "--gif",
                        gif,
                        "--apng",
                        apng,
                        "--json");

        assertThat(said).contains("\"seeds\":[4,7,22]");
        assertThat(ImageIO.read(strip.toFile()).getWidth()).isEqualTo(3 * 64);
        assertThat(ImageIO.read(strip.toFile()).getHeight()).isEqualTo(3 * 64);
        assertThat(ImageIO.read(gif.toFile()).getWidth()).isEqualTo(256);
        assertThat(ImageIO.read(apng.toFile()).getWidth()).isEqualTo(256);
    }

    private String interpolate(Object... more) {
        Object[] fixed = {"interpolate", "--run", trained.run(), "--backend", "reference"};
        return Shell.done(Stream.of(fixed, more).flatMap(Stream::of).toArray());
    }
}
