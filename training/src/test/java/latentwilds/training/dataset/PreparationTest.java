package latentwilds.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import latentwilds.training.Fixtures;
import latentwilds.training.dataset.DatasetManifest.Entry;
import latentwilds.training.dataset.DatasetManifest.Split;
import latentwilds.training.image.Fit;
import latentwilds.training.image.ImageDecoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
    @TempDir private Path folder;
    private Path images;

    @BeforeEach
    void place() {
        images = folder.resolve("images");
    }

    @Test
    void aFoldersNameIsTheLabel() throws IOException {
        Fixtures.tenImages(images);

        DatasetManifest manifest = prepared(recipe("species"), 0).manifest();

        assertThat(manifest.groups()).isEqualTo(Map.of("species", List.of("bat", "newt")));
        assertThat(manifest.entries()).hasSize(10);
        for (Entry entry : manifest.entries()) {
            assertThat(entry.source()).startsWith(entry.labels().get("species") + "/");
        }
        assertThat(DatasetManifest.read(folder.resolve("out"))).isEqualTo(manifest);
    }

    @Test
    void aManifestNamesSourcesAndLabels() throws IOException {
        Map<String, byte[]> zip = new HashMap<>();
        zip.put("x/1.png", Fixtures.png(Fixtures.image(16, 16, 1)));
        zip.put("x/2.png", Fixtures.png(Fixtures.image(16, 16, 2)));
        zip.put("LICENSE.txt", new byte[] {'c'});
        String rows = "x/1.png\tfirst\telf,female\nx/2.png\tsecond\torc, male\n";
        zip.put("manifest.txt", rows.getBytes(StandardCharsets.UTF_8));
        images = Fixtures.zip(folder.resolve("faces.zip"), zip);

        DatasetManifest manifest = prepared(recipe("ancestry", "gender"), 0).manifest();

        assertThat(manifest.groups().get("ancestry")).containsExactly("elf", "orc");
        assertThat(manifest.groups().get("gender")).containsExactly("female", "male");
        assertThat(manifest.entries().get(1))
                .isEqualTo(
                        new Entry(
                                "images/00001.png",
                                "second",
                                new TreeMap<>(Map.of("ancestry", "orc", "gender", "male")),
                                Split.TRAIN));
    }

    @Test
    void exactDuplicatesAreDropped() throws IOException {
        Fixtures.write(images.resolve("a.png"), Fixtures.image(16, 16, 1));
        Fixtures.write(images.resolve("b.png"), Fixtures.image(16, 16, 1));
        Fixtures.write(images.resolve("c.png"), Fixtures.image(16, 16, 2));

        Preparation.Result result = prepared(recipe(), 0);

        assertThat(result.duplicates()).isEqualTo(1);
        assertThat(result.manifest().entries().stream().map(Entry::source))
                .containsExactly("a.png", "c.png");
    }

    @Test
    void rulesChooseAndRename() throws IOException {
        for (String label : List.of("meadow", "lawn", "road")) {
            Fixtures.write(
                    images.resolve(label + "/a.png"), Fixtures.image(16, 16, label.length()));
        }
        List<Recipe.Rule> rules =
                List.of(
                        new Recipe.Rule("meadow|lawn", null, "grass", null),
                        new Recipe.Rule("road", "b.*", "paving", null));

        Preparation.Result result =
                prepared(new Recipe("t", 16, 4, List.of("biome"), null, "", rules, null), 0);

        assertThat(result.unmatched()).isEqualTo(1);
        assertThat(result.manifest().groups()).isEqualTo(Map.of("biome", List.of("grass")));
        assertThat(result.manifest().entries()).hasSize(2);
    }

    @Test
    void framesOfOneSourceStandOnOneSideWhateverElseThereIs() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            Fixtures.write(images.resolve(i + ".png"), Fixtures.image(16, 16, i));
            rows.append(i).append(".png\tsource").append(i / 3).append('\n');
        }
        Files.writeString(images.resolve("manifest.txt"), rows);
        Map<String, Split> all = splits(prepared(recipe(), 0.4).manifest());
        for (int i = 0; i < 60; i += 2) {
            Files.delete(images.resolve(i + ".png"));
        }

        Map<String, Split> fewer =
                splits(
                        new Preparation(
                                        recipe(),
                                        new PreparationOptions(
                                                0.4, true, Fit.EXACT, NearPolicy.KEEP))
                                .run(List.of(images), folder.resolve("fewer"))
                                .manifest());

        assertThat(all.values()).contains(Split.TRAIN, Split.HELD_OUT);
        assertThat(all).hasSize(20).containsAllEntriesOf(fewer);
    }

    /** Source to split; fails where one source has both. */
    private static Map<String, Split> splits(DatasetManifest manifest) {
        return manifest.entries().stream()
                .collect(
                        Collectors.toMap(
                                Entry::source,
                                Entry::split,
                                (a, b) -> {
                                    assertThat(a).isEqualTo(b);
                                    return a;
                                }));
    }

    @Test
    void transparentPixelsHaveNoColour() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00FF8040);
        image.setRGB(1, 0, 0x80FF8040);
        Fixtures.write(images.resolve("a.png"), image);

        LabelledImages set = loaded(recipe());

        assertThat(pixel(set, 0)).containsExactly(0, 0, 0, 0);
        assertThat(pixel(set, 1)).containsExactly(0xFF, 0x80, 0x40, 0x80);
    }

    @Test
    void alphaIsLeftOutWhereNoneIsWanted() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 0, 0x80FF8040);
        Fixtures.write(images.resolve("a.png"), image);

        LabelledImages set = loaded(new Recipe("t", 16, 3, null, null, "", null, null));

        assertThat(set.channels()).isEqualTo(3);
        assertThat(pixel(set, 1)).containsExactly(0xFF, 0x80, 0x40);
        Path written = folder.resolve("out/images/00000.png");
        assertThat(ImageDecoder.decode(Files.readAllBytes(written)).getRGB(1, 0))
                .isEqualTo(0xFFFF8040);
    }

    @Test
    void wholeMultiplesAreAveragedWithColourWeighedByAlpha() throws IOException {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xFF640000);
        image.setRGB(1, 0, 0xFFC80000);
        image.setRGB(0, 1, 0x0000FF00);
        image.setRGB(1, 1, 0x0000FF00);
        Fixtures.write(images.resolve("a.png"), image);

        LabelledImages set = loaded(recipe());

        assertThat(set.side()).isEqualTo(16);
        assertThat(pixel(set, 0)).containsExactly(150, 0, 0, 128);
    }

    @Test
    void aTileIsEnlargedRoundItsEdgesAndRepeated() throws IOException {
        BufferedImage tile = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 16; i++) {
            tile.setRGB(i % 4, i / 4, 40 * (i % 4) << 16 | 40 * (i / 4) << 8);
        }
        Fixtures.write(images.resolve("a.png"), tile);
        List<Recipe.Rule> rules = List.of(new Recipe.Rule(".*", null, "a", Fit.TILE));

        LabelledImages set = loaded(new Recipe("t", 16, 3, null, null, "", rules, null));

        // Column 0 is read at -0.25: a quarter of the last column, three quarters of the first.
        assertThat(pixel(set, 0)).containsExactly(30, 30, 0);
        assertThat(pixel(set, 7)).containsExactly(90, 30, 0);
        assertThat(pixel(set, 1)).containsExactly(10, 30, 0);
        for (int i = 0; i < 256; i++) {
            int repeated = (i / 16 + 8) % 16 * 16 + (i + 8) % 16;
            assertThat(pixel(set, i)).isEqualTo(pixel(set, repeated));
        }
    }

    private static Recipe recipe(String... groups) {
        return new Recipe("t", 16, 4, List.of(groups), null, "", null, null);
    }

    private Preparation.Result prepared(Recipe recipe, double heldOut) {
        return new Preparation(recipe, PreparationOptions.strict(heldOut))
                .run(List.of(images), folder.resolve("out"));
    }

    private LabelledImages loaded(Recipe recipe) {
        prepared(recipe, 0);
        return Dataset.open(folder.resolve("out")).images(Split.TRAIN, Map.of());
    }

    private static int[] pixel(LabelledImages set, int index) {
        int[] values = new int[set.channels()];
        for (int c = 0; c < values.length; c++) {
            values[c] = set.images().get(0)[index * values.length + c] & 255;
        }
        return values;
    }
}
