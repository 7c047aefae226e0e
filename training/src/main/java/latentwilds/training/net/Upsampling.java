package latentwilds.training.net;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an up-sampling layer's 4 x 4 kernel is parameterised while it is trained. */
public enum Upsampling {
    /** All sixteen weights are free: DCGAN's transposed convolution. Can show a checkerboard. */
    @JsonProperty("transposed")
    TRANSPOSED(4),
    /** Made from a 3 x 3 kernel: equal to nearest-neighbour enlargement and convolution. */
    @JsonProperty("resize")
    RESIZE(3),
    /**
     * Made from a 2 x 2 kernel: equal to linear interpolation and convolution. Nothing is left of
     * the coarser map's pixels, whose straight edges the other two have to learn to hide.
     */
    @JsonProperty("smooth")
    SMOOTH(2);

    private final int side;

    Upsampling(int side) {
        this.side = side;
    }

    /** Side of the kernel that is trained; 4 is {@code [inputs][outputs]}, others the other way. */
    int side() {
        return side;
    }

    boolean spreads() {
        return side < 4;
    }
}
