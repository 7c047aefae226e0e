package latentwilds.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The element-wise function at the end of a layer. */
public enum Activation {
    /** Identity. */
    @JsonProperty("none")
    NONE,
    /** {@code max(x, 0)}. */
    @JsonProperty("relu")
    RELU,
    /** {@code x} above zero, {@code 0.2 x} below: DCGAN's slope. */
    @JsonProperty("leaky_relu")
    LEAKY_RELU,
    /** Hyperbolic tangent: the picture's own range, [-1, 1]. */
    @JsonProperty("tanh")
    TANH;

    /** Slope of {@link #LEAKY_RELU} below zero. */
    public static final float LEAKY_SLOPE = 0.2f;

    /**
     * Applies the function to one value.
     *
     * @param x the layer's sum, before the activation
     * @return the activated value
     */
    public float apply(float x) {
        return switch (this) {
            case NONE -> x;
            case RELU -> Math.max(x, 0);
            case LEAKY_RELU -> x > 0 ? x : LEAKY_SLOPE * x;
            case TANH -> (float) Math.tanh(x);
        };
    }
}
