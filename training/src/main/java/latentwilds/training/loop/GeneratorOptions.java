package latentwilds.training.loop;

import static latentwilds.training.loop.Requirement.fraction;
import static latentwilds.training.loop.Requirement.notNegative;
import static latentwilds.training.loop.Requirement.require;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentwilds.model.Activation;
import latentwilds.model.GeneratorSpec;
import latentwilds.training.net.Initialisation;
import latentwilds.training.net.Upsampling;

/**
 * The generator's architecture.
 *
 * @param spatial true for a generator on a grid of cells (ground), false for one latent per picture
 * @param latentSize noise numbers per latent (per cell when spatial)
 * @param regionSize how many of these are the same all over a picture when spatial; 0 for none
 * @param regionSpread how far from a training texture's own place the region noise is drawn when a
 *     picture is to be of that texture: 0 to 1, a standard deviation; 0 to give textures no places
 * @param periods lengths in cells of waves that tell a generator on a grid where a cell lies along
 *     each axis, for what comes in rows; empty for none
 * @param codes label group to length of its learned code; empty for an unconditional generator
 * @param accents whether the codes of labels lean with the noise that a picture shares
 * @param mlp widths of dense layers in place of all up-sampling (a multi-layer perceptron); empty
 *     for a DCGAN
 * @param start side of the first feature map in pixels: 4, or 8 (dense to 8 x 8)
 * @param widths channels after each hidden layer, first to last; the picture layer follows
 * @param doubled whether each hidden up-sampling layer is followed by a 3 x 3 convolution
 * @param refine channels of a last up-sampling layer in front of a 3 x 3 convolution that makes the
 *     picture; 0 to let the last up-sampling layer make it
 * @param activation after hidden layers
 * @param batchNorm whether hidden layers are batch-normalised
 * @param dropout share of hidden values that are zeroed while training, 0 for none
 * @param upsampling parameterisation of the up-sampling kernels
 * @param initialisation of the weights
 */
public record GeneratorOptions(
        boolean spatial,
        int latentSize,
        int regionSize,
        double regionSpread,
        List<Integer> periods,
        Map<String, Integer> codes,
        boolean accents,
        List<Integer> mlp,
        int start,
        List<Integer> widths,
        boolean doubled,
        int refine,
        Activation activation,
        boolean batchNorm,
        double dropout,
        Upsampling upsampling,
        Initialisation initialisation) {

    /** Checks every value. */
    public GeneratorOptions {
        codes = new TreeMap<>(codes);
        // Runs from before there were waves do not name them.
        periods = periods == null ? List.of() : List.copyOf(periods);
        mlp = List.copyOf(mlp);
        widths = List.copyOf(widths);
        require(latentSize > 0, "generator.latentSize", "a positive number", latentSize);
        require(start == 4 || start == 8, "generator.start", "4 or 8", start);
        require(
                regionSize >= 0 && regionSize < latentSize && (spatial || regionSize == 0),
                "generator.regionSize",
                "0, or less than latentSize when spatial",
                regionSize);
        fraction("generator.regionSpread", regionSpread);
        require(
                regionSpread == 0 || regionSize > 0,
                "generator.regionSpread",
                "0, since generator.regionSize is 0",
                regionSpread);
        require(
                periods.isEmpty() || spatial && periods.stream().allMatch(p -> p > 1),
                "generator.periods",
                spatial ? "lengths of 2 cells or more" : "none, since generator.spatial is false",
                periods);
        require(
                !accents || regionSize > 0 && !codes.isEmpty(),
                "generator.accents",
                "false, since generator.regionSize is 0 or generator.codes names no labels",
                true);
        require(!widths.isEmpty(), "generator.widths", "at least one", widths);
        for (int width : widths) {
            require(width > 0, "generator.widths", "positive numbers", widths);
        }
        for (int width : mlp) {
            require(width > 0, "generator.mlp", "positive numbers", mlp);
        }
        require(mlp.isEmpty() || !spatial, "generator.mlp", "none when spatial", mlp);
        for (int codeSize : codes.values()) {
            require(codeSize > 0, "generator.codes", "positive code lengths", codes);
        }
        require(activation != null, "generator.activation", "an activation", "none");
        require(activation != Activation.TANH, "generator.activation", "not tanh", "tanh");
        require(upsampling != null, "generator.upsampling", "transposed or resize", "none");
        require(initialisation != null, "generator.initialisation", "a rule", "none");
        notNegative("generator.refine", refine);
        fraction("generator.dropout", dropout);
        require(dropout < 1, "generator.dropout", "less than 1", dropout);
    }

    /** Noise channels per cell: those that chance fills, and the waves. */
    int channels() {
        return latentSize + GeneratorSpec.WAVES * periods.size();
    }

    /**
     * Side of the picture that a vector generator makes.
     *
     * @return pixels
     */
    int side() {
        return start << widths.size();
    }
}
