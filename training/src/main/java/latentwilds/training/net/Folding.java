package latentwilds.training.net;

import java.util.LinkedHashMap;
import java.util.Map;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.ResizeKernel;

/**
 * Turns trained parameters into the game's weights: small up-sampling kernels become 4 x 4 ones,
 * and batch norm (with its running statistics) goes into weight and bias: {@code w' = w * gamma /
 * sqrt(var + eps)}, {@code b' = beta - mean * gamma / sqrt(var + eps)}.
 */
public final class Folding {
    private Folding() {}

    /**
     * Folds one generator.
     *
     * @param net for its spec and parameterisation
     * @param parameters values by name, as from {@link GeneratorNet#parameters}
     * @param statistics values by name, as from {@link GeneratorNet#statistics}
     * @param labelWeight what label codes were multiplied by, 0 to 1
     * @return weights that every backend runs
     */
    public static GeneratorWeights fold(
            GeneratorNet net,
            Map<String, float[]> parameters,
            Map<String, float[]> statistics,
            float labelWeight) {
        GeneratorSpec spec = net.spec();
        Map<String, float[]> tensors = new LinkedHashMap<>();
        for (Condition.Group group : spec.condition().groups()) {
            String name = GeneratorWeights.codesName(group.name());
            tensors.put(name, scaled(parameters.get(name), labelWeight));
            if (group.accents()) {
                tensors.put(
                        GeneratorWeights.accentsName(group.name()),
                        scaled(
                                parameters.get(GeneratorWeights.accentsName(group.name())),
                                labelWeight));
            }
        }
        int codeSize = spec.condition().codeSize();
        for (int i = 0; i < spec.layers().size(); i++) {
            Layer layer = spec.layers().get(i);
            float[] weight = parameters.get(GeneratorWeights.weightName(i)).clone();
            if (layer instanceof Layer.UpConv && net.upsampling().spreads()) {
                weight =
                        ResizeKernel.toTransposed(
                                weight,
                                net.upsampling().side(),
                                layer.outputs(),
                                layer.weightInputs(codeSize));
            }
            float[] bias;
            if (net.normalised(i)) {
                float[] gamma = parameters.get(GeneratorNet.name(i) + ".gamma");
                float[] beta = parameters.get(GeneratorNet.name(i) + ".beta");
                float[] mean = statistics.get(GeneratorNet.name(i) + ".mean");
                float[] variance = statistics.get(GeneratorNet.name(i) + ".variance");
                bias = new float[layer.outputs()];
                float[] scale = new float[layer.outputs()];
                for (int o = 0; o < bias.length; o++) {
                    scale[o] =
                            (float) (gamma[o] / Math.sqrt(variance[o] + Shapes.BATCH_NORM_EPSILON));
                    bias[o] = beta[o] - mean[o] * scale[o];
                }
                scaleOutputs(layer, layer.weightShape(codeSize), weight, scale);
            } else {
                bias = parameters.get(GeneratorWeights.biasName(i)).clone();
            }
            tensors.put(GeneratorWeights.weightName(i), weight);
            tensors.put(GeneratorWeights.biasName(i), bias);
        }
        return new GeneratorWeights(spec, tensors);
    }

    private static float[] scaled(float[] values, float factor) {
        float[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    private static void scaleOutputs(Layer layer, int[] shape, float[] weight, float[] scale) {
        int taps = shape[2] * shape[3];
        boolean outputsFirst = layer instanceof Layer.Conv3x3;
        for (int i = 0; i < weight.length; i++) {
            int row = i / taps;
            int output = outputsFirst ? row / shape[1] : row % shape[1];
            weight[i] *= scale[output];
        }
    }
}
