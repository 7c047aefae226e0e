package latentwilds.training.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import latentwilds.seed.RandomStream;
import latentwilds.training.Slopes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutions on every kernel against loops in double. */
class ConvolutionsTest {
    private static final int BATCH = 2;
    private static final int SIDE = 4;
    private static final int[] AWKWARD = {1, 3, 4, 13, 20, 24, 40, 48, 56, 80};

    private final RandomStream random = new RandomStream(1);
    private static NDManager manager;
    private static TorchScript script;

    @BeforeAll
    static void open() {
        manager = NDManager.newBaseManager("PyTorch");
        // As in training; two threads would wait for each other at every small call.
        JniUtils.setNumThreads(1);
        JniUtils.setGraphExecutorOptimize(false);
        script = new TorchScript(manager);
    }

    @AfterAll
    static void close() {
        script.close();
        manager.close();
    }

    @ParameterizedTest
    @EnumSource(Convolution.class)
    void theUnfoldedProductIsTheConvolutionWrittenOut(Convolution convolution) {
        Case c = new Case(convolution, 3, 5);

        NDArray made = script.convolve(convolution, Kernel.IM2COL, c.input(), c.kernel());

        assertClose(made, c.written(), 1e-5);
    }

    @ParameterizedTest
    @EnumSource(Convolution.class)
    void bfloat16IsTheSameToItsPrecision(Convolution convolution) {
        Case c = new Case(convolution, 16, 16);

        NDArray made = script.convolve(convolution, Kernel.BF16, c.input(), c.kernel());

        // Eight bits of each factor, and of the result.
        assertClose(script.single(made), c.written(), 0.02);
    }

    @ParameterizedTest
    @EnumSource(Convolution.class)
    void derivativesOfTheUnfoldedProductAgreeWithDifferences(Convolution convolution) {
        Case c = new Case(convolution, 2, 3);
        NDArray mix = c.mix();
        NDArray x = c.input();
        NDArray w = c.kernel();
        double[][] slopes = Slopes.automatic(() -> c.scalar(x, w, mix), x, w);

        // Linear in each: differences over any step are exact.
        Slopes.assertAgree(
                slopes[0], c.x, 0.5, 1e-3, v -> c.scalar(c.input(v), c.kernel(), mix).getFloat());
        Slopes.assertAgree(
                slopes[1], c.w, 0.5, 1e-3, v -> c.scalar(c.input(), c.kernel(v), mix).getFloat());
    }

    static Stream<Arguments> awkward() {
        List<Arguments> cases = new ArrayList<>();
        for (Convolution convolution : Convolution.values()) {
            for (int i = 0; i < AWKWARD.length; i++) {
                int inputs = AWKWARD[i];
                cases.add(Arguments.of(convolution, inputs, inputs));
                cases.add(Arguments.of(convolution, inputs, AWKWARD[(i + 3) % AWKWARD.length]));
            }
        }
        return cases.stream();
    }

    /** Whatever was chosen here: result and derivatives are those of the convolution. */
    @ParameterizedTest
    @MethodSource("awkward")
    void whatIsChosenIsRight(Convolution convolution, int inputs, int outputs) {
        Convolutions convolutions = new Convolutions(manager, script, false);
        convolutions.prepare(convolution, inputs, outputs, SIDE);
        Case c = new Case(convolution, inputs, outputs);
        NDArray x = c.input();
        NDArray w = c.kernel();
        NDArray mix = c.mix();

        assertClose(convolutions.apply(convolution, x, w, true), c.written(), 1e-4);
        double[][] made =
                Slopes.automatic(
                        () -> convolutions.apply(convolution, x, w, true).mul(mix).sum(), x, w);
        NDArray x2 = c.input();
        NDArray w2 = c.kernel();
        double[][] right = Slopes.automatic(() -> c.scalar(x2, w2, mix), x2, w2);
        assertClose(made[0], right[0], 2e-3);
        assertClose(made[1], right[1], 2e-3);
    }

    @Test
    void aKernelThatLiesIsNotUsedAndThatIsSaid() {
        for (Kernel liar : List.of(Kernel.ONEDNN, Kernel.BF16)) {
            for (float lie : new float[] {1.01f, Float.NaN}) {
                boolean bf16 = liar == Kernel.BF16;
                float factor = bf16 && lie > 1 ? 1.2f : lie;
                Convolutions.Prober prober =
                        (convolution, kernel, x, w, g) -> {
                            NDList made = script.probe(convolution, Kernel.IM2COL, x, w, g);
                            // Only the derivative by the weights is wrong.
                            return kernel == liar
                                    ? new NDList(
                                            made.get(0),
                                            made.get(1),
                                            made.get(2).mul(factor),
                                            made.get(3))
                                    : made;
                        };
                Convolutions convolutions = new Convolutions(manager, script, bf16, prober);

                convolutions.prepare(Convolution.SAME, 3, 5, SIDE);

                assertThat(convolutions.demoted()).hasSize(1);
                assertThat(convolutions.demoted().iterator().next())
                        .startsWith("SAME 3 to 5 channels" + (bf16 ? " in bfloat16" : ""))
                        .contains(Float.isNaN(lie) ? "off by NaN" : "off by 0.")
                        .endsWith(bf16 ? "ONEDNN instead" : "IM2COL instead");
                Case c = new Case(Convolution.SAME, 3, 5);
                assertClose(
                        convolutions.apply(Convolution.SAME, c.input(), c.kernel(), false),
                        c.written(),
                        1e-4);
            }
        }
    }

