package latentwilds.texture;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.utils.Disposable;
import java.util.ArrayList;
import java.util.List;

/**
 * The ground's textures, one per chunk, bounded in bytes. When the bound is reached, the least
 * recently used texture takes the new image. Nearest filtering, clamped to the edge. Render thread
 * only; whoever made it disposes it, twice does no harm.
 *
 * <p>A texture shows its place until that is evicted: {@link #get} it anew for every frame, do not
 * keep it.
 */
public final class TerrainPages implements Disposable {
    private final int pagePixels;
    private final Slots slots;
    private final List<Texture> textures = new ArrayList<>();
    private final Upload upload;

    /**
     * Makes no texture yet.
     *
     * @param pagePixels side of a chunk
     * @param maxBytes most texture memory to use
     * @throws IllegalArgumentException if not even one page fits
     */
    public TerrainPages(int pagePixels, long maxBytes) {
        long pages = maxBytes / pageBytes(pagePixels);
        if (pages < 1) {
            throw new IllegalArgumentException(
                    "Terrain pages: expected at least %d bytes for one page of %d pixels, found %d"
                            .formatted(pageBytes(pagePixels), pagePixels, maxBytes));
        }
        this.pagePixels = pagePixels;
        slots = new Slots((int) Math.min(Integer.MAX_VALUE, pages));
        upload = new Upload(pagePixels, pagePixels);
    }

    private static long pageBytes(int pagePixels) {
        if (pagePixels < 1) {
            throw new IllegalArgumentException(
                    "Terrain pages: expected a page of at least 1 pixel, found " + pagePixels);
        }
        return 4L * pagePixels * pagePixels;
    }

    /**
     * Uploads a chunk. A place that is there already gets the new image.
     *
     * @param place a value with {@code equals} and {@code hashCode}
     * @param image exactly a page
     * @return its texture
     * @throws IllegalArgumentException if the image has another size
     */
    public Texture put(Object place, PixelImage image) {
        if (image.width() != pagePixels || image.height() != pagePixels) {
            throw new IllegalArgumentException(
                    "Page %s: expected %d x %d pixels, found %d x %d"
                            .formatted(
                                    place, pagePixels, pagePixels, image.width(), image.height()));
        }
        Pixmap pixmap = upload.fill(image);
        int slot = slots.take(place);
        if (slot == textures.size()) {
            textures.add(Upload.texture(pixmap));
        } else {
            textures.get(slot).draw(pixmap, 0, 0);
        }
        return textures.get(slot);
    }

    /**
     * A page to draw to, which nobody sees before {@link #publish}.
     *
     * @return the page; to be published or {@linkplain #release released}
     * @throws IllegalStateException if all pages are reserved
     */
    public Page reserve() {
        int slot = slots.reserve();
        while (textures.size() <= slot) {
            textures.add(Upload.texture(upload.pixmap()));
        }
        return new Page(slot, textures.get(slot));
    }

    /**
     * A page that is drawn to.
     *
     * @param slot which
     * @param texture owned by the pages
     */
    public record Page(int slot, Texture texture) {}

    /**
     * Shows a page from now on.
     *
     * @param place a value with {@code equals} and {@code hashCode}; what was there gives way
     * @param page reserved before
     */
    public void publish(Object place, Page page) {
        slots.assign(place, page.slot());
    }

    /**
     * Gives a page back.
     *
     * @param page reserved before
     */
    public void release(Page page) {
        slots.release(page.slot());
    }

    /**
     * A chunk's texture; this counts as a use.
     *
     * @param place what it was put under
     * @return its texture, or null if it is not there
     */
    public Texture get(Object place) {
        int slot = slots.find(place);
        return slot == Slots.NONE ? null : textures.get(slot);
    }

    /**
     * Whether a chunk is there; not a use.
     *
     * @param place what it was put under
     * @return whether {@link #get} would find it
     */
    public boolean contains(Object place) {
        return slots.contains(place);
    }

    /**
     * How many chunks there are.
     *
     * @return a count
     */
    public int size() {
        return slots.size();
    }

    /**
     * Texture memory in use.
     *
     * @return bytes, never more than the bound
     */
    public long bytes() {
        return textures.size() * pageBytes(pagePixels);
    }

    @Override
    public void dispose() {
        slots.clear();
        textures.forEach(Texture::dispose);
        textures.clear();
        upload.dispose();
    }
}
