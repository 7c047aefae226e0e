package latentwilds.screen;

import java.util.Optional;
import latentwilds.synthesis.Finish;
import latentwilds.synthesis.Placement;
import latentwilds.texture.SpriteAtlas;

/** A slot of an atlas that the GPU draws a finished sprite to. Render thread. */
final class SpritePlacement implements Placement {
    private final SpriteAtlas atlas;
    private final Object key;
    private final Finish finish;
    private final int width;
    private final int height;
    private SpriteAtlas.Place place;

    /**
     * Reserves nothing yet.
     *
     * @param key what the sprite is asked for by
     * @param width pixels of the finished sprite
     * @param height pixels of the finished sprite
     */
    SpritePlacement(SpriteAtlas atlas, Object key, Finish finish, int width, int height) {
        this.atlas = atlas;
        this.key = key;
        this.finish = finish;
        this.width = width;
        this.height = height;
    }

    @Override
    public Optional<Finish> finish() {
        return Optional.of(finish);
    }

    @Override
    public Spot open() {
        place = atlas.reserve();
        return new Spot(place.texture(), place.x(), place.y(), width, height, 0);
    }

    @Override
    public void done() {
        atlas.publish(key, place, width, height);
    }

    @Override
    public void failed() {
        atlas.release(place);
    }
}
