package latentwilds.training.net;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The architecture of a {@link DiscriminatorNet}.
 *
 * @param size picture side in pixels: 4 times a power of two, unless {@code mlp} is given
 * @param channels 3 or 4
 * @param mlp widths of dense layers in place of the convolutions; empty for a DCGAN
 * @param stem channels of a first 3 x 3 convolution at full size; 0 for none
 * @param widths channels after each strided convolution; their number takes {@code size} to 4
 * @param doubled whether a 3 x 3 convolution follows each strided one
 * @param head what turns the last features into a logit
 * @param diversity whether the batch's standard deviation is shown to the head
 * @param classifier whether it can also guess a picture's labels
 * @param batchNorm whether layers after the first are normalised
 * @param spectralNorm whether weights are divided by their largest singular value
 * @param dropout share of hidden values that are zeroed while training
 * @param initialisation of the weights
 * @param textures how many training textures it may be told of; 0 for none
 * @param frozen how many layers, from the picture on, are not trained
 */
public record DiscriminatorSpec(
        int size,
        int channels,
        List<Integer> mlp,
        int stem,
        List<Integer> widths,
        boolean doubled,
        Head head,
        boolean diversity,
        boolean classifier,
        boolean batchNorm,
        boolean spectralNorm,
        double dropout,
        Initialisation initialisation,
        int textures,
        int frozen) {

    /**
     * The same network to look through, not to train.
     *
     * @return no value is dropped out
     */
    public DiscriminatorSpec withoutDropout() {
        return new DiscriminatorSpec(
                size,
                channels,
                mlp,
                stem,
                widths,
                doubled,
                head,
                diversity,
                classifier,
                batchNorm,
                spectralNorm,
                0,
                initialisation,
                textures,
                frozen);
    }

    /** How features become a logit. */
    public enum Head {
        /** One matrix over the 4 x 4 features: knows where things are. */
        @JsonProperty("dense")
        DENSE,
        /** A 3 x 3 convolution, averaged: judges texture wherever it is. */
        @JsonProperty("patch")
        PATCH
    }
}
