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
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The few tensor operations that DJL does not offer, called as TorchScript. DJL throws on
 * transposed convolution and cannot differentiate without touching every leaf's gradient; libtorch
 * does both. The archive is written here in memory: the text below, an empty pickle, no tensors.
 * Gradients flow through every method.
 *
 * <p>One instance per training; used by the training thread only. The owner closes it.
 */
public final class TorchScript implements AutoCloseable {

    /**
     * TorchScript source, in the dialect of saved archives (no Python sugar). {@code up_transposed}
     * is DCGAN's layer; {@code up_resize} makes its 4 x 4 kernel from a 3 x 3 one, so that the
     * result equals nearest-neighbour enlargement followed by that convolution; {@code gradient} is
     * dy/dx with its own graph, for gradient penalties.
     */
    private static final String CODE =
            """
            class Ops(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def up_transposed(self: __torch__.Ops,
                x: Tensor,
                w: Tensor) -> Tensor:
                return torch.conv_transpose2d(x, w, None, [2, 2], [1, 1], [0, 0], 1, [1, 1])
              def up_resize(self: __torch__.Ops,
                x: Tensor,
                w: Tensor) -> Tensor:
                k = torch.flip(torch.transpose(w, 0, 1), [2, 3])
                a = torch.add(torch.constant_pad_nd(k, [0, 1, 0, 0]), torch.constant_pad_nd(k, [1, 0, 0, 0]))
                b = torch.add(torch.constant_pad_nd(a, [0, 0, 0, 1]), torch.constant_pad_nd(a, [0, 0, 1, 0]))
                return torch.conv_transpose2d(x, b, None, [2, 2], [1, 1], [0, 0], 1, [1, 1])
              def gradient(self: __torch__.Ops,
                y: Tensor,
                x: Tensor) -> Tensor:
                g = torch.grad([y], [x], None, True, True)
                return unchecked_cast(Tensor, g[0])
              def forward(self: __torch__.Ops,
                x: Tensor) -> Tensor:
                return x
            """;

    private final PtSymbolBlock block;
    private final NDArray upTransposed;
    private final NDArray upResize;
    private final NDArray gradient;

    /**
     * Loads the operations.
     *
     * @param manager lives as long as this object
     */
    public TorchScript(NDManager manager) {
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
        upTransposed = selector(manager, "up_transposed");
        upResize = selector(manager, "up_resize");
        gradient = selector(manager, "gradient");
    }

    /** DJL calls the method that an input's name asks for; that input itself is not passed on. */
    private static NDArray selector(NDManager manager, String method) {
        NDArray selector = manager.create(0f);
        selector.setName("module_method:" + method);
        return selector;
    }

    /**
     * Transposed convolution, kernel 4, stride 2, padding 1.
     *
     * @param x {@code [n][inputs][h][w]}
     * @param weight {@code [inputs][outputs][4][4]}
     * @return {@code [n][outputs][2h][2w]}
     */
    public NDArray upTransposed(NDArray x, NDArray weight) {
        return call(upTransposed, x, weight);
    }

    /**
     * Nearest-neighbour enlargement by 2 followed by a 3 x 3 convolution with zero padding,
     * computed as one transposed convolution.
     *
     * @param x {@code [n][inputs][h][w]}
     * @param weight {@code [outputs][inputs][3][3]}
     * @return {@code [n][outputs][2h][2w]}
     */
    public NDArray upResize(NDArray x, NDArray weight) {
        return call(upResize, x, weight);
    }

    /**
     * Derivative of a scalar, itself differentiable. Leaves no gradient on any leaf.
     *
     * @param y a scalar that depends on x
     * @param x an array that requires its gradient
     * @return same shape as x
     */
    public NDArray gradient(NDArray y, NDArray x) {
        return call(gradient, y, x);
    }

    private NDArray call(NDArray method, NDArray a, NDArray b) {
        // isTrain = true: otherwise DJL runs the method in inference mode and the graph is lost.
        return IValueUtils.forward(block, new NDList(a, b, method), true).singletonOrThrow();
    }

    @Override
    public void close() {
        block.close();
    }

    private static byte[] archive() throws IOException {
        // Pickle, protocol 2: an instance of __torch__.Ops with the state {"training": false}; and
        // an
        // empty tuple of constants.
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.write(new byte[] {(byte) 0x80, 2});
        pickle.write("c__torch__\nOps\n)\u0081}".getBytes(StandardCharsets.ISO_8859_1));
        pickle.write(new byte[] {'X', 8, 0, 0, 0});
        pickle.write("training".getBytes(StandardCharsets.US_ASCII));
        pickle.write(new byte[] {(byte) 0x89, 's', 'b', '.'});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            store(zip, "ops/data.pkl", pickle.toByteArray());
            store(zip, "ops/code/__torch__.py", CODE.getBytes(StandardCharsets.US_ASCII));
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
