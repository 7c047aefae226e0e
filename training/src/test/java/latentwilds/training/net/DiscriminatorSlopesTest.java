package latentwilds.training.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import latentwilds.model.Condition;
import latentwilds.seed.RandomStream;
import latentwilds.training.Slopes;
import latentwilds.training.loss.GradientPenalty;
import latentwilds.training.net.DiscriminatorNet.Mode;
import latentwilds.training.net.DiscriminatorSpec.Head;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gradient penalty's derivative by the discriminator's weights, against differences. */
class DiscriminatorSlopesTest {
    private static final int PICTURES = 2;
    private static final int SIZE = 8;
    private static final int TRIED = 12;
    private static final float STEP = 2e-3f;
    private static final Condition BIOMES =
            new Condition(List.of(new Condition.Group("biome", List.of("grass", "sand"), 2)));

    /** Architectures; those of the field's papers are made of these parts. */
    enum Variant {
        PLAIN,
        STEM,
        DOUBLED,
        SPECTRAL_NORM,
        PATCH,
        DIVERSITY,
        PROJECTION,
        MLP;

        DiscriminatorSpec spec() {
            return new DiscriminatorSpec(
                    SIZE,
                    3,
                    this == MLP ? List.of(6, 5) : List.of(),
                    this == STEM ? 4 : 0,
                    List.of(5),
                    this == DOUBLED,
                    this == PATCH ? Head.PATCH : Head.DENSE,
                    this == DIVERSITY,
                    false,
                    false,
                    this == SPECTRAL_NORM,
                    0,
                    Initialisation.HE,
                    0,
                    0);
        }
    }

    @BeforeAll
    static void useOneThread() {
        // As in training; two threads would wait for each other at every small call.
        Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(1);
        JniUtils.setGraphExecutorOptimize(false);
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void thePenaltysDerivativeAgreesWithDifferences(Variant variant) {
        try (NDManager manager = NDManager.newBaseManager("PyTorch");
                TorchScript script = new TorchScript(manager)) {
            Subject subject = new Subject(variant, manager, script);
            Map<String, double[]> slopes = subject.slopes();
            float[] signs = subject.signs();
            for (String name : subject.net.parameters().names()) {
                double[] automatic = slopes.get(name);
                int every = Math.max(1, automatic.length / TRIED);
                int compared = 0;
                for (int i = 0; i < automatic.length; i += every) {
                    compared += subject.compare(name, i, automatic[i], signs) ? 1 : 0;
                }
                assertThat(compared).as("%s: weights compared", name).isPositive();
            }
            // On a bias the penalty may not depend, but on the head it must.
            double largest =
                    Arrays.stream(slopes.get("head.weight")).map(Math::abs).max().orElse(0);
            assertThat(largest).isGreaterThan(1e-3);
        }
    }

    /** A discriminator and the pictures that it is looked at through. */
    private static final class Subject {
        private final NDManager manager;
        private final TorchScript script;
        private final DiscriminatorNet net;
        private final float[] pictures;
        private final List<NDArray> labels;

        Subject(Variant variant, NDManager manager, TorchScript script) {
            this.manager = manager;
            this.script = script;
            RandomStream random = new RandomStream(variant.ordinal());
            Condition condition = variant == Variant.PROJECTION ? BIOMES : Condition.NONE;
            net =
                    new DiscriminatorNet(
                            manager,
                            new Convolutions(manager, script, false),
                            variant.spec(),
                            condition,
                            random);
            pictures = Initialisation.normal(random, PICTURES * 3 * SIZE * SIZE, 0.5);
            labels = Labels.oneHot(manager, condition, new int[][] {{0}, {1}});
            // The power iteration's vectors are constants of its derivative once they have settled.
            for (int i = 0; i < 200 && variant == Variant.SPECTRAL_NORM; i++) {
                try (NDManager step = manager.newSubManager()) {
                    net.forward(input(step), labels, Mode.LEARN);
                }
            }
        }

        private NDArray input(NDManager step) {
            return step.create(pictures, new Shape(PICTURES, 3, SIZE, SIZE));
        }

        private NDArray penalty(NDManager step) {
            NDArray x = input(step);
            x.setRequiresGradient(true);
            NDArray logits = net.forward(x, labels, Mode.JUDGE);
            return GradientPenalty.zeroCentred(script, logits, x);
        }

        Map<String, double[]> slopes() {
            List<String> names = List.copyOf(net.parameters().names());
            Map<String, double[]> slopes = new java.util.HashMap<>();
            net.parameters().requireGradients(true);
            try (NDManager step = manager.newSubManager();
                    GradientCollector collector =
                            Engine.getEngine("PyTorch").newGradientCollector()) {
                collector.backward(penalty(step));
                for (String name : names) {
                    slopes.put(name, Slopes.doubles(net.parameters().get(name).getGradient()));
                }
            }
            return slopes;
        }

        /** On which side of leaky ReLU's kink every hidden value is. */
        float[] signs() {
            List<float[]> layers = new ArrayList<>();
            try (NDManager step = manager.newSubManager()) {
                net.forward(
                        input(step),
                        labels,
                        Mode.JUDGE,
                        (layer, x) -> layers.add(x.sign().stopGradient().toFloatArray()));
            }
            int size = layers.stream().mapToInt(l -> l.length).sum();
            float[] all = new float[size];
            int at = 0;
            for (float[] layer : layers) {
                System.arraycopy(layer, 0, all, at, layer.length);
                at += layer.length;
            }
            return all;
        }

        /** False where a kink lies between: there the penalty jumps and has no derivative. */
        boolean compare(String name, int weight, double automatic, float[] signs) {
            float[] values = net.parameters().values(name);
            double up = moved(name, values, weight, STEP, signs);
            double down = moved(name, values, weight, -STEP, signs);
            net.parameters().load(name, values);
            if (Double.isNaN(up) || Double.isNaN(down)) {
                return false;
            }
            double slope = (up - down) / (2 * STEP);
            assertThat(automatic)
                    .as("%s[%d]", name, weight)
                    .isCloseTo(slope, within(1e-2 * (0.2 + Math.abs(slope))));
            return true;
        }

        private double moved(String name, float[] values, int weight, float by, float[] signs) {
            float[] moved = values.clone();
            moved[weight] += by;
            net.parameters().load(name, moved);
            if (!Arrays.equals(signs(), signs)) {
                return Double.NaN;
            }
            try (NDManager step = manager.newSubManager();
                    GradientCollector collector =
                            Engine.getEngine("PyTorch").newGradientCollector()) {
                return penalty(step).getFloat();
            }
        }
    }
}
