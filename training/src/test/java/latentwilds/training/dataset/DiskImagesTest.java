package latentwilds.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.training.Fixtures;
import latentwilds.training.augment.Batches;
import latentwilds.training.augment.SpriteBatches;
import latentwilds.training.dataset.DatasetManifest.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskImagesTest {
    private static final Map<String, List<String>> GROUPS =
            Map.of("species", List.of("bat", "newt"));

    @TempDir private Path folder;
    private Path stored;

    @BeforeEach
    void prepare() throws IOException {
        Fixtures.tenImages(folder.resolve("in"));
        new Preparation(
                        new Recipe("t", 16, 4, List.of("species"), null, "", null, null),
                        PreparationOptions.strict(0.3))
                .run(List.of(folder.resolve("in")), folder.resolve("set"));
        stored = folder.resolve("set/pixels.bin");
    }

    @Test
    void whatFitsIsKeptInMemory() {
        assertThat(images(Dataset.MEMORY)).isInstanceOf(LabelledImages.class);
        assertThat(stored).doesNotExist();
    }

    @Test
    void diskAndMemoryGiveTheSameImages() {
        expectEqual(images(100), images(Dataset.MEMORY));
        assertThat(stored).exists().hasSize(32 + 8 + 10 * 4 + 4 + 10 * 16 * 16 * 4);
        assertThat(stored.resolveSibling("pixels.bin.part")).doesNotExist();
    }

    @Test
    void batchesAreTheSame() {
        Batches disk = new SpriteBatches(images(100), true);
        Batches memory = new SpriteBatches(images(Dataset.MEMORY), true);

        assertThat(disk.next(20, new Streams(new RunSeed(5)).stream("batches")).pictures())
                .isEqualTo(
                        memory.next(20, new Streams(new RunSeed(5)).stream("batches")).pictures());
    }

    @Test
    void aWholeFileIsUsedAgain() throws IOException {
        images(100);
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(stored, longAgo);

        expectEqual(images(100), images(Dataset.MEMORY));

        assertThat(Files.getLastModifiedTime(stored)).isEqualTo(longAgo);
    }

    @Test
    void aDamagedFileIsMadeAgainOrPassedOver() throws IOException {
        images(100);
        byte[] whole = Files.readAllBytes(stored);
        for (int damaged : new int[] {3, 35, 60}) {
            byte[] bytes = whole.clone();
            bytes[damaged] ^= 0x40;
            Files.write(stored, bytes);

            expectEqual(images(100), images(Dataset.MEMORY));
            assertThat(stored).hasBinaryContent(whole);
        }
        byte[] bytes = whole.clone();
        for (int image = 1; image <= 10; image++) {
            bytes[whole.length - image * 1024 + 500] ^= 0x40;
        }
        Files.write(stored, bytes);
        expectEqual(images(100), images(Dataset.MEMORY));
        Files.write(stored, Arrays.copyOf(whole, whole.length - 1));

        expectEqual(images(100), images(Dataset.MEMORY));
        assertThat(stored).hasBinaryContent(whole);
    }

    @Test
    void aFileOfAnotherSetIsMadeAgain() throws IOException {
        images(100);
        Path manifest = folder.resolve("set/dataset.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("00000.png", "x")
                        .replace("00001.png", "00000.png")
                        .replace("\"images/x", "\"images/00001.png"));

        expectEqual(images(100), images(Dataset.MEMORY));
    }

    @Test
    void whereItCannotBeWrittenIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("set/pixels.bin.part/in the way"));

        assertThatThrownBy(() -> images(100))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(stored + ": cannot be written: ")
                .hasMessageContaining("allow more, make room or check permissions");
        assertThat(stored).doesNotExist();
    }

    private Images images(long memory) {
        return Dataset.open(folder.resolve("set")).images(Split.TRAIN, GROUPS, memory);
    }

    private static void expectEqual(Images disk, Images memory) {
        assertThat(disk).isInstanceOf(DiskImages.class);
        assertThat(disk.size()).isEqualTo(memory.size()).isLessThan(10);
        assertThat(disk.side()).isEqualTo(memory.side());
        assertThat(disk.channels()).isEqualTo(memory.channels());
        for (int i = 0; i < memory.size(); i++) {
            assertThat(disk.pixels(i)).isEqualTo(memory.pixels(i));
            assertThat(disk.labels(i)).isEqualTo(memory.labels(i));
        }
    }
}
