package latentwilds.training.net;

/**
 * TorchScript source of the tensor operations, in the dialect of saved archives (no Python sugar).
 *
 * <p>Every convolution is there three times: {@code <name>} on libtorch's own kernels (oneDNN),
 * {@code <name>_bf16} the same with bfloat16 inputs, {@code <name>_im2col} as a matrix product of
 * unfolded patches, which shares no kernel with the others. Pictures go through them channels-last,
 * the layout that the kernels work in: without it each call reorders its input and result.
 */
final class ScriptText {
    private static final String HEAD =
            """
            class Ops(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
            """;

    /**
     * {@code resize_kernel} makes the 4 x 4 kernel of a transposed convolution from a 3 x 3 or 2 x
     * 2 one, so that the result equals enlargement (nearest or linear) followed by that
     * convolution; {@code gradient} is dy/dx with its own graph, for gradient penalties.
     */
    private static final String PLAIN =
            """
              def box(self: __torch__.Ops,
                k: Tensor) -> Tensor:
                a = torch.add(torch.constant_pad_nd(k, [0, 1, 0, 0]), torch.constant_pad_nd(k, [1, 0, 0, 0]))
                return torch.add(torch.constant_pad_nd(a, [0, 0, 0, 1]), torch.constant_pad_nd(a, [0, 0, 1, 0]))
              def resize_kernel(self: __torch__.Ops,
                w: Tensor) -> Tensor:
                k = torch.flip(torch.transpose(w, 0, 1), [2, 3])
                if torch.eq(torch.size(w, 3), 2):
                  s = torch.div(self.box(k), 4)
                else:
                  s = k
                return self.box(s)
              def single(self: __torch__.Ops,
                x: Tensor) -> Tensor:
                return torch.to(x, 6)
              def leaky(self: __torch__.Ops,
                x: Tensor) -> Tensor:
                return torch.leaky_relu_(x, 0.20000000000000001)
              def gradient(self: __torch__.Ops,
                y: Tensor,
                x: Tensor) -> Tensor:
                g = torch.grad([y], [x], None, True, True)
                return unchecked_cast(Tensor, g[0])
              def forward(self: __torch__.Ops,
                x: Tensor) -> Tensor:
                return x
            """;

    private static final String DIRECT =
            """
              def %1$s(self: __torch__.Ops,
                x: Tensor,
                w: Tensor) -> Tensor:
                a = torch.contiguous(%2$s, memory_format=2)
                b = torch.contiguous(%3$s, memory_format=2)
                return %4$s
            """;

    private static final String IM2COL =
            """
              def %1$s_im2col(self: __torch__.Ops,
                x: Tensor,
                w: Tensor) -> Tensor:
                n, c, h, v = torch.size(x, 0), torch.size(x, 1), torch.size(x, 2), torch.size(x, 3)
                o = torch.size(w, 0)
                p = torch.im2col(x, [%2$d, %2$d], [1, 1], [1, 1], [%3$d, %3$d])
                y = torch.matmul(torch.reshape(w, [o, -1]), p)
                return torch.reshape(y, [n, o, torch.floordiv(h, %3$d), torch.floordiv(v, %3$d)])
            """;

    private static final String COL2IM =
            """
              def %1$s_im2col(self: __torch__.Ops,
                x: Tensor,
                w: Tensor) -> Tensor:
                n, c, h, v = torch.size(x, 0), torch.size(x, 1), torch.size(x, 2), torch.size(x, 3)
                m = torch.transpose(torch.reshape(w, [c, -1]), 0, 1)
                p = torch.matmul(m, torch.reshape(x, [n, c, torch.mul(h, v)]))
                return torch.col2im(p, [torch.mul(h, 2), torch.mul(v, 2)], [4, 4], [1, 1], [1, 1], [2, 2])
            """;

    /**
     * Result, first and second derivatives of a convolution: y, dL/dx and dL/dw for L = sum(y * g),
     * and the derivative by w of |dL/dx|^2, which is what a gradient penalty asks for.
     */
    private static final String PROBE =
            """
              def probe_%1$s(self: __torch__.Ops,
                x: Tensor,
                w: Tensor,
                g: Tensor) -> Tuple[Tensor, Tensor, Tensor, Tensor]:
                y = torch.to((self).%1$s(x, w, ), 6)
                d = torch.grad([torch.sum(torch.mul(y, g))], [x, w], None, True, True)
                dx = unchecked_cast(Tensor, d[0])
                dw = unchecked_cast(Tensor, d[1])
                s = torch.grad([torch.sum(torch.mul(dx, dx))], [w], None, False, False)
                return (y, dx, dw, unchecked_cast(Tensor, s[0]))
            """;

    private ScriptText() {}

    static String all() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Convolution convolution : Convolution.values()) {
            String name = name(convolution, Kernel.ONEDNN);
            int stride = convolution.stride();
            String call =
                    convolution == Convolution.DOUBLE
                            ? "torch.conv_transpose2d(a, b, None, [2, 2], [1, 1], [0, 0], 1, [1,"
                                    + " 1])"
                            : "torch.conv2d(a, b, None, [%1$d, %1$d], [1, 1], [1, 1], 1)"
                                    .formatted(stride);
            text.append(DIRECT.formatted(name, "x", "w", call));
            text.append(
                    DIRECT.formatted(
                            name(convolution, Kernel.BF16),
                            "torch.to(x, 15)",
                            "torch.to(w, 15)",
                            call));
            text.append(
                    convolution == Convolution.DOUBLE
                            ? COL2IM.formatted(name)
                            : IM2COL.formatted(name, convolution.kernel(), stride));
            for (Kernel kernel : Kernel.values()) {
                text.append(PROBE.formatted(name(convolution, kernel)));
            }
        }
        return text.append(PLAIN).toString();
    }

    static String name(Convolution convolution, Kernel kernel) {
        String name = convolution.name().toLowerCase(java.util.Locale.ROOT);
        return switch (kernel) {
            case ONEDNN -> name;
            case BF16 -> name + "_bf16";
            case IM2COL -> name + "_im2col";
        };
    }
}
