package latentwilds.texture;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.utils.Disposable;

/**
 * One texture with equal slots, so that many sprites are drawn in one batch. When it is full, the
 * least recently used sprite makes room. Straight alpha, nearest filtering, 1 empty pixel between
 * slots. Render thread only; whoever made it disposes it, twice does no harm.
 *
 * <p>A region is valid until its key is evicted: {@link #get} it anew for every frame, do not keep
 * it. With more slots than sprites on screen, what was got in this frame stays.
 */
public final class SpriteAtlas implements Disposable {
    private final SlotLayout layout;
    private final Slots slots;
    private final Texture texture;
    private final TextureRegion[] regions;
    private final Upload upload;

    /**
     * Makes an empty atlas.
     *
     * @param slotWidth pixels of the widest sprite
     * @param slotHeight pixels of the highest sprite
     * @param slots how many sprites it holds
     * @throws IllegalArgumentException if the texture would be larger than 4096 pixels a side
     */
    public SpriteAtlas(int slotWidth, int slotHeight, int slots) {
        layout = SlotLayout.of(slotWidth, slotHeight, slots);
        this.slots = new Slots(slots);
        regions = new TextureRegion[slots];
        upload = new Upload(slotWidth, slotHeight);
        Pixmap empty = new Pixmap(layout.width(), layout.height(), Pixmap.Format.RGBA8888);
        texture = Upload.texture(empty);
        empty.dispose();
    }

    /**
     * Uploads a sprite. A key that is there already gets the new image.
     *
     * @param key a value with {@code equals} and {@code hashCode}
     * @param image not larger than a slot
     * @return the sprite, of the image's size
     * @throws IllegalArgumentException if the image does not fit
     */
    public TextureRegion put(Object key, PixelImage image) {
        if (image.width() > layout.slotWidth() || image.height() > layout.slotHeight()) {
            throw new IllegalArgumentException(
                    "Sprite %s: expected at most %d x %d pixels, found %d x %d"
                            .formatted(
                                    key,
                                    layout.slotWidth(),
                                    layout.slotHeight(),
                                    image.width(),
                                    image.height()));
        }
        int slot = slots.take(key);
        texture.draw(upload.fill(image), layout.x(slot), layout.y(slot));
        return region(slot, image.width(), image.height());
    }

    private TextureRegion region(int slot, int width, int height) {
        if (regions[slot] == null) {
            regions[slot] = new TextureRegion(texture);
        }
        regions[slot].setRegion(layout.x(slot), layout.y(slot), width, height);
        return regions[slot];
    }

    /**
     * A slot to draw to, which nobody sees before {@link #publish}.
     *
     * @return the place; to be published or {@linkplain #release released}
     * @throws IllegalStateException if all slots are reserved
     */
    public Place reserve() {
        int slot = slots.reserve();
        return new Place(slot, texture.getTextureObjectHandle(), layout.x(slot), layout.y(slot));
    }

    /**
     * A slot that is drawn to.
     *
     * @param slot which
     * @param texture GL name, owned by the atlas
     * @param x left
     * @param y top
     */
    public record Place(int slot, int texture, int x, int y) {}

    /**
     * Shows a slot from now on.
     *
     * @param key a value with {@code equals} and {@code hashCode}; what was there gives way
     * @param place reserved before
     * @param width of what was drawn, not larger than a slot
     * @param height of what was drawn
     */
    public void publish(Object key, Place place, int width, int height) {
        slots.assign(key, place.slot());
        region(place.slot(), width, height);
    }

    /**
     * Gives a slot back.
     *
     * @param place reserved before
     */
    public void release(Place place) {
        slots.release(place.slot());
    }

    /**
     * A sprite; this counts as a use.
     *
     * @param key what it was put under
     * @return the sprite, or null if it is not there
     */
    public TextureRegion get(Object key) {
        int slot = slots.find(key);
        return slot == Slots.NONE ? null : regions[slot];
    }

    /**
     * Whether a sprite is there; not a use.
     *
     * @param key what it was put under
     * @return whether {@link #get} would find it
     */
    public boolean contains(Object key) {
        return slots.contains(key);
    }

    /**
     * How many sprites there are.
     *
     * @return at most the number of slots
     */
    public int size() {
        return slots.size();
    }

    /**
     * Texture memory, which does not depend on how many slots are used.
     *
     * @return bytes
     */
    public long bytes() {
        return 4L * layout.width() * layout.height();
    }

    @Override
    public void dispose() {
        slots.clear();
        texture.dispose();
        upload.dispose();
    }
}
