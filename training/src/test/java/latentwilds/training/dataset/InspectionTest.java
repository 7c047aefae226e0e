package latentwilds.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import latentwilds.training.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
    @TempDir private Path folder;

    @Test
    void aFoldersLabelsSizesAndAlphaAreCounted() throws IOException {
        Fixtures.tenImages(folder);
        Fixtures.write(folder.resolve("bat/wide.png"), Fixtures.image(24, 16, 9));

        InspectionReport report = Inspection.of(folder);

        assertThat(report.images()).isEqualTo(11);
        assertThat(report.labels())
                .isEqualTo(Map.of("bat", Map.of("images", 6), "newt", Map.of("images", 5)));
        assertThat(report.sizes()).isEqualTo(Map.of("16 x 16", 10, "24 x 16", 1));
        assertThat(report.channels()).isEqualTo(4);
        assertThat(report.transparent().median()).isEqualTo(0.234);
        assertThat(report.edge().median()).isNaN();
        assertThat(report.verdict())
                .anyMatch(v -> v.startsWith("11 different images: too few"))
                .contains("2 sizes: prepare with --fit crop, pad or resize")
                .anyMatch(
                        v -> v.contains("2 of 2 labels have fewer than 50 images: bat (6), newt"));
    }

    @Test
    void aPreparedSetsPartsAreCounted() throws IOException {
        Fixtures.tenImages(folder.resolve("in"));
        Recipe recipe = new Recipe("t", 16, 4, List.of("species"), null, "", null, null);
        new Preparation(recipe, PreparationOptions.strict(0.5))
                .run(List.of(folder.resolve("in")), folder.resolve("set"));

        Map<String, Map<String, Integer>> labels = Inspection.of(folder.resolve("set")).labels();

        assertThat(labels.keySet()).containsExactly("bat", "newt");
        assertThat(
                        labels.values().stream()
                                .flatMap(parts -> parts.values().stream())
                                .mapToInt(Integer::intValue)
                                .sum())
                .isEqualTo(10);
        assertThat(labels.toString()).contains("train=", "heldOut=");
    }

    @Test
    void texturesThatTileAreToldFromThoseThatDoNot() throws IOException {
        for (int i = 0; i < 6; i++) {
            Fixtures.write(folder.resolve("tiles/" + i + ".png"), waves(i, 2));
            Fixtures.write(folder.resolve("cut/" + i + ".png"), waves(i, 1.37));
        }

        assertThat(Inspection.of(folder.resolve("tiles")).verdict().get(0))
                .startsWith("6 textures that tile")
                .endsWith("Use the toroidal shift");
        assertThat(Inspection.of(folder.resolve("cut")).verdict().get(0))
                .startsWith("6 different images: too few");
    }

    @Test
    void oddImagesAreNamedWithTheReason() throws IOException {
        Fixtures.write(
                folder.resolve("empty.png"),
                new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB));
        BufferedImage flat = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        flat.setRGB(3, 3, 0x040404);
        Fixtures.write(folder.resolve("flat.png"), flat);
        Fixtures.write(
                folder.resolve("one.png"), new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB));
        Fixtures.write(folder.resolve("good.png"), Fixtures.image(16, 16, 1));
        Fixtures.write(folder.resolve("same.png"), Fixtures.image(16, 16, 1));
        Files.writeString(folder.resolve("broken.png"), "no");

        InspectionReport report = Inspection.of(folder);

        assertThat(report.odd().stream().map(Refusal::toString).map(s -> s.split("!")[1]))
                .containsExactly(
                        "empty.png: almost empty: 100.0 % of it is transparent",
                        "flat.png: almost constant: its luma deviates by 0.2",
                        "one.png: constant: it has one colour");
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.refused().toString())
                .contains("broken.png: expected an image, found something else");
        assertThat(report.verdict()).contains("1 files cannot be used: prepare needs --skip-bad");
    }

    @Test
    void anImageAmongStrangersLooksMislabelled() throws IOException {
        for (int i = 0; i < 8; i++) {
            Fixtures.write(folder.resolve("red/" + i + ".png"), plain(0xC02020, i));
            Fixtures.write(folder.resolve("blue/" + i + ".png"), plain(0x2020C0, i));
        }
        Fixtures.write(folder.resolve("blue/stray.png"), plain(0xC02020, 99));

        assertThat(Inspection.of(folder).odd().stream().map(Refusal::toString))
                .singleElement()
                .asString()
                .endsWith("blue/stray.png: labelled 'blue', looks like 'red'");
    }

    private static BufferedImage plain(int colour, long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            image.setRGB(i % 16, i / 16, colour + random.nextInt(32) * 0x010101);
        }
        return image;
    }

    private static BufferedImage waves(int number, double periods) {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1024; i++) {
            double x = 2 * Math.PI * periods * (i % 32) / 32;
            double y = 2 * Math.PI * periods * (i / 32) / 32;
            int level = (int) (128 + 50 * Math.sin(x + number) + 50 * Math.cos(y + 2 * number));
            image.setRGB(i % 32, i / 32, level * 0x010101);
        }
        return image;
    }
}
