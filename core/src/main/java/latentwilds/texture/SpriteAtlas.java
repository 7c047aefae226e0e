package latentwilds.texture;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.utils.Disposable;
import java.util.NoSuchElementException;

/**
 * One texture with equal slots for sprites, one transparent pixel apart; the least recently used
 * sprite gives way when it is full. Render thread only; the owner disposes it.
 */
public final class SpriteAtlas implements Disposable {
    private static final int GAP = 1;

    private final int slotWidth;
    private final int slotHeight;
    private final int columns;
    private final Slots slots;
    private final Texture texture;

    /**
     * Makes an empty atlas.
     *
     * @param slotWidth pixels of a sprite
     * @param slotHeight pixels of a sprite
     * @param capacity sprites that fit
     */
    public SpriteAtlas(int slotWidth, int slotHeight, int capacity) {
        this.slotWidth = slotWidth;
        this.slotHeight = slotHeight;
        columns = (int) Math.ceil(Math.sqrt((double) capacity * slotHeight / slotWidth));
        int rows = (capacity + columns - 1) / columns;
        slots = new Slots(capacity);
        Pixmap clear =
                new Pixmap(
                        columns * (slotWidth + GAP),
                        rows * (slotHeight + GAP),
                        Pixmap.Format.RGBA8888);
        texture = new Texture(clear);
        clear.dispose();
        texture.setFilter(Texture.TextureFilter.Nearest, Texture.TextureFilter.Nearest);
    }

    /**
     * Uploads a sprite.
     *
     * @param key a value that identifies it
     * @param image of the slots' size
     * @return where it is, until it gives way
     */
    public TextureRegion put(Object key, PixelImage image) {
        if (image.width() != slotWidth || image.height() != slotHeight) {
            throw new IllegalArgumentException(
                    "Sprite: expected %d x %d pixels, found %d x %d"
                            .formatted(slotWidth, slotHeight, image.width(), image.height()));
        }
        int slot = slots.take(key);
        Upload.draw(texture, image, left(slot), top(slot));
        return region(slot);
    }

    /**
     * A sprite that is there; counts as use.
     *
     * @param key as given to {@link #put}
     * @return where it is, until it gives way
     * @throws NoSuchElementException if it is not there
     */
    public TextureRegion get(Object key) {
        int slot = slots.find(key);
        if (slot < 0) {
            throw new NoSuchElementException("Sprite atlas has no " + key);
        }
        return region(slot);
    }

    private TextureRegion region(int slot) {
        return new TextureRegion(texture, left(slot), top(slot), slotWidth, slotHeight);
    }

    private int left(int slot) {
        return slot % columns * (slotWidth + GAP);
    }

    private int top(int slot) {
        return slot / columns * (slotHeight + GAP);
    }

    /**
     * Whether a sprite is there.
     *
     * @param key as given to {@link #put}
     * @return true until it gives way
     */
    public boolean contains(Object key) {
        return slots.contains(key);
    }

    /**
     * How many sprites are there.
     *
     * @return at most the capacity
     */
    public int size() {
        return slots.size();
    }

    @Override
    public void dispose() {
        texture.dispose();
    }
}
