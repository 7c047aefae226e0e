package latentwilds.training.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private static final int SIDE = 32;
    private static final int CYAN = 0xFF00C8C8;
    private static final int YELLOW = 0xFFC8A700;

    private final Map<String, Raster> files = new HashMap<>();

    @Test
    void aSpriteIsCentredByWhatCanBeSeen() throws IOException {
        int[] argb = new int[SIDE * SIDE];
        argb[0] = 0x10FFFFFF;
        argb[5 * SIDE + 1] = 0xFF112233;
        argb[6 * SIDE + 2] = 0x11445566;
        files.put("crawl/mon/rat.png", new Raster(SIDE, SIDE, argb));

        Piece sprite = Pieces.of("sprite", List.of("crawl/mon/rat.png"));
        Raster drawn = sprite.draw(files::get);

        assertThat(sprite.source()).isEqualTo("dcss_32:mon/rat.png");
        assertThat(drawn.argb()[15 * SIDE + 15]).isEqualTo(0xFF112233);
        assertThat(drawn.argb()[16 * SIDE + 16]).isEqualTo(0x11445566);
        assertThat(drawn.argb()).containsOnly(0, 0xFF112233, 0x11445566);
    }

    @Test
    void aTallSpriteIsShrunkToFit() throws IOException {
        files.put("crawl/giant.png", plain(32, 48, 0xFF204060));

        Raster drawn = Pieces.of("sprite", List.of("crawl/giant.png")).draw(files::get);

        for (int i = 0; i < SIDE * SIDE; i++) {
            boolean inside = i % SIDE >= 5 && i % SIDE < 26;
            assertThat(drawn.argb()[i]).isEqualTo(inside ? 0xFF204060 : 0);
        }
    }

    @Test
    void aCellIsCutOutOfItsAtlas() throws IOException {
        int[] argb = new int[64 * 64];
        argb[(32 + 10) * 64 + 3] = 0xFF010203;
        files.put("gervais/32x32.png", new Raster(64, 64, argb));

        Piece cell = Pieces.of("cell", List.of("gervais/32x32.png", "1", "0"));

        assertThat(cell.source()).isEqualTo("gervais_32:32x32.png row1 col0");
        assertThat(cell.draw(files::get).argb()[15 * SIDE + 15]).isEqualTo(0xFF010203);
    }

    @Test
    void aDollIsItsLayersOneOverTheOther() throws IOException {
        files.put("crawl/player/base/elf_f.png", plain(32, 32, 0xFF102030));
        int[] hat = new int[SIDE * SIDE];
        hat[SIDE + 4] = 0xFFFF0000;
        files.put("crawl/player/head/hat.png", new Raster(SIDE, SIDE, hat));

        Piece doll =
                Pieces.of(
                        "doll",
                        List.of("crawl/player/base/elf_f.png", "crawl/player/head/hat.png"));
        Raster drawn = doll.draw(files::get);

        assertThat(doll.source()).isEqualTo("dcss_dolls_composed_32:elf_f+hat");
        assertThat(drawn.argb()[SIDE + 4]).isEqualTo(0xFFFF0000);
        assertThat(drawn.argb()[SIDE + 5]).isEqualTo(0xFF102030);
    }

    @Test
    void aDemonsCyanAndYellowAreReplaced() throws IOException {
        int[] argb = plain(32, 32, 0xFF808080).argb();
        argb[0] = CYAN;
        argb[1] = YELLOW;
        argb[2] = 0xFFC80000;
        files.put("crawl/demon_body_fat.png", new Raster(SIDE, SIDE, argb));
        List<String> words = List.of("120", "240", "0.3", "crawl/demon_body_fat.png");

        Piece demon = Pieces.of("demon", words);
        Raster drawn = demon.draw(files::get);

        assertThat(demon.source()).isEqualTo("dcss_panlord_composed_32:body_fat hue120/240");
        assertThat(drawn.argb()[0]).isEqualTo(0xFF8CC88C);
        assertThat(drawn.argb()[1]).isEqualTo(0xFF0000C8);
        assertThat(drawn.argb()[2]).isEqualTo(0xFFC80000);
        assertThat(drawn.argb()[3]).isEqualTo(0xFF808080);
    }

    @Test
    void aTileLiesOverItsGroundOrOverBlack() throws IOException {
        files.put("crawl/tree.png", new Raster(1, 1, new int[] {0x80FFFFFF}));
        files.put("crawl/grass.png", new Raster(1, 1, new int[] {0xFF00FF00}));

        assertThat(Pieces.of("tile", List.of("crawl/tree.png")).draw(files::get).argb())
                .containsExactly(0xFF808080);
        assertThat(
                        Pieces.of("tile", List.of("crawl/tree.png", "crawl/grass.png"))
                                .draw(files::get)
                                .argb())
                .containsExactly(0xFF80FF80);
    }

    @Test
    void aTextureIsAveragedDownAndNamedWithoutItsEndings() throws IOException {
        files.put("0ad/india/sand_01.png.cached.dds", plain(512, 512, 0xFF123456));

        Piece texture = Pieces.of("texture", List.of("0ad/india/sand_01.png.cached.dds"));

        assertThat(texture.source()).isEqualTo("india/sand_01");
        assertThat(texture.draw(files::get).argb()).hasSize(256 * 256).containsOnly(0xFF123456);
    }

    @Test
    void mistakesInAListAreNamed() {
        assertThatThrownBy(() -> Pieces.of("dragon", List.of("a")))
                .hasMessage("expected sprite, cell, doll, demon, tile or texture, found dragon");
        files.put("crawl/none.png", Raster.empty(4, 4));
        assertThatThrownBy(() -> Pieces.of("sprite", List.of("crawl/none.png")).draw(files::get))
                .hasMessage("expected a figure, found an empty image");
    }

    private static Raster plain(int width, int height, int argb) {
        int[] pixels = new int[width * height];
        java.util.Arrays.fill(pixels, argb);
        return new Raster(width, height, pixels);
    }
}
