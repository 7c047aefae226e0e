package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sample} from a run, a row per label, and with less variety. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleFromRunTest {
    @TempDir private Path folder;
    private TinyModel trained;

    @BeforeAll
    void train(@TempDir Path shared) throws IOException {
        trained = TinyModel.make(shared);
    }

    @Test
    void aRunIsSampledAtItsLastSnapshotOrAnyOther() throws IOException {
        Path last = sample("last.png");
        Path named = sample("named.png", "--snapshot", 8);
        Path early = sample("early.png", "--snapshot", 4);
        Path exported = folder.resolve("exported.png");
        Path model = trained.export(folder.resolve("model"));
        Shell.done(
                "sample",
                "--model",
                model,
                "--out",
                exported,
                "--backend",
                "reference",
                "--seeds",
                "0-3");

        assertThat(last).hasSameBinaryContentAs(named).hasSameBinaryContentAs(exported);
        assertThat(Files.mismatch(last, early)).isNotEqualTo(-1);
    }

    @Test
    void everyLabelHasARowOfTheSameSeeds() throws IOException {
        Path rows = folder.resolve("rows.png");
        String said = Shell.done(args("--out", rows, "--rows", "species"));

        assertThat(said).contains("Rows: bat, newt", "8 pictures in " + rows);
        BufferedImage sheet = ImageIO.read(rows.toFile());
        assertThat(sheet.getWidth()).isEqualTo(4 * 64);
        assertThat(sheet.getHeight()).isEqualTo(2 * 64);
        BufferedImage newts = ImageIO.read(sample("newts.png", "--label", "species=newt").toFile());
        for (int x = 0; x < sheet.getWidth(); x++) {
            assertThat(sheet.getRGB(x, 64 + x % 64)).isEqualTo(newts.getRGB(x, x % 64));
        }
    }

    @Test
    void withoutVarietyAllPicturesAreOne() throws IOException {
        BufferedImage sheet =
                ImageIO.read(sample("psi.png", "--psi", "0", "--label", "species=bat").toFile());

        for (int x = 64; x < sheet.getWidth(); x++) {
            assertThat(sheet.getRGB(x, 30)).isEqualTo(sheet.getRGB(x - 64, 30));
        }
        assertThat(sample("one.png", "--psi", "1")).hasSameBinaryContentAs(sample("plain.png"));
    }

    @ParameterizedTest
    @CsvSource({
        "--psi, 2.5, '--psi: expected 0 to 2, found 2.5'",
        "--psi, NaN, '--psi: expected 0 to 2, found NaN'",
        "--rows, biome, 'No label group ''biome''; this model has [species]'",
        "--snapshot, 5, '--snapshot: expected one of [4, 8], found 5'",
        "--model, x, 'sample: expected --run or --model, found both'",
    })
    void aBadValueIsNamed(String option, String value, String message) throws IOException {
        Object[] args = args("--out", folder.resolve("bad.png"), option, value);
        assertThat(Shell.refused(folder, args)).isEqualTo(message);
    }

    @Test
    void whatContradictsItselfIsNamed() throws IOException {
        Path out = folder.resolve("bad.png");
        assertThat(
                        Shell.refused(
                                folder,
                                args("--out", out, "--rows", "species", "--label", "species=bat")))
                .isEqualTo("--rows: expected a group that --label leaves open, found species");
        assertThat(Shell.refused(folder, args("--out-dir", folder, "--rows", "species")))
                .isEqualTo("--rows: expected only --out with it, found --out-dir");
        assertThat(
                        Shell.refused(
                                folder,
                                "sample",
                                "--run",
                                trained.run(),
                                "--out",
                                out,
                                "--seeds",
                                "0-1000",
                                "--backend",
                                "reference",
                                "--rows",
                                "species"))
                .isEqualTo("--rows: expected at most 1024 pictures, found 2002");
    }

    private Path sample(String name, Object... more) {
        Path out = folder.resolve(name);
        Shell.done(Stream.of(args("--out", out), more).flatMap(Stream::of).toArray());
        return out;
    }

    private Object[] args(Object... more) {
        Object[] fixed = {
            "sample", "--run", trained.run(), "--backend", "reference", "--seeds", "0-3"
        };
        return Stream.of(fixed, more).flatMap(Stream::of).toArray();
    }
}
