package latentwilds.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The few tensor operations that DJL does not offer, called as TorchScript. DJL throws on
 * transposed convolution and cannot differentiate without touching every leaf's gradient; libtorch
 * does both. The archive is written here in memory: {@link ScriptText}, an empty pickle, no
 * tensors. Gradients flow through every method.
 *
 * <p>One instance per training; used by the training thread only. The owner closes it.
 */
public final class TorchScript implements AutoCloseable {
    private final PtSymbolBlock block;
    private final NDManager manager;
    private final Map<String, NDArray> selectors = new HashMap<>();

    /**
     * Loads the operations.
     *
     * @param manager lives as long as this object
     */
    public TorchScript(NDManager manager) {
        this.manager = manager;
        try {
            block =
                    JniUtils.loadModule(
                            (PtNDManager) manager,
                            new ByteArrayInputStream(archive()),
                            false,
                            false);
        } catch (IOException e) {
            throw new UncheckedIOException("TorchScript operations could not be loaded", e);
        }
    }

    /**
     * The 4 x 4 kernel of a transposed convolution that equals enlargement by 2, nearest for a 3 x
     * 3 kernel and linear for a 2 x 2 one, followed by that convolution with zero padding.
     *
     * @param weight {@code [outputs][inputs][side][side]}
     * @return {@code [inputs][outputs][4][4]}
     */
    public NDArray resizeKernel(NDArray weight) {
        return call("resize_kernel", weight).singletonOrThrow();
    }

    /**
     * Derivative of a scalar, itself differentiable. Leaves no gradient on any leaf.
     *
     * @param y a scalar that depends on x
     * @param x an array that requires its gradient
     * @return same shape as x
     */
    public NDArray gradient(NDArray y, NDArray x) {
        return call("gradient", y, x).singletonOrThrow();
    }

    /**
     * To single precision.
     *
     * @param x of any precision
     * @return the same numbers; x itself where they are single already
     */
    NDArray single(NDArray x) {
        return call("single", x).singletonOrThrow();
    }

    /**
     * Leaky ReLU, slope 0.2, written over its input: a layer then costs the memory of one array
     * less. What made the input must not need it for its derivative; sums, convolutions and batch
     * norm do not.
     *
     * @param x of any shape
     * @return the same memory
     */
    NDArray leakyReluInPlace(NDArray x) {
        return call("leaky", x).singletonOrThrow();
    }

    /**
     * A convolution.
     *
     * @param convolution which
     * @param kernel how it is computed
     * @param x {@code [n][inputs][h][w]}
     * @param weight as {@link Convolution} says
     * @return {@code [n][outputs][..][..]}; bfloat16 for {@link Kernel#BF16}
     */
    NDArray convolve(Convolution convolution, Kernel kernel, NDArray x, NDArray weight) {
        return call(ScriptText.name(convolution, kernel), x, weight).singletonOrThrow();
    }

    /** Result and derivatives of a convolution: see {@link ScriptText}. */
    NDList probe(Convolution convolution, Kernel kernel, NDArray x, NDArray weight, NDArray g) {
        return call("probe_" + ScriptText.name(convolution, kernel), x, weight, g);
    }

    private NDList call(String method, NDArray... inputs) {
        NDList list = new NDList(inputs);
        list.add(selectors.computeIfAbsent(method, this::selector));
        // isTrain = true: otherwise DJL runs the method in inference mode and the graph is lost.
        return IValueUtils.forward(block, list, true);
    }

    /** DJL calls the method that an input's name asks for; that input itself is not passed on. */
    private NDArray selector(String method) {
        NDArray selector = manager.create(0f);
        selector.setName("module_method:" + method);
        return selector;
    }

    @Override
    public void close() {
        block.close();
    }

    private static byte[] archive() throws IOException {
        // Pickle, protocol 2: an instance of __torch__.Ops with the state {"training": false}; and
        // an empty tuple of constants.
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.write(new byte[] {(byte) 0x80, 2});
        pickle.write("c__torch__\nOps\n)\u0081}".getBytes(StandardCharsets.ISO_8859_1));
        pickle.write(new byte[] {'X', 8, 0, 0, 0});
        pickle.write("training".getBytes(StandardCharsets.US_ASCII));
        pickle.write(new byte[] {(byte) 0x89, 's', 'b', '.'});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            store(zip, "ops/data.pkl", pickle.toByteArray());
            store(
                    zip,
                    "ops/code/__torch__.py",
                    ScriptText.all().getBytes(StandardCharsets.US_ASCII));
            store(zip, "ops/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            store(zip, "ops/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
