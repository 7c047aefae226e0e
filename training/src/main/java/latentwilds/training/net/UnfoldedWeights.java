package latentwilds.training.net;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.ResizeKernel;

/**
 * The game's weights as parameters of a {@link GeneratorNet}: the way back from {@link Folding}.
 * Kernels become small again where they were; of batch norm, which is in the weights, what is left
 * is a shift.
 */
public final class UnfoldedWeights {
    /** How far a 4 x 4 kernel may be from its small one; half precision comes to 1e-3. */
    private static final double TOLERANCE = 0.01;

    private UnfoldedWeights() {}

    /**
     * Values and their dimensions.
     *
     * @param values row-major
     * @param shape outermost first
     */
    public record Array(float[] values, int[] shape) {
        private static Array of(float... values) {
            return new Array(values, new int[] {values.length});
        }
    }

    /**
     * Takes a generator apart.
     *
     * @param weights as {@link Folding} made them
     * @param upsampling of the net that is to have them
     * @return parameters and statistics by the names that a {@link GeneratorNet} with or without
     *     batch norm has
     */
    public static Map<String, Array> of(GeneratorWeights weights, Upsampling upsampling) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        for (Condition.Group group : weights.spec().condition().groups()) {
            arrays.put(
                    GeneratorWeights.codesName(group.name()),
                    new Array(
                            weights.tensors().get(GeneratorWeights.codesName(group.name())),
                            new int[] {group.labels().size(), group.codeSize()}));
            if (group.accents()) {
                String name = GeneratorWeights.accentsName(group.name());
                arrays.put(
                        name,
                        new Array(
                                weights.tensors().get(name),
                                GeneratorWeights.accentsShape(weights.spec(), group)));
            }
        }
        int codeSize = weights.spec().condition().codeSize();
        for (int i = 0; i < weights.spec().layers().size(); i++) {
            Layer layer = weights.spec().layers().get(i);
            Array kernel =
                    new Array(
                            weights.tensors().get(GeneratorWeights.weightName(i)),
                            layer.weightShape(codeSize));
            if (layer instanceof Layer.UpConv && upsampling.spreads()) {
                kernel = gathered(kernel, upsampling.side());
            }
            arrays.put(GeneratorWeights.weightName(i), kernel);
            float[] bias = weights.tensors().get(GeneratorWeights.biasName(i));
            float[] ones = new float[bias.length];
            Arrays.fill(ones, 1);
            arrays.put(GeneratorWeights.biasName(i), Array.of(bias));
            String name = GeneratorNet.name(i);
            arrays.put(name + ".beta", Array.of(bias));
            arrays.put(name + ".gamma", Array.of(ones));
            arrays.put(name + ".mean", Array.of(new float[bias.length]));
            float[] variance = new float[bias.length];
            Arrays.fill(variance, 1 - Shapes.BATCH_NORM_EPSILON);
            arrays.put(name + ".variance", Array.of(variance));
        }
        return arrays;
    }

    private static Array gathered(Array kernel, int side) {
        int inputs = kernel.shape[0];
        int outputs = kernel.shape[1];
        float[] fitted = ResizeKernel.fromTransposed(kernel.values, side, outputs, inputs);
        float[] again = ResizeKernel.toTransposed(fitted, side, outputs, inputs);
        double error = 0;
        double all = 0;
        for (int i = 0; i < again.length; i++) {
            error += Math.pow(again[i] - kernel.values[i], 2);
            all += Math.pow(kernel.values[i], 2);
        }
        return error <= TOLERANCE * TOLERANCE * all
                ? new Array(fitted, new int[] {outputs, inputs, side, side})
                : kernel;
    }
}