    @Test
    void aKernelThatLiesAtOneSizeIsNotUsedAtAnother() {
        Convolutions convolutions =
                new Convolutions(
                        manager,
                        script,
                        false,
                        (convolution, kernel, x, w, g) -> {
                            boolean lies = kernel != Kernel.IM2COL && x.getShape().get(2) == 8;
                            NDArray seen = lies ? x.mul(1.1f) : x;
                            return script.probe(convolution, Kernel.IM2COL, seen, w, g);
                        });

        convolutions.prepare(Convolution.SAME, 3, 5, 8);
        convolutions.prepare(Convolution.SAME, 3, 5, 4);

        assertThat(convolutions.kernel(Convolution.SAME, 3, 5)).isEqualTo(Kernel.IM2COL);
    }

    @Test
    void aKernelThatIsRightIsUsed() {
        Convolutions convolutions =
                new Convolutions(
                        manager,
                        script,
                        true,
                        (convolution, kernel, x, w, g) ->
                                script.probe(convolution, Kernel.IM2COL, x, w, g));

        convolutions.prepare(Convolution.HALVE, 16, 16, SIDE);

        assertThat(convolutions.demoted()).isEmpty();
        Case c = new Case(Convolution.HALVE, 16, 16);
        NDArray made = convolutions.apply(Convolution.HALVE, c.input(), c.kernel(), false);
        assertThat(made.getDataType()).isNotEqualTo(DataType.FLOAT32);
        assertThat(convolutions.single(made).getDataType()).isEqualTo(DataType.FLOAT32);
    }

    /** Numbers for one convolution. */
    private final class Case {
        private final Convolution convolution;
        private final int inputs;
        private final int outputs;
        private final double[] x;
        private final double[] w;

        Case(Convolution convolution, int inputs, int outputs) {
            this.convolution = convolution;
            this.inputs = inputs;
            this.outputs = outputs;
            x = rounded(BATCH * inputs * SIDE * SIDE);
            w = rounded(inputs * outputs * convolution.kernel() * convolution.kernel());
        }

        private double[] rounded(int size) {
            double[] values = Slopes.normal(random, size);
            for (int i = 0; i < size; i++) {
                values[i] = (float) values[i];
            }
            return values;
        }

        NDArray input(double... values) {
            return manager.create(
                    Slopes.floats(values.length == 0 ? x : values),
                    new Shape(BATCH, inputs, SIDE, SIDE));
        }

        NDArray kernel(double... values) {
            return manager.create(
                    Slopes.floats(values.length == 0 ? w : values),
                    new Shape(convolution.weightShape(inputs, outputs)));
        }

        NDArray mix() {
            int out = convolution.outputSide(SIDE);
            Shape shape = new Shape(BATCH, outputs, out, out);
            return manager.create(Slopes.floats(rounded((int) shape.size())), shape);
        }

        NDArray scalar(NDArray input, NDArray kernel, NDArray mix) {
            return script.convolve(convolution, Kernel.IM2COL, input, kernel).mul(mix).sum();
        }

        /** Every product of an input, a tap and the output that they meet in. */
        double[] written() {
            int out = convolution.outputSide(SIDE);
            int k = convolution.kernel();
            int stride = convolution.stride();
            boolean spread = convolution == Convolution.DOUBLE;
            double[] y = new double[BATCH * outputs * out * out];
            // The side that is walked over in strides, and the one that a kernel covers.
            int few = spread ? SIDE : out;
            int many = spread ? out : SIDE;
            for (int n = 0; n < BATCH; n++) {
                for (int i = 0; i < inputs; i++) {
                    for (int o = 0; o < outputs; o++) {
                        int taps = (spread ? i * outputs + o : o * inputs + i) * k * k;
                        for (int at = 0; at < few * few * k * k; at++) {
                            int step = at / (k * k);
                            int tap = at % (k * k);
                            int row = step / few * stride - 1 + tap / k;
                            int column = step % few * stride - 1 + tap % k;
                            if (row < 0 || row >= many || column < 0 || column >= many) {
                                continue;
                            }
                            int from = spread ? step : row * many + column;
                            int to = spread ? row * many + column : step;
                            y[(n * outputs + o) * out * out + to] +=
                                    x[(n * inputs + i) * SIDE * SIDE + from] * w[taps + tap];
                        }
                    }
                }
            }
            return y;
        }
    }

    private static void assertClose(NDArray made, double[] expected, double tolerance) {
        assertClose(Slopes.doubles(made), expected, tolerance);
    }

    /** Within a fraction of the largest value. */
    private static void assertClose(double[] made, double[] expected, double tolerance) {
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(made).containsExactly(expected, within(tolerance * largest));
    }
}
