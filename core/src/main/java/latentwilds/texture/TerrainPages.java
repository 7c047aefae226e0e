package latentwilds.texture;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.utils.Disposable;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * One texture per chunk of ground, up to a number of bytes; a new chunk then takes over the texture
 * of the least recently used. Render thread only; the owner disposes it.
 */
public final class TerrainPages implements Disposable {
    private final int side;
    private final Slots slots;
    private final List<Texture> pages = new ArrayList<>();

    /**
     * Makes no page yet.
     *
     * @param side pixels of a page
     * @param maxBytes of texture memory
     */
    public TerrainPages(int side, long maxBytes) {
        this.side = side;
        slots = new Slots((int) Math.max(1, maxBytes / (4L * side * side)));
    }

    /**
     * Uploads a page.
     *
     * @param key a value that identifies it
     * @param image of the pages' size
     * @return its texture, until it gives way; owned by this
     */
    public Texture put(Object key, PixelImage image) {
        if (image.width() != side || image.height() != side) {
            throw new IllegalArgumentException(
                    "Ground: expected %d x %d pixels, found %d x %d"
                            .formatted(side, side, image.width(), image.height()));
        }
        int slot = slots.take(key);
        if (slot == pages.size()) {
            Texture page = new Texture(side, side, Pixmap.Format.RGBA8888);
            page.setFilter(Texture.TextureFilter.Nearest, Texture.TextureFilter.Nearest);
            page.setWrap(Texture.TextureWrap.ClampToEdge, Texture.TextureWrap.ClampToEdge);
            pages.add(page);
        }
        Upload.draw(pages.get(slot), image, 0, 0);
        return pages.get(slot);
    }

    /**
     * A page that is there; counts as use.
     *
     * @param key as given to {@link #put}
     * @return its texture, until it gives way; owned by this
     * @throws NoSuchElementException if it is not there
     */
    public Texture get(Object key) {
        int slot = slots.find(key);
        if (slot < 0) {
            throw new NoSuchElementException("No page of ground for " + key);
        }
        return pages.get(slot);
    }

    /**
     * Whether a page is there.
     *
     * @param key as given to {@link #put}
     * @return true until it gives way
     */
    public boolean contains(Object key) {
        return slots.contains(key);
    }

    /**
     * Texture memory in use.
     *
     * @return bytes
     */
    public long bytes() {
        return 4L * side * side * pages.size();
    }

    @Override
    public void dispose() {
        pages.forEach(Texture::dispose);
        pages.clear();
    }
}
