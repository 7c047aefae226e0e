package latentwilds.model;

/**
 * A generator ready to be put on a backend.
 *
 * @param weights spec and numbers
 * @param card what is known about it
 */
public record Model(GeneratorWeights weights, ModelCard card) {}
