package latentwilds.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TexturesTest {
    private final RecordingGl gl = new RecordingGl();

    @AfterEach
    void restoreGl() {
        gl.close();
    }

    private static PixelImage filled(int width, int height, int level) {
        byte[] rgba = new byte[4 * width * height];
        Arrays.fill(rgba, (byte) level);
        return new PixelImage(width, height, rgba);
    }

    private int pixel(TextureRegion region, int x, int y) {
        return gl.content(region.getTexture().getTextureObjectHandle())
                        .at(region.getRegionX() + x, region.getRegionY() + y)
                & 0xff;
    }

    @Test
    void spritesLieInOneTextureWithEmptyPixelsBetween() {
        SpriteAtlas atlas = new SpriteAtlas(3, 2, 4);
        for (int i = 1; i <= 4; i++) {
            atlas.put(i, filled(3, 2, i));
        }

        assertThat(gl.made).isEqualTo(1);
        PixelImage all = gl.content(1);
        assertThat(atlas.bytes()).isEqualTo(all.rgba().length);
        assertThat(all.width()).isEqualTo(3 + 1 + 3);
        assertThat(all.height()).isEqualTo(2 + 1 + 2);
        int visible = 0;
        for (byte level : all.rgba()) {
            visible += level == 0 ? 0 : 1;
        }
        assertThat(visible).as("nothing beside the sprites").isEqualTo(4 * 4 * 6);
        for (int i = 1; i <= 4; i++) {
            TextureRegion region = atlas.get(i);
            assertThat(region.getRegionWidth()).isEqualTo(3);
            assertThat(region.getRegionHeight()).isEqualTo(2);
            assertThat(pixel(region, 0, 0)).isEqualTo(i);
            assertThat(pixel(region, 2, 1)).isEqualTo(i);
        }
        atlas.dispose();
    }

    @Test
    void aSpriteThatMovesInLeavesNothingOfTheOneBefore() {
        SpriteAtlas atlas = new SpriteAtlas(3, 3, 2);
        atlas.put("old", filled(3, 3, 9));
        atlas.put("used", filled(3, 3, 8));
        atlas.get("used");
        TextureRegion small = atlas.put("small", filled(1, 2, 5));

        assertThat(atlas.get("old")).isNull();
        assertThat(atlas.contains("used")).isTrue();
        assertThat(atlas.size()).isEqualTo(2);
        assertThat(small.getRegionWidth()).isEqualTo(1);
        assertThat(small.getRegionHeight()).isEqualTo(2);
        assertThat(pixel(small, 0, 1)).isEqualTo(5);
        assertThat(pixel(small, 1, 0)).isZero();
        assertThat(pixel(small, 0, 2)).isZero();
        atlas.dispose();
        assertThat(atlas.size()).isZero();
    }

    @Test
    void aSpriteLargerThanASlotIsRefusedAndNobodyIsEvicted() {
        SpriteAtlas atlas = new SpriteAtlas(3, 3, 1);
        atlas.put("small", filled(3, 3, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> atlas.put("large", filled(3, 4, 1)))
                .withMessageContaining("at most 3 x 3 pixels, found 3 x 4");
        assertThat(atlas.contains("small")).isTrue();
        atlas.dispose();
    }

    @Test
    void pagesStayWithinTheirBytesAndReuseTextures() {
        long pageBytes = 4 * 4 * 4;
        TerrainPages pages = new TerrainPages(4, 3 * pageBytes + 10);
        for (int i = 0; i < 100; i++) {
            Texture texture = pages.put(i, filled(4, 4, i));
            pages.get(0);

            assertThat(pages.bytes()).isLessThanOrEqualTo(3 * pageBytes);
            assertThat(gl.content(texture.getTextureObjectHandle()).at(3, 3) & 0xff).isEqualTo(i);
        }

        assertThat(gl.made).isEqualTo(3);
        assertThat(pages.size()).isEqualTo(3);
        assertThat(pages.bytes()).isEqualTo(3 * pageBytes);
        assertThat(pages.contains(0)).as("used all the time").isTrue();
        assertThat(pages.contains(99)).isTrue();
        assertThat(pages.contains(98)).isTrue();
        assertThat(pages.get(97)).isNull();
        pages.dispose();
    }

    @Test
    void aPageThatIsDrawnToIsSeenWhenItIsPublished() {
        TerrainPages pages = new TerrainPages(4, 2 * 4 * 4 * 4);
        pages.put("shown", filled(4, 4, 1));
        TerrainPages.Page page = pages.reserve();
        assertThat(pages.contains("new")).isFalse();
        pages.put("another", filled(4, 4, 2));
        assertThat(pages.get("another")).as("never the reserved one").isNotSameAs(page.texture());
        pages.publish("new", page);

        assertThat(pages.get("new")).isSameAs(page.texture());
        pages.release(pages.reserve());
        assertThat(gl.made).isEqualTo(2);
        pages.dispose();
        assertThat(gl.alive()).isZero();
    }

    @Test
    void aPageOfAnotherSizeIsRefused() {
        TerrainPages pages = new TerrainPages(4, 1000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> pages.put("place", filled(4, 5, 1)))
                .withMessageContaining("4 x 4 pixels, found 4 x 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TerrainPages(16, 1000))
                .withMessageContaining("1024 bytes");
        pages.dispose();
    }

    @Test
    void texturesHaveHardPixelsAndDoNotRepeat() {
        TerrainPages pages = new TerrainPages(2, 1000);
        Texture page = pages.put("place", filled(2, 2, 1));
        SpriteAtlas atlas = new SpriteAtlas(2, 2, 2);
        Texture sprites = atlas.put("sprite", filled(2, 2, 1)).getTexture();

        for (Texture texture : new Texture[] {page, sprites}) {
            assertThat(texture.getMinFilter()).isEqualTo(Texture.TextureFilter.Nearest);
            assertThat(texture.getMagFilter()).isEqualTo(Texture.TextureFilter.Nearest);
            assertThat(texture.getUWrap()).isEqualTo(Texture.TextureWrap.ClampToEdge);
            assertThat(texture.getVWrap()).isEqualTo(Texture.TextureWrap.ClampToEdge);
        }
        pages.dispose();
        atlas.dispose();
    }

    @Test
    void disposingFreesEveryTextureAndMayBeRepeated() {
        TerrainPages pages = new TerrainPages(2, 1000);
        pages.put(1, filled(2, 2, 1));
        pages.put(2, filled(2, 2, 2));
        SpriteAtlas atlas = new SpriteAtlas(2, 2, 2);
        assertThat(gl.alive()).isEqualTo(3);
        for (int i = 0; i < 2; i++) {
            pages.dispose();
            atlas.dispose();
        }

        assertThat(gl.alive()).isZero();
        assertThat(pages.bytes()).isZero();
        assertThat(pages.get(1)).isNull();
    }
}
