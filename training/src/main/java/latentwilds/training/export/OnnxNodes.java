package latentwilds.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import latentwilds.model.Half;
import latentwilds.model.SafeTensors;

/** Grows an ONNX graph: every method adds one thing to it and gives its name. */
final class OnnxNodes {
    private final GraphProto.Builder graph;

    OnnxNodes(String name) {
        graph = GraphProto.newBuilder().setName(name);
    }

    GraphProto graph() {
        return graph.build();
    }

    /**
     * An input of floats.
     *
     * @param dimensions numbers, or names of those that may vary
     */
    String input(String name, Object... dimensions) {
        graph.addInput(value(name, dimensions));
        return name;
    }

    /** An output of floats, dimensions as for {@link #input}. */
    void output(String name, Object... dimensions) {
        graph.addOutput(value(name, dimensions));
    }

    private static ValueInfoProto value(String name, Object... dimensions) {
        TypeProto.Tensor.Builder type =
                TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber());
        for (Object dimension : dimensions) {
            if (dimension instanceof Integer size) {
                type.getShapeBuilder().addDimBuilder().setDimValue(size);
            } else {
                type.getShapeBuilder().addDimBuilder().setDimParam((String) dimension);
            }
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }

    /**
     * Numbers that are part of the model; half ones are widened in the graph, when it is loaded.
     */
    String constant(String name, int[] shape, float[] values, SafeTensors.Type type) {
        boolean half = type == SafeTensors.Type.F16;
        ByteBuffer data =
                ByteBuffer.allocate(values.length * (half ? Short.BYTES : Float.BYTES))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            if (half) {
                data.putShort(Half.fromFloat(value));
            } else {
                data.putFloat(value);
            }
        }
        TensorProto.DataType number =
                half ? TensorProto.DataType.FLOAT16 : TensorProto.DataType.FLOAT;
        String stored = half ? name + ".half" : name;
        graph.addInitializer(
                TensorProto.newBuilder()
                        .setName(stored)
                        .setDataType(number.getNumber())
                        .addAllDims(Arrays.stream(shape).mapToObj(Long::valueOf).toList())
                        .setRawData(ByteString.copyFrom(data.flip())));
        return half
                ? node(
                        "Cast",
                        name,
                        List.of(stored),
                        number("to", TensorProto.DataType.FLOAT_VALUE))
                : name;
    }

    /** An operation with one output. */
    String node(String operation, String output, List<String> inputs, AttributeProto... settings) {
        graph.addNode(
                NodeProto.newBuilder()
                        .setOpType(operation)
                        .setName(output)
                        .addAllInput(inputs)
                        .addOutput(output)
                        .addAllAttribute(List.of(settings)));
        return output;
    }

    static AttributeProto number(String name, long value) {
        return setting(name, AttributeProto.AttributeType.INT).setI(value).build();
    }

    static AttributeProto numbers(String name, long... values) {
        return setting(name, AttributeProto.AttributeType.INTS)
                .addAllInts(Arrays.stream(values).boxed().toList())
                .build();
    }

    static AttributeProto fraction(String name, float value) {
        return setting(name, AttributeProto.AttributeType.FLOAT).setF(value).build();
    }

    static AttributeProto text(String name, String value) {
        return setting(name, AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    private static AttributeProto.Builder setting(String name, AttributeProto.AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }
}
