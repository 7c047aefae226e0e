package latentwilds.training.feature;

import java.util.List;
import latentwilds.synthesis.Picture;

/**
 * One picture and what the networks compute for it.
 *
 * @param picture what the discriminator saw
 * @param generator latent first, picture last; empty for a picture from elsewhere
 * @param discriminator from the picture on
 * @param logit the discriminator's verdict: high for real
 * @param company mean logit of the generated pictures that were judged in the same batch: what to
 *     compare {@code logit} with, since a relativistic loss leaves its zero open
 */
public record Features(
        Picture picture,
        List<FeatureMaps> generator,
        List<FeatureMaps> discriminator,
        float logit,
        float company) {

    /** Copies the lists. */
    public Features {
        generator = List.copyOf(generator);
        discriminator = List.copyOf(discriminator);
    }
}
