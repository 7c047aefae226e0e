package latentwilds.screen;

import java.util.concurrent.atomic.AtomicLong;
import latentwilds.entity.Character;
import latentwilds.entity.Portraits;
import latentwilds.entity.Sprites;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.LatentId;
import latentwilds.latent.Pushes;
import latentwilds.latent.Rerolls;
import latentwilds.model.Model;
import latentwilds.model.ModelPack;

/**
 * Decides whose latents are drawn: people's figures are cast to suit their portraits, and the
 * models' gates and what is legible choose among the rest. Counts what is refused. Any thread but
 * the render thread, which must not wait for a portrait to be looked at.
 */
final class Gatekeeper {
    private final ModelPack pack;
    private final Sprites sprites;
    private final Portraits portraits;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    Gatekeeper(ModelPack pack, Sprites sprites, Portraits portraits) {
        this.pack = pack;
        this.sprites = sprites;
        this.portraits = portraits;
    }

    /** The input for an identity's picture. */
    LatentGrid grid(LatentId id) {
        Model model = pack.model(id.kind());
        boolean face = id.kind().equals(Character.FACES);
        LatentId wished = face ? id : sprites.cast(id);
        LatentId drawn = face ? portraits.drawn(id) : Rerolls.passing(wished, model);
        asked.incrementAndGet();
        if (!drawn.equals(wished)) {
            refused.incrementAndGet();
        }
        return Pushes.grid(drawn, model);
    }

    /** Identities so far, and how many of them were drawn anew. */
    String line() {
        return "gate: %d of %d latents drawn anew".formatted(refused.get(), asked.get());
    }
}
