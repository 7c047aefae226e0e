package latentwilds.synthesis.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;

/**
 * A generator's layers as DJL operations. DJL has no transposed convolution; {@link Layer.UpConv}
 * is computed as a 2 x 2 convolution with padding 1 to four times the channels on the (h + 1) x (w
 * + 1) grid, of which each of the four phases takes its own h x w window, interleaved.
 */
final class TorchLayers {
    private static final long BLOCK = 16;
    private static final int BILINEAR = 2;

    private final GeneratorSpec spec;
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> biases = new ArrayList<>();

    TorchLayers(NDManager manager, GeneratorWeights model) {
        spec = model.spec();
        int codeSize = spec.condition().codeSize();
        for (int i = 0; i < spec.layers().size(); i++) {
            Layer layer = spec.layers().get(i);
            float[] weight = model.weight(i);
            int inputs = layer.weightInputs(codeSize);
            int outputs = layer.outputs();
            float[] bias = model.bias(i);
            if (layer instanceof Layer.Dense dense) {
                weights.add(
                        manager.create(
                                weight,
                                new Shape(inputs, outputs * dense.height() * dense.width())));
            } else if (layer instanceof Layer.UpConv) {
                weights.add(
                        padded(
                                manager.create(
                                        phases(weight, inputs, outputs),
                                        new Shape(4L * outputs, inputs, 2, 2))));
            } else {
                weights.add(padded(manager.create(weight, new Shape(outputs, inputs, 3, 3))));
            }
            biases.add(manager.create(bias, new Shape(1, outputs, 1, 1)));
        }
    }

    /**
     * The four phase kernels, {@code [phase * outputs + output][input][2][2]}. Phase (py, px) reads
     * input rows y - 1 + py and y + py, with kernel rows 3 - py and 1 - py.
     */
    private static float[] phases(float[] weight, int inputs, int outputs) {
        float[] kernels = new float[16 * inputs * outputs];
        for (int phase = 0; phase < 4; phase++) {
            for (int o = 0; o < outputs; o++) {
                for (int i = 0; i < inputs; i++) {
                    for (int tap = 0; tap < 4; tap++) {
                        int ky = 3 - (phase >> 1) - 2 * (tap >> 1);
                        int kx = 3 - (phase & 1) - 2 * (tap & 1);
                        kernels[((phase * outputs + o) * inputs + i) * 4 + tap] =
                                weight[((i * outputs + o) * 4 + ky) * 4 + kx];
                    }
                }
            }
        }
        return kernels;
    }

    /** {@code noise [n][latentSize][rows][columns]}, code alike or null; pictures in [-1, 1]. */
    NDArray forward(NDArray noise, NDArray code) {
        NDArray x = noise;
        for (int i = 0; i < weights.size(); i++) {
            Layer layer = spec.layers().get(i);
            if (layer.inject() && code != null) {
                x = x.concat(enlarged(code, x.getShape()), 1);
            }
            long n = x.getShape().get(0);
            if (layer instanceof Layer.Dense dense) {
                x =
                        x.reshape(n, -1)
                                .matMul(weights.get(i))
                                .reshape(n, dense.outputs(), dense.height(), dense.width());
            } else if (layer instanceof Layer.UpConv up) {
                x = interleaved(convolve(x, weights.get(i)), up.outputs());
            } else {
                x = convolve(x, weights.get(i));
            }
            x = activate(layer, x.add(biases.get(i)));
        }
        return x;
    }

    private static NDArray enlarged(NDArray code, Shape size) {
        if (code.getShape().get(2) == size.get(2) && code.getShape().get(3) == size.get(3)) {
            return code;
        }
        if (code.getShape().get(2) == 1 && code.getShape().get(3) == 1) {
            return code.broadcast(
                    new Shape(size.get(0), code.getShape().get(1), size.get(2), size.get(3)));
        }
        return JniUtils.interpolate(
                (PtNDArray) code, new long[] {size.get(2), size.get(3)}, BILINEAR, false);
    }

    /**
     * With inputs that are zero, up to a multiple of 16: libtorch 2.7.1 computes other large
     * convolutions wrongly on some processors with AVX-512 (44 channels of 32 x 32, for example).
     */
    private static NDArray padded(NDArray array) {
        Shape shape = array.getShape();
        long missing = -shape.get(1) & BLOCK - 1;
        return missing == 0
                ? array
                : array.concat(
                        array.getManager()
                                .zeros(
                                        new Shape(
                                                shape.get(0), missing, shape.get(2), shape.get(3))),
                        1);
    }

    private static NDArray convolve(NDArray input, NDArray weight) {
        NDArray x = padded(input);
        return Conv2d.conv2d(x, weight, null, new Shape(1, 1), new Shape(1, 1)).singletonOrThrow();
    }

    private static NDArray interleaved(NDArray grids, int outputs) {
        long n = grids.getShape().get(0);
        long h = grids.getShape().get(2) - 1;
        long w = grids.getShape().get(3) - 1;
        NDArray[] rows = new NDArray[2];
        for (int py = 0; py < 2; py++) {
            NDArray[] columns = new NDArray[2];
            for (int px = 0; px < 2; px++) {
                String window =
                        ":,%d:%d,%d:%d,%d:%d"
                                .formatted(
                                        (2 * py + px) * outputs,
                                        (2 * py + px + 1) * outputs,
                                        py,
                                        py + h,
                                        px,
                                        px + w);
                columns[px] = grids.get(window);
            }
            rows[py] = columns[0].stack(columns[1], 4).reshape(n, outputs, h, 2 * w);
        }
        return rows[0].stack(rows[1], 3).reshape(n, outputs, 2 * h, 2 * w);
    }

    private static NDArray activate(Layer layer, NDArray x) {
        return switch (layer.activation()) {
            case NONE -> x;
            case RELU -> Activation.relu(x);
            case LEAKY_RELU -> Activation.leakyRelu(x, latentwilds.model.Activation.LEAKY_SLOPE);
            case TANH -> x.tanh();
        };
    }
}
