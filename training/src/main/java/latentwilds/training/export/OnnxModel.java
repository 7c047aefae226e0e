package latentwilds.training.export;

import static latentwilds.training.export.OnnxNodes.fraction;
import static latentwilds.training.export.OnnxNodes.number;
import static latentwilds.training.export.OnnxNodes.numbers;
import static latentwilds.training.export.OnnxNodes.text;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import latentwilds.model.Activation;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.SafeTensors;

/**
 * A generator as an ONNX graph (opset 17). Inputs {@code noise} {@code [n, latentSize, rows,
 * columns]} and, for a conditional one, {@code code} {@code [n, codeSize, rows, columns]}; output
 * {@code picture} {@code [n, channels, height, width]} in [-1, 1]. Batch size varies, and so do
 * rows and columns of a spatial generator; those of others are 1. Half-precision weights are
 * widened when the graph is loaded: inputs, outputs and arithmetic are always floats.
 *
 * @see <a href="https://onnx.ai/onnx/operators/">the operators' definitions</a>
 */
final class OnnxModel {
    private static final int OPSET = 17;
    private static final int IR_VERSION = 8;
    private static final String PRODUCER = "latent-wilds";

    private final GeneratorSpec spec;
    private final GeneratorWeights weights;
    private final SafeTensors.Type type;
    private final OnnxNodes nodes;
    private final Set<String> sizes = new HashSet<>();

    private OnnxModel(Exportable model) {
        weights = model.weights();
        spec = weights.spec();
        type = model.type();
        nodes = new OnnxNodes(spec.kind());
    }

    /** The whole model, with metadata. */
    static ModelProto of(Exportable model) {
        ModelProto.Builder proto =
                ModelProto.newBuilder()
                        .setIrVersion(IR_VERSION)
                        .setProducerName(PRODUCER)
                        .setModelVersion(1)
                        .setDocString(String.valueOf(model.card().description()))
                        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                        .setGraph(new OnnxModel(model).graph());
        Map<String, String> metadata = new LinkedHashMap<>(About.all(model));
        metadata.put("codes", About.codes(model.weights()));
        metadata.put("accents", About.accents(model.weights()));
        metadata.put("places", About.places(model.weights()));
        metadata.forEach(
                (key, value) ->
                        proto.addMetadataProps(
                                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return proto.build();
    }

    private GraphProto graph() {
        int codeSize = spec.condition().codeSize();
        Object rows = spec.spatial() ? "rows" : Integer.valueOf(1);
        Object columns = spec.spatial() ? "columns" : Integer.valueOf(1);
        String x = nodes.input("noise", "n", spec.latentSize(), rows, columns);
        String code = codeSize == 0 ? null : nodes.input("code", "n", codeSize, rows, columns);
        // Pixels per cell so far, along each side.
        int high = 1;
        int wide = 1;
        for (int i = 0; i < spec.layers().size(); i++) {
            Layer layer = spec.layers().get(i);
            if (layer.inject() && code != null) {
                x =
                        nodes.node(
                                "Concat",
                                name(i, "input"),
                                List.of(x, enlarged(code, high, wide)),
                                number("axis", 1));
            }
            x = activated(i, convolved(i, x));
            high *= layer instanceof Layer.Dense dense ? dense.height() : layer.scale();
            wide *= layer instanceof Layer.Dense dense ? dense.width() : layer.scale();
        }
        nodes.node("Identity", "picture", List.of(x));
        nodes.output(
                "picture",
                "n",
                spec.channels(),
                spec.spatial() ? "height" : Integer.valueOf(high),
                spec.spatial() ? "width" : Integer.valueOf(wide));
        return nodes.graph();
    }

    /** Bilinear, half-pixel centres; beyond the edge, ONNX repeats it, as the spec's layers do. */
    private String enlarged(String code, int high, int wide) {
        if (high == 1 && wide == 1) {
            return code;
        }
        String size = "code.%dx%d".formatted(high, wide);
        if (!sizes.add(size)) {
            return size;
        }
        String scales =
                nodes.constant(
                        size + ".scales",
                        new int[] {4},
                        new float[] {1, 1, high, wide},
                        SafeTensors.Type.F32);
        return nodes.node(
                "Resize",
                size,
                List.of(code, "", scales),
                text("mode", "linear"),
                text("coordinate_transformation_mode", "half_pixel"));
    }

    private String convolved(int i, String x) {
        Layer layer = spec.layers().get(i);
        int[] shape = layer.weightShape(spec.condition().codeSize());
        List<String> inputs =
                List.of(
                        x,
                        nodes.constant(name(i, "weight"), shape, weights.weight(i), type),
                        nodes.constant(
                                name(i, "bias"),
                                new int[] {layer.outputs()},
                                weights.bias(i),
                                type));
        String sum = name(i, "sum");
        if (layer instanceof Layer.Conv3x3) {
            return nodes.node("Conv", sum, inputs, numbers("pads", 1, 1, 1, 1));
        }
        return layer instanceof Layer.Dense
                ? nodes.node("ConvTranspose", sum, inputs)
                : nodes.node(
                        "ConvTranspose",
                        sum,
                        inputs,
                        numbers("strides", 2, 2),
                        numbers("pads", 1, 1, 1, 1));
    }

    private String activated(int i, String x) {
        String output = name(i, "output");
        return switch (spec.layers().get(i).activation()) {
            case NONE -> x;
            case RELU -> nodes.node("Relu", output, List.of(x));
            case LEAKY_RELU ->
                    nodes.node(
                            "LeakyRelu",
                            output,
                            List.of(x),
                            fraction("alpha", Activation.LEAKY_SLOPE));
            case TANH -> nodes.node("Tanh", output, List.of(x));
        };
    }

    private static String name(int layer, String part) {
        return "layers.%d.%s".formatted(layer, part);
    }
}
