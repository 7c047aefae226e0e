package latentwilds.training.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * What was found, without the maps' values.
     *
     * @return plain data, keys in the order to be printed
     */
    public Map<String, Object> about() {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("logit", logit);
        about.put("companyLogit", company);
        about.put("generator", generator.stream().map(FeatureMaps::about).toList());
        about.put("discriminator", discriminator.stream().map(FeatureMaps::about).toList());
        return about;
    }
}
