package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentwilds.texture.PixelImage;
import latentwilds.world.ChunkPlace;
import org.junit.jupiter.api.Test;

class CliffShapeTest {
    private static final int SIZE = ChunkPlace.PIXELS;

    /** A plateau of 12 x 8 cells over two chunks; its south edge is at y = 4. */
    private static final CliffShape.Cells PLATEAU = (x, y) -> x >= 10 && x < 22 && y >= 4 && y < 12;

    private static final ChunkPlace WEST = new ChunkPlace(0, 0);
    private static final ChunkPlace EAST = new ChunkPlace(1, 0);

    private static int alpha(PixelImage image, int x, int y) {
        return image.rgba()[4 * ((SIZE - 1 - y) * SIZE + x) + 3] & 255;
    }

    private static boolean bright(PixelImage image, int x, int y) {
        return (image.rgba()[4 * ((SIZE - 1 - y) * SIZE + x)] & 255) > 128;
    }

    @Test
    void theOutlineIsWithinHalfACellOfWhereBodiesAreStopped() {
        CliffShape shape = CliffShape.of(PLATEAU, WEST);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                boolean deep = x >= 168 && y >= 72 && y < 184;
                boolean far = x < 152 || y < 56 || y >= 200;
                assertThat(shape.inside(x, y) ? !far : !deep).as("%d %d", x, y).isTrue();
            }
        }
    }

    @Test
    void neighbouringChunksAgreeOnWhatBothSee() {
        CliffShape west = CliffShape.of(PLATEAU, WEST);
        CliffShape east = CliffShape.of(PLATEAU, EAST);
        for (int x = -CliffShape.MARGIN; x < CliffShape.MARGIN; x++) {
            for (int y = 0; y < SIZE; y++) {
                assertThat(west.inside(SIZE + x, y)).isEqualTo(east.inside(x, y));
            }
        }
    }

    @Test
    void aFaceStandsOnTheSouthernEdgeAndIsNowhereHigherThanTheCliff() {
        List<CliffShape.Column> faces = CliffShape.of(PLATEAU, WEST).faces();
        assertThat(faces).hasSizeGreaterThan(80);
        List<CliffShape.Column> plain =
                faces.stream().filter(f -> f.x() > 180 && f.height() == CliffShape.FACE).toList();
        assertThat(plain).hasSizeGreaterThan(60).allMatch(f -> Math.abs(f.foot() - 64) <= 8);
        CliffShape.Cells low = (x, y) -> y == 4;
        assertThat(CliffShape.of(low, WEST).faces())
                .isNotEmpty()
                .allMatch(f -> f.height() < CliffShape.FACE);
    }

    @Test
    void theFaceIsDarkItsBrimLitAndAShadowLiesAtItsFoot() {
        CliffShape shape = CliffShape.of(PLATEAU, WEST);
        PixelImage light = CliffLight.over(shape);
        int seen = 0;
        for (CliffShape.Column face : shape.faces()) {
            if (face.x() < 200 || face.height() < CliffShape.FACE) {
                continue;
            }
            seen++;
            int x = face.x();
            int top = face.foot() + face.height() - 1;
            assertThat(bright(light, x, face.foot() + 3)).isFalse();
            assertThat(alpha(light, x, face.foot() + 3))
                    .isGreaterThan(alpha(light, x, top - 6))
                    .isGreaterThan(120);
            assertThat(bright(light, x, top)).isTrue();
            assertThat(alpha(light, x, top)).isGreaterThan(100);
            assertThat(bright(light, x, face.foot() - 2)).isFalse();
            assertThat(alpha(light, x, face.foot() - 2)).isGreaterThan(80);
            assertThat(alpha(light, x, 30)).isZero();
        }
        assertThat(seen).isGreaterThan(40);
    }

    @Test
    void theSunIsInTheNorthWest() {
        PixelImage west = CliffLight.over(CliffShape.of(PLATEAU, WEST));
        PixelImage east = CliffLight.over(CliffShape.of(PLATEAU, EAST));
        int lit = 0;
        int shadows = 0;
        for (int y = 110; y < 160; y++) {
            int edge = 0;
            while (alpha(west, edge, y) == 0) {
                edge++;
            }
            lit += bright(west, edge, y) ? 1 : 0;
            int last = SIZE - 1;
            while (alpha(east, last, y) == 0) {
                last--;
            }
            assertThat(bright(east, last, y)).isFalse();
            shadows += last > 96 + 4 ? 1 : 0;
        }
        // Where the edge is notched, what stands there is a small face.
        assertThat(lit).isGreaterThan(10);
        assertThat(shadows).isGreaterThan(40);
    }

    @Test
    void whereNoCliffIsNearNothingIsDrawn() {
        assertThat(CliffShape.none(PLATEAU, new ChunkPlace(5, 5))).isTrue();
        assertThat(CliffShape.none((x, y) -> x == 3 && y == 14, new ChunkPlace(0, 1))).isFalse();
        assertThat(CliffShape.none(PLATEAU, WEST)).isFalse();
    }
}
