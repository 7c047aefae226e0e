package latentwilds.entity.component;

import com.badlogic.ashley.core.Component;
import latentwilds.latent.LatentId;

/** What an entity looks like: the identity of its sprite. */
public final class Look implements Component {
    /** The sprite's latent. */
    public final LatentId sprite;

    /**
     * An entity's look.
     *
     * @param sprite the sprite's latent
     */
    public Look(LatentId sprite) {
        this.sprite = sprite;
    }
}
