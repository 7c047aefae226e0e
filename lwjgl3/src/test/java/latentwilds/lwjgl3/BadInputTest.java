package latentwilds.lwjgl3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a player is told when something is wrong: one line and a non-zero exit code. */
class BadInputTest {
    private static final Path MODELS = Path.of("..", "assets", "models");

    @TempDir Path folder;

    @Test
    void missingModelsAreNamed() throws IOException {
        Path models = folder.resolve("nothing");
        refused(play("--models", models.toString()), models.toString(), "expected", "found");
    }

    @Test
    void aTruncatedModelIsNamed() throws IOException {
        copyModels();
        Path broken = folder.resolve("models/monsters/generator.safetensors");
        byte[] bytes = Files.readAllBytes(broken);
        Files.write(broken, Arrays.copyOf(bytes, bytes.length / 2));
        refused(
                play("--models", folder.resolve("models").toString()),
                broken.toString(),
                "expected",
                "found");
    }

    @Test
    void aCardWithWhatIsNoColourIsNamed() throws IOException {
        copyModels();
        Path card = folder.resolve("models/terrain/card.json");
        Files.writeString(
                card, Files.readString(card).replaceFirst("\"#[0-9a-f]{6}\"", "\"#none\""));
        refused(
                play("--models", folder.resolve("models").toString()),
                card.toString(),
                "expected a colour",
                "'#none'");
    }

    private void copyModels() throws IOException {
        for (String kind : new String[] {"terrain", "monsters", "faces"}) {
            Path copy = Files.createDirectories(folder.resolve("models").resolve(kind));
            for (String file : new String[] {"generator.safetensors", "card.json"}) {
                Files.copy(MODELS.resolve(kind).resolve(file), copy.resolve(file));
            }
        }
    }

    @Test
    void aMistypedSeedCodeIsNamed() throws IOException {
        refused(play("--seed", "BCD-FGA-JK1"), "'A'", "character");
    }

    @Test
    void anUnknownBackendIsNamed() throws IOException {
        Play.Ended ended = play("--backend", "cuda");
        assertThat(ended.code()).isEqualTo(2);
        refused(ended, "gl", "torch", "reference", "'cuda'");
    }

    @Test
    void aWindowSizeThatIsNoneIsNamed() throws IOException {
        refused(play("--size", "1280x"), "--size", "1280x720", "'1280x'");
    }

    @Test
    void aBudgetOfNothingIsNamed() throws IOException {
        refused(play("--budget", "0"), "--budget", "above 0", "found 0.0");
    }

    @Test
    void aBenchmarkFileThatCannotBeWrittenIsNamed() throws IOException {
        Path file = folder.resolve("nowhere").resolve("bench.json");
        for (String option : List.of("--bench-synthesis", "--bench-world", "--bench-start")) {
            refused(Play.game(option, file.toString()), file.toString(), "expected", option);
        }
    }

    @Test
    void aTourFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Play.Ended ended = Play.game("--tour", file.resolve("out").toString());
        refused(ended, file.resolve("out").toString(), "--tour");
        assertThat(Files.readString(file)).isEqualTo("in the way");
    }

    @Test
    void previewsOfWhatIsNoSeedOrRangeAreRefused() throws IOException {
        String file = folder.resolve("island.png").toString();
        Play.Ended ended = Play.game("--preview", "BCD-FGA-JK1", file);
        assertThat(ended.code()).isEqualTo(2);
        refused(ended, "'A'", "character");
        refused(Play.game("--preview-sheet", "9-3", file), "1 to 400", "'9-3'");
        refused(Play.game("--preview-sheet", "some", file), "0-39", "'some'");
        refused(Play.game("--preview", "7"), "--preview", "2 values");
        assertThat(Path.of(file)).doesNotExist();
    }

    @Test
    void aPreviewThatCannotBeWrittenIsNamed() throws IOException {
        Path file = folder.resolve("nowhere").resolve("island.png");
        refused(Play.game("--preview", "7", file.toString()), file.toString(), "--preview");
        refused(
                Play.game("--preview-sheet", "0-3", folder.toString()),
                folder.toString(),
                "--preview-sheet");
    }

    private Play.Ended play(String... arguments) throws IOException {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--tour";
        all[arguments.length + 1] = folder.resolve("tour").toString();
        return Play.game(all);
    }

    private static void refused(Play.Ended ended, String... words) {
        assertThat(ended.code()).isNotZero();
        assertThat(ended.errors()).hasSize(1);
        assertThat(ended.errors().get(0)).contains(words).doesNotContain("Exception");
    }
}
