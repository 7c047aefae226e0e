package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import latentwilds.training.Fixtures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportErrorsTest {
    @TempDir private Path folder;
    private TinyModel trained;
    private Path run;
    private Path out;

    @BeforeAll
    void train(@TempDir Path shared) throws IOException {
        trained = TinyModel.make(shared);
    }

    /** Every test has its own copy of the run, to damage it. */
    @BeforeEach
    void copy() throws IOException {
        run = Files.createDirectories(folder.resolve("case-" + System.nanoTime()));
        out = run.resolveSibling(run.getFileName() + "-out").resolve("model");
        try (Stream<Path> files = Files.list(trained.run())) {
            for (Path file : files.toList()) {
                Files.copy(file, run.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void aSecondExportDoesNotOverwriteTheFirst() throws IOException {
        Shell.done("export", "--run", run, "--out", out);

        assertThat(export())
                .startsWith(out.resolve("generator.safetensors") + ": expected nothing there")
                .contains("nothing was overwritten. Give --replace or another place");

        Map<String, String> before = Fixtures.tree(out);
        Shell.done("export", "--run", run, "--out", out, "--replace", "--fp16");
        assertThat(Fixtures.tree(out)).hasSameSizeAs(before).isNotEqualTo(before);
    }

    @Test
    void aCardThatIsThereIsNotOverwritten() throws IOException {
        Path card = Fixtures.write(out.resolve("card.json"), new byte[] {1, 2});

        assertThat(export()).startsWith(card + ": expected nothing there, found a file");
    }

    @Test
    void whatElseIsInTheFolderStays() throws IOException {
        Path other = Fixtures.write(out.resolve("notes.txt"), new byte[] {1, 2});

        Shell.done("export", "--run", run, "--out", out);

        assertThat(other).hasBinaryContent(new byte[] {1, 2});
        assertThat(out.toFile().list())
                .containsExactlyInAnyOrder(
                        "notes.txt", "generator.safetensors", "card.json", "samples.png");
    }

    @Test
    void anOutputBelowAFileCannotBeWritten() throws IOException {
        Files.writeString(out.getParent(), "in the way");

        assertThat(export())
                .startsWith(out + ": cannot be written: ")
                .endsWith("Choose another --out");
    }

    @Test
    void aFolderThatIsNoRunIsNamed() throws IOException {
        Files.delete(run.resolve("run.json"));

        String message = run + ": expected a run folder with training_options.json and run.json";
        assertThat(export()).startsWith(message);
        assertThat(Shell.refused(folder, "resume", run)).startsWith(message);
    }

    @Test
    void damagedOptionsAreNamed() throws IOException {
        Path options = run.resolve("training_options.json");
        Files.writeString(options, "{\"kind\": ");

        assertThat(export())
                .startsWith(
                        options + ": expected what ./train train wrote there, found: Unexpected")
                .endsWith("Start a new run");
        Files.writeString(run.resolve("run.json"), "{}");
        assertThat(export())
                .startsWith(run.resolve("run.json") + ": expected what ./train train wrote there");
    }

    @Test
    void aRunWithoutSnapshotsIsNamed() throws IOException {
        deleteAll("snapshot-");

        assertThat(export())
                .isEqualTo(run + ": expected a run with snapshots, found none. Train it first");
    }

    @Test
    void anUnknownSnapshotIsAnsweredWithThoseThereAre() throws IOException {
        assertThat(export("--snapshot", 5))
                .isEqualTo("--snapshot: expected one of [4, 8], found 5");
    }

    @Test
    void aTruncatedSnapshotIsNamed() throws IOException {
        Path snapshot = run.resolve("snapshot-0000000008.safetensors");
        truncate(snapshot);

        assertThat(export()).startsWith(snapshot + ": data: expected ");
    }

    @Test
    void aMovedDatasetIsNamed() throws IOException {
        Path origin = run.resolve("run.json");
        String gone = folder.resolve("gone").toString();
        Files.writeString(
                origin, Files.readString(origin).replace(trained.dataset().toString(), gone));

        assertThat(export()).startsWith(gone + ": expected a prepared data set");
        assertThat(Shell.refused(folder, "resume", run))
                .startsWith(gone + ": expected a prepared data set");
    }

    @Test
    void aRunWithoutATickIsExportedAllTheSame() throws IOException {
        Files.delete(run.resolve("stats.jsonl"));

        Shell.done("export", "--run", run, "--out", out);

        assertThat(out.resolve("card.json")).content().contains("\"wallMinutes\" : 0.0");
    }

    private String export(Object... more) throws IOException {
        Object[] fixed = {"export", "--run", run, "--out", out};
        return Shell.refused(folder, Stream.concat(Stream.of(fixed), Stream.of(more)).toArray());
    }

    private void deleteAll(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(prefix)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void truncate(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
    }

    @Test
    void aModelIsExportedWithItsCard() throws IOException {
        Path model = folder.resolve("alone.safetensors");
        Files.writeString(model, "");
        assertThat(
                        Shell.refused(
                                folder,
                                "export",
                                "--model",
                                model,
                                "--out",
                                folder.resolve("elsewhere")))
                .isEqualTo(
                        "--model %s: expected a model's folder, whose card is exported too, found a file"
                                .formatted(model));
    }
}
