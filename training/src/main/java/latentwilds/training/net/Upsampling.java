package latentwilds.training.net;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an up-sampling layer's 4 x 4 kernel is parameterised while it is trained. */
public enum Upsampling {
    /** All sixteen weights are free: DCGAN's transposed convolution. Can show a checkerboard. */
    @JsonProperty("transposed")
    TRANSPOSED,
    /** Made from a 3 x 3 kernel: equal to nearest-neighbour enlargement and convolution. */
    @JsonProperty("resize")
    RESIZE
}
