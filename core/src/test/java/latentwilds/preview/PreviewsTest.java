package latentwilds.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.ImageIO;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.world.Biome;
import latentwilds.world.Cell;
import latentwilds.world.Island;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewsTest {
    private static final int SEA = 0x0000FF;
    private static final int LAND = 0x808080;

    @TempDir Path folder;

    @Test
    void aPixelIsACellWithNorthAtTheTop() throws IOException {
        PictureFile file = new PictureFile(folder.resolve("one.png"));
        new Previews(colours()).one(new RunSeed(3), file);
        BufferedImage picture = ImageIO.read(folder.resolve("one.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(1024);
        assertThat(picture.getHeight()).isEqualTo(1024);
        Island island = new Island(new Streams(new RunSeed(3)));
        int land = 0;
        for (int y = 0; y < 1024; y += 5) {
            for (int x = 0; x < 1024; x += 5) {
                boolean sea = island.map().biome(x, y) == Biome.DEEP_WATER;
                boolean blue = (picture.getRGB(x, 1023 - y) & 0xFFFFFF) == SEA;
                assertThat(blue).as("cell %d %d", x, y).isEqualTo(sea);
                land += sea ? 0 : 1;
            }
        }
        assertThat(land).isGreaterThan(5_000);
    }

    @Test
    void settlementsAreMarkedAndHomeStandsOut() {
        Island island = new Island(new Streams(new RunSeed(4)));
        int[] marked = IslandPicture.marked(island, colours(4), 256);
        Cell home = island.settlements().get(0).cell();
        Cell other = island.settlements().get(1).cell();
        assertThat(at(marked, home)).isNotEqualTo(at(marked, other));
        assertThat(at(IslandPicture.of(island, colours(4), 256), home))
                .isNotEqualTo(at(marked, home));
    }

    private static int at(int[] pixels, Cell cell) {
        return pixels[(255 - cell.y() / 4) * 256 + cell.x() / 4];
    }

    @Test
    void aSheetHasATilePerSeedInOrder() throws IOException {
        Path path = folder.resolve("sheet.png");
        String said = new Previews(colours()).sheet(SeedRange.parse("7-9"), new PictureFile(path));
        assertThat(said).contains("7 to 9", "3 a row");
        BufferedImage sheet = ImageIO.read(path.toFile());
        assertThat(sheet.getWidth()).isEqualTo(3 * 130 - 2);
        assertThat(sheet.getHeight()).isEqualTo(128);
        int[] second =
                IslandPicture.marked(
                        new Island(new Streams(new RunSeed(8))), colours(8), Previews.TILE);
        for (int i = 0; i < second.length; i++) {
            assertThat(sheet.getRGB(130 + i % 128, i / 128)).isEqualTo(second[i]);
        }
    }

    @Test
    void aFileIsRefusedBeforeAnythingIsDrawn() throws IOException {
        Path there = Files.writeString(folder.resolve("kept.png"), "kept");
        new PictureFile(there);
        assertThat(there).hasContent("kept");
        new PictureFile(folder.resolve("none.png"));
        assertThat(folder.resolve("none.png")).doesNotExist();
        assertThatThrownBy(() -> new PictureFile(folder)).isInstanceOf(IOException.class);
    }

    @Test
    void rangesAreReadOrRefused() {
        assertThat(SeedRange.parse("0-399").count()).isEqualTo(400);
        assertThat(SeedRange.parse("5-5")).isEqualTo(new SeedRange(5, 5));
        for (String wrong : new String[] {"", "5", "5-", "a-b", "6-5", "0-400", "-1-5"}) {
            assertThatThrownBy(() -> SeedRange.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + wrong + "'");
        }
    }

    private static Colours colours() {
        Map<Biome, Integer> rgb = new EnumMap<>(Biome.class);
        for (Biome biome : Biome.values()) {
            rgb.put(biome, biome == Biome.DEEP_WATER ? SEA : LAND);
        }
        return new Colours(rgb, Map.of());
    }

    private static Colours colours(long seed) {
        return colours().in(new Streams(new RunSeed(seed)));
    }
}
