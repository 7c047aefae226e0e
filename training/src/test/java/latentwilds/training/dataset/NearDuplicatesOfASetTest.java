package latentwilds.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import latentwilds.training.Fixtures;
import latentwilds.training.dataset.DatasetManifest.Entry;
import latentwilds.training.dataset.DatasetManifest.Split;
import latentwilds.training.image.Fit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearDuplicatesOfASetTest {
    private static final int SUBJECTS = 40;

    @TempDir private Path folder;

    /** Each subject twice, the second time a little brighter. */
    @BeforeEach
    void draw() throws IOException {
        for (int i = 0; i < SUBJECTS; i++) {
            Fixtures.write(folder.resolve("in/a%02d.png".formatted(i)), blobs(i, 0));
            Fixtures.write(folder.resolve("in/b%02d.png".formatted(i)), blobs(i, 2));
        }
    }

    @Test
    void lookAlikesStandOnOneSide() {
        Preparation.Result result = prepared(NearPolicy.KEEP);

        Map<String, Split> splits = new TreeMap<>();
        result.manifest().entries().forEach(e -> splits.put(e.source(), e.split()));
        assertThat(result.nearDuplicates()).isEqualTo(SUBJECTS);
        assertThat(splits).hasSize(2 * SUBJECTS);
        assertThat(splits.values()).contains(Split.TRAIN, Split.HELD_OUT);
        for (int i = 0; i < SUBJECTS; i++) {
            assertThat(splits.get("b%02d.png".formatted(i)))
                    .isEqualTo(splits.get("a%02d.png".formatted(i)));
        }
        assertThat(folder.resolve("out/near-duplicates.txt")).doesNotExist();
        assertThat(Inspection.of(folder.resolve("out")).straddling()).isZero();
    }

    @Test
    void lookAlikesAreDroppedAndListedWhenAskedFor() throws IOException {
        Preparation.Result result = prepared(NearPolicy.DROP);

        assertThat(result.manifest().entries().stream().map(Entry::source))
                .hasSize(SUBJECTS)
                .allMatch(s -> s.startsWith("a"));
        List<String> listed = Files.readAllLines(folder.resolve("out/near-duplicates.txt"));
        assertThat(listed).hasSize(SUBJECTS).contains("left out\tb07.png\timages/00007.png");
    }

    @Test
    void lookAlikesAreKeptAndListedByDefault() throws IOException {
        Preparation.Result result = prepared(PreparationOptions.strict(0).near());

        assertThat(result.manifest().entries()).hasSize(2 * SUBJECTS);
        assertThat(Files.readAllLines(folder.resolve("out/near-duplicates.txt")))
                .contains("images/00047.png\tb07.png\timages/00007.png");
    }

    @Test
    void chainsStayTogetherWhateverTheirOrder() {
        SplitBySource split = new SplitBySource(0.5);
        List<String> chain = List.of("m", "c", "x", "a", "t");
        for (int i = 1; i < chain.size(); i++) {
            split.together(chain.get(i), chain.get(i - 1));
        }
        split.together("t", "m");

        assertThat(chain.stream().map(split::of).distinct()).hasSize(1);
        assertThat(split.of("x")).isEqualTo(new SplitBySource(0.5).of("a"));
    }

    private Preparation.Result prepared(NearPolicy near) {
        return new Preparation(
                        new Recipe("t", 16, 4, List.of(), null, "", null, null),
                        new PreparationOptions(0.3, false, Fit.EXACT, near))
                .run(List.of(folder.resolve("in")), folder.resolve("out"));
    }

    private static BufferedImage blobs(int subject, int brighter) {
        int[] levels = new Random(subject).ints(64, 0, 120).toArray();
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 256; i++) {
            int level = levels[i % 16 / 2 + i / 16 / 2 * 8] + brighter;
            image.setRGB(i % 16, i / 16, 0xFF000000 | level * 0x010101);
        }
        return image;
    }
}
