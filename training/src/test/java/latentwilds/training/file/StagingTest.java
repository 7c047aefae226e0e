package latentwilds.training.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import latentwilds.training.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
    @TempDir private Path folder;

    @Test
    void whatIsNotMovedIsGoneAndSoAreTheFoldersMadeForIt() throws IOException {
        try (Staging staging = new Staging(folder.resolve("a/b/out"))) {
            Files.writeString(staging.path().resolve("half.txt"), "half");
            assertThat(folder.resolve("a/b")).isDirectory();
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aNewFolderAppearsWithAllItsFiles() throws IOException {
        Path out = folder.resolve("a/out");
        try (Staging staging = new Staging(out)) {
            Files.writeString(staging.path().resolve("one"), "1");
            Files.createDirectory(staging.path().resolve("below"));
            assertThat(out).doesNotExist();
            staging.moveTo(out);
        }

        assertThat(Fixtures.tree(folder))
                .containsOnlyKeys("", "a", "a/out", "a/out/one", "a/out/below");
    }

    @Test
    void anExistingFolderKeepsItsOtherFiles() throws IOException {
        Files.writeString(folder.resolve("one"), "old");
        Files.writeString(folder.resolve("two"), "old");
        try (Staging staging = new Staging(folder)) {
            Files.writeString(staging.path().resolve("one"), "new");
            staging.moveTo(folder);
        }

        assertThat(folder.resolve("one")).hasContent("new");
        assertThat(folder.resolve("two")).hasContent("old");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void twoDoNotGetInEachOthersWay() throws IOException {
        try (Staging first = new Staging(folder.resolve("out"));
                Staging second = new Staging(folder.resolve("out"))) {
            assertThat(first.path()).isNotEqualTo(second.path());
            Files.writeString(first.path().resolve("mine"), "1");
            second.close();
            assertThat(first.path().resolve("mine")).exists();
        }
    }

    @Test
    void anImageThatCannotBeWrittenLeavesTheOldOne() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "old");
        Files.createDirectories(folder.resolve("a.png.part/in/the/way"));
        BufferedImage image = Fixtures.image(4, 4, 1);

        assertThatThrownBy(() -> PngFile.write(image, file)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");

        Path other = folder.resolve("b.png");
        PngFile.write(image, other);
        assertThat(other).hasBinaryContent(Fixtures.png(image));
        assertThat(folder.resolve("b.png.part")).doesNotExist();
    }

    @Test
    void fileErrorsAreSaidInWords() {
        assertThat(Reason.of(new AccessDeniedException("/x"))).isEqualTo("no permission for /x");
        assertThat(Reason.of(new NoSuchFileException("/x"))).isEqualTo("there is no /x");
        assertThat(Reason.of(new FileAlreadyExistsException("/x"))).isEqualTo("/x is in the way");
        assertThat(Reason.of(new IOException("disk full"))).isEqualTo("disk full");
        assertThat(Reason.of(new IOException())).isEqualTo("IOException");
    }
}
