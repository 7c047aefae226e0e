package latentwilds.training.metric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import latentwilds.training.file.Ending;

/**
 * One of the two TorchScript networks that ship with this module: an InceptionV3 up to its layer
 * {@code mixed5}, 8-bit weights, from nsfwjs 4.4.0 (MIT; see LICENSE.nsfwjs beside the files). Only
 * the very file that figures were made with is accepted. One thread at a time.
 */
final class ScriptedNetwork implements AutoCloseable {
    /** Side of the pictures that the network was made for. */
    static final int SIDE = 128;

    /** Smaller batches are filled up: libtorch sends them through other, slower code. */
    private static final int LEAST = 16;

    private final NDManager manager;
    private final PtSymbolBlock block;
    private final int threads;

    /**
     * Loads a network.
     *
     * @param file name of the resource
     * @param sha256 what its bytes must hash to, hexadecimal
     * @param threads for one operation
     * @throws IllegalStateException if it is missing or another file
     */
    ScriptedNetwork(String file, String sha256, int threads) {
        byte[] bytes = checked(file, read(file), sha256);
        this.threads = threads;
        manager = NDManager.newBaseManager("PyTorch");
        try {
            block =
                    JniUtils.loadModule(
                            (PtNDManager) manager, new ByteArrayInputStream(bytes), false, false);
        } catch (IOException e) {
            manager.close();
            throw new UncheckedIOException(file + ": the engine could not load it", e);
        }
    }

    private static byte[] read(String file) {
        try (InputStream in = ScriptedNetwork.class.getResourceAsStream(file)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    static byte[] checked(String file, byte[] bytes, String sha256) {
        try {
            String found =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            if (!found.equals(sha256)) {
                throw new IllegalStateException(
                        "%s: expected the feature network with SHA-256 %s, found %s; figures of another network cannot be compared. Restore the file and build again"
                                .formatted(
                                        file, sha256, bytes.length == 0 ? "no such file" : found));
            }
            return bytes;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /**
     * Runs the network on batches of pictures.
     *
     * @param inputs one or two lists of equal length; each picture {@code 3 x side x side}, in [0,
     *     1], any side: enlarged here to {@link #SIDE} by nearest neighbour
     * @return the output, row-major
     */
    float[] forward(List<List<float[]>> inputs) {
        Ending.check();
        JniUtils.setNumThreads(threads);
        int count = inputs.get(0).size();
        int filled = Math.max(count, LEAST);
        try (NDManager scratch = manager.newSubManager()) {
            NDList list = new NDList();
            for (List<float[]> pictures : inputs) {
                float[] all = new float[filled * 3 * SIDE * SIDE];
                for (int i = 0; i < count; i++) {
                    enlarge(pictures.get(i), all, i * 3 * SIDE * SIDE);
                }
                list.add(scratch.create(all, new Shape(filled, 3, SIDE, SIDE)));
            }
            NDArray output = IValueUtils.forward(block, list, false).singletonOrThrow();
            output.attach(scratch);
            float[] values = output.toFloatArray();
            return Arrays.copyOf(values, values.length / filled * count);
        }
    }

    private static void enlarge(float[] picture, float[] all, int at) {
        int side = (int) Math.round(Math.sqrt(picture.length / 3.0));
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < SIDE; y++) {
                int row = (c * side + nearest(y, side)) * side;
                for (int x = 0; x < SIDE; x++) {
                    all[at + (c * SIDE + y) * SIDE + x] = picture[row + nearest(x, side)];
                }
            }
        }
    }

    /** The source pixel under the middle of a target pixel. */
    private static int nearest(int target, int side) {
        return (2 * target + 1) * side / (2 * SIDE);
    }

    @Override
    public void close() {
        block.close();
        manager.close();
    }
}
