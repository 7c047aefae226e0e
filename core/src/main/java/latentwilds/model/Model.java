package latentwilds.model;

import java.util.Optional;

/**
 * A generator ready to be put on a backend.
 *
 * @param weights spec and numbers
 * @param card what is known about it
 * @param gate refuses latents of bad pictures; nothing where none was made
 */
public record Model(GeneratorWeights weights, ModelCard card, Optional<Gate> gate) {
    /**
     * A generator that draws every latent.
     *
     * @param weights spec and numbers
     * @param card what is known about it
     */
    public Model(GeneratorWeights weights, ModelCard card) {
        this(weights, card, Optional.empty());
    }
}
