package latentwilds.texture;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;

/** Bytes to a part of a texture. Render thread only. */
final class Upload {
    private Upload() {}

    static void draw(Texture texture, PixelImage image, int left, int top) {
        Pixmap pixmap = new Pixmap(image.width(), image.height(), Pixmap.Format.RGBA8888);
        try {
            pixmap.getPixels().put(image.rgba()).flip();
            texture.draw(pixmap, left, top);
        } finally {
            pixmap.dispose();
        }
    }
}
