package latentwilds.training.loop;

import static latentwilds.training.loop.Requirement.fraction;
import static latentwilds.training.loop.Requirement.notNegative;
import static latentwilds.training.loop.Requirement.require;

import java.util.List;
import latentwilds.training.net.DiscriminatorSpec;
import latentwilds.training.net.Initialisation;

/**
 * The discriminator's architecture.
 *
 * @param mlp widths of dense layers in place of all convolutions; empty for a DCGAN
 * @param stem channels of a first full-size convolution, 0 for none
 * @param widths channels after each strided convolution, down to 4 x 4
 * @param doubled whether each strided convolution is followed by a 3 x 3 one
 * @param head {@code dense} for things in a frame, {@code patch} for texture
 * @param diversity whether the discriminator sees the batch's standard deviation
 * @param batchNorm whether layers after the first are batch-normalised; not together with a
 *     gradient penalty
 * @param spectralNorm whether weights are divided by their largest singular value
 * @param dropout share of hidden values that are zeroed while training, 0 for none
 * @param initialisation of the weights
 * @param textures share of the pictures, real and fake, of which the discriminator is told the
 *     training texture; 0 for none
 * @param frozen how many of the layers nearest to the picture keep their weights (FreezeD); for a
 *     run that starts from another
 */
public record DiscriminatorOptions(
        List<Integer> mlp,
        int stem,
        List<Integer> widths,
        boolean doubled,
        DiscriminatorSpec.Head head,
        boolean diversity,
        boolean batchNorm,
        boolean spectralNorm,
        double dropout,
        Initialisation initialisation,
        double textures,
        int frozen) {

    /** Checks every value. */
    public DiscriminatorOptions {
        mlp = List.copyOf(mlp);
        widths = List.copyOf(widths);
        for (int width : mlp) {
            require(width > 0, "discriminator.mlp", "positive numbers", mlp);
        }
        for (int width : widths) {
            require(width > 0, "discriminator.widths", "positive numbers", widths);
        }
        notNegative("discriminator.stem", stem);
        require(head != null, "discriminator.head", "dense or patch", "none");
        require(initialisation != null, "discriminator.initialisation", "a rule", "none");
        fraction("discriminator.dropout", dropout);
        require(dropout < 1, "discriminator.dropout", "less than 1", dropout);
        fraction("discriminator.textures", textures);
        notNegative("discriminator.frozen", frozen);
    }
}
