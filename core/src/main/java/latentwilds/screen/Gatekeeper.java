package latentwilds.screen;

import java.util.concurrent.atomic.AtomicLong;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.LatentId;
import latentwilds.latent.Pushes;
import latentwilds.latent.Rerolls;
import latentwilds.model.ModelPack;

/** Lets the models' gates choose latents, and counts what they refuse. Any thread. */
final class Gatekeeper {
    private final ModelPack pack;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    Gatekeeper(ModelPack pack) {
        this.pack = pack;
    }

    /** The input for an identity's picture. */
    LatentGrid grid(LatentId id) {
        LatentId passing = Rerolls.passing(id, pack.model(id.kind()));
        asked.incrementAndGet();
        if (!passing.equals(id)) {
            refused.incrementAndGet();
        }
        return Pushes.grid(passing, pack.model(id.kind()));
    }

    /** Identities so far, and how many of them were drawn anew. */
    String line() {
        return "gate: %d of %d latents drawn anew".formatted(refused.get(), asked.get());
    }
}
