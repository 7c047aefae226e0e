package latentwilds.entity.component;

import com.badlogic.ashley.core.Component;
import latentwilds.latent.LatentId;

/** What an entity looks like: the identity of its sprite. */
public final class Look implements Component {
    /**
     * Metres between two feet from which on pictures of size 1, 2.1 metres wide, hardly overlap.
     */
    public static final float ROOM = 2.3f;

    /** The sprite's latent. */
    public final LatentId sprite;

    /** How large it is drawn, 1 for most. */
    public final float size;

    /**
     * An entity's look.
     *
     * @param sprite the sprite's latent
     */
    public Look(LatentId sprite) {
        this(sprite, 1);
    }

    /**
     * The look of one that is larger or smaller than others.
     *
     * @param sprite the sprite's latent
     * @param size factor
     */
    public Look(LatentId sprite, float size) {
        this.sprite = sprite;
        this.size = size;
    }
}
