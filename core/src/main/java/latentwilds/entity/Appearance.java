package latentwilds.entity;

import latentwilds.latent.LatentId;
import latentwilds.world.Biome;

/** What somebody who sees a species before it lives anywhere can say of it. */
public interface Appearance {
    /** Sees nothing: whatever is drawn first lives where it is drawn. */
    Appearance UNSEEN =
            new Appearance() {
                @Override
                public double contrast(LatentId look, Biome ground) {
                    return 0;
                }

                @Override
                public Forecast forecast(LatentId look) {
                    return Forecast.NONE;
                }
            };

    /**
     * How clearly it stands out from a ground. Draws it: some milliseconds.
     *
     * @param look a species' centre
     * @param ground where it would live
     * @return contrast ratio of the body's and the ground's mean luminance, 1 to 21; 0 if unknown
     */
    double contrast(LatentId look, Biome ground);

    /**
     * What its latent tells. Draws nothing: some microseconds.
     *
     * @param look a species' centre
     * @return what to expect
     */
    Forecast forecast(LatentId look);
}
