package latentwilds.training.metric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** Values computed by golden.py, and the pictures that it made up. */
final class Golden {
    private final JsonNode tree;

    Golden() {
        try (InputStream in = Golden.class.getResourceAsStream("golden.json")) {
            tree = JsonMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double number(String name) {
        return tree.get(name).asDouble();
    }

    double[] row(String name) {
        return row(tree.get(name));
    }

    private static double[] row(JsonNode node) {
        return IntStream.range(0, node.size()).mapToDouble(i -> node.get(i).asDouble()).toArray();
    }

    double[][] rows(String name) {
        return rows(tree.get(name));
    }

    private static double[][] rows(JsonNode node) {
        return IntStream.range(0, node.size())
                .mapToObj(i -> row(node.get(i)))
                .toArray(double[][]::new);
    }

    DMatrixRMaj cloud(String name, int count) {
        return Clouds.rows(new DMatrixRMaj(rows(name)), 0, count);
    }

    List<DMatrixRMaj> clouds(String name) {
        return IntStream.range(0, tree.get(name).size())
                .mapToObj(i -> new DMatrixRMaj(rows(tree.get(name).get(i))))
                .toList();
    }

    static byte[] picture(int side, int seed, int channels) {
        byte[] bytes = new byte[side * side * channels];
        for (int i = 0; i < bytes.length; i++) {
            int c = i % channels;
            int x = i / channels % side;
            int y = i / channels / side;
            bytes[i] = (byte) (7 * x + 13 * y + 31 * c + x * y * (seed + 1));
        }
        return bytes;
    }
}
