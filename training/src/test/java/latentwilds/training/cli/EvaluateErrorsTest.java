package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What evaluate refuses: one line each, and nothing is changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluateErrorsTest {
    @TempDir private Path folder;
    private TinyModel trained;
    private Path dataset;

    @BeforeAll
    void train(@TempDir Path shared) throws IOException {
        trained = TinyModel.make(shared);
        dataset = EvaluateTest.dataset(shared);
    }

    private String refused(Object... args) throws IOException {
        return Shell.refused(
                folder, Stream.concat(Stream.of("evaluate"), Stream.of(args)).toArray());
    }

    private Path model() {
        return trained.export(folder.resolve("model-" + System.nanoTime()));
    }

    @Test
    void aDatasetWithoutHeldOutImagesIsNamed() throws IOException {
        Path all = folder.resolve("all-in-training");
        prepare(all, 0);

        assertThat(refused("--model", model(), "--data", all))
                .startsWith(all + ": expected images in the part HELD_OUT, found none.")
                .endsWith("--held-out");
    }

    @Test
    void tooFewHeldOutImagesAreCounted() throws IOException {
        Path few = folder.resolve("few");
        prepare(few, 0.4);

        assertThat(refused("--run", trained.run(), "--data", few))
                .matches(
                        Pattern.quote(few + ": expected at least 10 images in the part HELD_OUT,")
                                + " found [1-9]. Prepare the data set with a larger --held-out");
    }

    private void prepare(Path out, double heldOut) {
        Path images = trained.dataset().resolveSibling("images");
        Object[] prepare = {"prepare", "--from", images, "--out", out, "--size", 16};
        Object[] more = {"--groups", "species", "--held-out", heldOut};
        Shell.done(Stream.of(prepare, more).flatMap(Stream::of).toArray());
    }

    @Test
    void aTruncatedModelIsNamed() throws IOException {
        Path model = model();
        Path file = model.resolve("generator.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));

        assertThat(refused("--model", model, "--data", dataset))
                .startsWith(file + ": data: expected ");
    }

    @Test
    void aMissingRunAndAMissingModelAreNamed() throws IOException {
        Path gone = folder.resolve("gone");

        assertThat(refused("--run", gone)).startsWith(gone + ": expected a run folder with ");
        assertThat(refused("--model", gone, "--data", dataset)).startsWith(gone.toString());
    }

    @Test
    void anUnknownSnapshotIsAnsweredWithThoseThereAre() throws IOException {
        assertThat(refused("--run", trained.run(), "--snapshot", 5))
                .isEqualTo("--snapshot: expected one of [4, 8], found 5");
    }

    @Test
    void aCardThatIsMissingOrDamagedIsNamed() throws IOException {
        Path model = model();
        Path card = model.resolve("card.json");
        Files.writeString(card, "{\"kind\": ");
        Object[] args = {"--model", model, "--data", dataset, "--write-card"};

        assertThat(refused(args)).startsWith(card + ": expected a model card, found: ");
        Files.delete(card);
        assertThat(refused(args)).startsWith(card + ": expected a model card, found nothing");
    }

    @Test
    void aLogThatCannotBeWrittenIsNamedBeforeTheWork() throws IOException {
        Path log = trained.run().resolve("metric-mixed5.jsonl");
        Files.createDirectory(log);
        try {
            assertThat(refused("--run", trained.run(), "--data", dataset))
                    .startsWith(log + ": cannot be written: a folder is in the way");
        } finally {
            Files.delete(log);
        }
    }

    @Test
    void aDatasetOfOtherImagesIsNamed() throws IOException {
        Path other = folder.resolve("other");
        Path images = trained.dataset().resolveSibling("images");
        Shell.done("prepare", "--from", images, "--out", other, "--size", 8, "--channels", 3);

        assertThat(refused("--model", model(), "--data", other))
                .startsWith(other + ": expected the kind of images that generator 'tiny' makes")
                .contains("(16 px, 4 channels), found 8 px with 3 channels");
    }

    @ParameterizedTest
    @CsvSource({
        "--samples, 3, '--samples: expected 10 to 20000, found 3'",
        "--crop, 500, '--crop: expected 16 to 128 pixels, found 500'",
        "--threads, 0, '--threads: expected at least 1, found 0'",
        "--split, middle, 'Invalid value for option ''--split'''"
    })
    void aValueOutOfRangeIsNamed(String option, String value, String message) throws IOException {
        assertThat(refused("--run", trained.run(), option, value)).startsWith(message);
    }

    @Test
    void whatBelongsToTheOtherWayOfAskingIsRefused() throws IOException {
        assertThat(refused("--run", trained.run(), "--write-card"))
                .isEqualTo("evaluate: expected --model, found --write-card without it");
        assertThat(refused("--model", "x", "--data", dataset, "--all"))
                .isEqualTo("evaluate: expected --run, found --all without it");
        assertThat(refused("--model", "x"))
                .isEqualTo("evaluate: expected --data, found --model without it");
        assertThat(refused()).isEqualTo("evaluate: expected --run or --model, found neither");
    }
}
