package latentwilds.entity;

import latentwilds.latent.LatentId;
import latentwilds.world.Biome;

/** What somebody who sees a species before it lives anywhere can say of it. */
public interface Appearance {
    /** Sees nothing: whatever is drawn first lives where it is drawn. */
    Appearance UNSEEN =
            new Appearance() {
                @Override
                public Impression impression(LatentId look, Biome ground) {
                    return Impression.NONE;
                }

                @Override
                public Forecast forecast(LatentId look) {
                    return Forecast.NONE;
                }
            };

    /**
     * What it looks like on a ground. Draws it: some milliseconds.
     *
     * @param look a species' centre
     * @param ground where it would live
     * @return whether one sees it, and whether it is worth seeing
     */
    Impression impression(LatentId look, Biome ground);

    /**
     * What its latent tells. Draws nothing: some microseconds.
     *
     * @param look a species' centre
     * @return what to expect
     */
    Forecast forecast(LatentId look);
}
