package latentwilds.texture;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.utils.Disposable;
import java.nio.ByteBuffer;

/** One block of native memory, used again for every image on its way to a texture. */
final class Upload implements Disposable {
    private final Pixmap pixmap;

    Upload(int width, int height) {
        pixmap = new Pixmap(width, height, Pixmap.Format.RGBA8888);
    }

    /** Copies an image that is not larger than the block to its top left; the rest is empty. */
    Pixmap fill(PixelImage image) {
        ByteBuffer pixels = pixmap.getPixels();
        if (image.width() != pixmap.getWidth() || image.height() != pixmap.getHeight()) {
            pixmap.setColor(0);
            pixmap.fill();
        }
        for (int y = 0; y < image.height(); y++) {
            pixels.position(4 * y * pixmap.getWidth());
            pixels.put(image.rgba(), 4 * y * image.width(), 4 * image.width());
        }
        pixels.position(0);
        return pixmap;
    }

    /** The block, whatever it holds. */
    Pixmap pixmap() {
        return pixmap;
    }

    /** A texture with hard pixels that does not repeat. */
    static Texture texture(Pixmap pixmap) {
        Texture texture = new Texture(pixmap);
        texture.setFilter(Texture.TextureFilter.Nearest, Texture.TextureFilter.Nearest);
        texture.setWrap(Texture.TextureWrap.ClampToEdge, Texture.TextureWrap.ClampToEdge);
        return texture;
    }

    @Override
    public void dispose() {
        if (!pixmap.isDisposed()) {
            pixmap.dispose();
        }
    }
}
