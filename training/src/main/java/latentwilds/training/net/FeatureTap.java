package latentwilds.training.net;

import ai.djl.ndarray.NDArray;

/** Is shown what a network computes on its way. */
@FunctionalInterface
public interface FeatureTap {
    /** Looks at nothing. */
    FeatureTap NONE = (layer, features) -> {};

    /**
     * A layer's result after its activation.
     *
     * @param layer its name
     * @param features {@code [n][channels][h][w]}; valid during the call
     */
    void see(String layer, NDArray features);
}
