package latentwilds.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One step of a generator. Batch norm is folded into weights and bias at export, so a layer is a
 * linear map, a bias and an {@link Activation}.
 *
 * <p>Layer {@code i} owns two tensors in the model file: {@code layers.i.weight} (shape in {@link
 * #weightShape}) and {@code layers.i.bias} ({@code [outputs]}). A layer that {@linkplain #inject
 * injects} first concatenates the condition's code, enlarged bilinearly to the layer's input size
 * (half-pixel centres, edges clamped), after its own input channels; its weights have {@code inputs
 * + codeSize} input channels.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Layer.Dense.class, name = "dense"),
    @JsonSubTypes.Type(value = Layer.UpConv.class, name = "upconv"),
    @JsonSubTypes.Type(value = Layer.Conv3x3.class, name = "conv3x3")
})
public sealed interface Layer {

    /**
     * Channels that come from the layer before (or the latent), without the injected code.
     *
     * @return a positive count
     */
    int inputs();

    /**
     * Channels that the layer makes.
     *
     * @return a positive count
     */
    int outputs();

    /**
     * The function applied to every output.
     *
     * @return never null
     */
    Activation activation();

    /**
     * Whether the condition's code is concatenated to this layer's input.
     *
     * @return true for a conditional layer
     */
    boolean inject();

    /**
     * How many times wider and higher the output is than the input.
     *
     * @return 1 or 2; a {@link Dense} layer's output size is its own
     */
    int scale();

    /**
     * Shape of the weight tensor on disk.
     *
     * @param codeSize channels of the condition's code, 0 when unconditional
     * @return the dimensions, outermost first
     */
    int[] weightShape(int codeSize);

    /**
     * Input channels as the weights see them.
     *
     * @param codeSize channels of the condition's code
     * @return {@link #inputs} plus the code where it is injected
     */
    default int weightInputs(int codeSize) {
        return inputs() + (inject() ? codeSize : 0);
    }

    /**
     * A matrix from a latent vector to a small picture, {@code [outputs][height][width]}. Only
     * allowed on a 1 x 1 grid: first, or after dense layers that make 1 x 1. Weight {@code [inputs
     * (+code)][outputs][height][width]}: the layout of PyTorch's transposed convolution on a 1 x 1
     * input. The bias is per output channel.
     *
     * @param inputs latent size
     * @param outputs channels made
     * @param height rows made
     * @param width columns made
     * @param activation applied to every output
     * @param inject whether the code is concatenated to the latent
     */
    record Dense(
            int inputs, int outputs, int height, int width, Activation activation, boolean inject)
            implements Layer {
        @Override
        public int scale() {
            return 1;
        }

        @Override
        public int[] weightShape(int codeSize) {
            return new int[] {weightInputs(codeSize), outputs, height, width};
        }
    }

    /**
     * DCGAN's up-sampling layer: a transposed convolution with a 4 x 4 kernel, stride 2, padding 1.
     * Doubles the picture. Weight {@code [inputs (+code)][outputs][4][4]}, PyTorch's layout. Output
     * pixel {@code (2y + p, 2x + q)} reads the 2 x 2 inputs at rows {@code y - 1 + p, y + p}: four
     * phase kernels of 2 x 2.
     *
     * @param inputs channels read
     * @param outputs channels made
     * @param activation applied to every output
     * @param inject whether the code is concatenated to the input
     */
    record UpConv(int inputs, int outputs, Activation activation, boolean inject) implements Layer {
        @Override
        public int scale() {
            return 2;
        }

        @Override
        public int[] weightShape(int codeSize) {
            return new int[] {weightInputs(codeSize), outputs, 4, 4};
        }
    }

    /**
     * A 3 x 3 convolution, stride 1, zero padding 1 (cross-correlation, as in PyTorch). Weight
     * {@code [outputs][inputs (+code)][3][3]}.
     *
     * @param inputs channels read
     * @param outputs channels made
     * @param activation applied to every output
     * @param inject whether the code is concatenated to the input
     */
    record Conv3x3(int inputs, int outputs, Activation activation, boolean inject)
            implements Layer {
        @Override
        public int scale() {
            return 1;
        }

        @Override
        public int[] weightShape(int codeSize) {
            return new int[] {outputs, weightInputs(codeSize), 3, 3};
        }
    }
}
