package latentwilds.synthesis.gl;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.graphics.GL30;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import latentwilds.latent.LatentGrid;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.RandomWeights;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.ParityCheck;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.reference.ReferenceGenerator;
import org.junit.jupiter.api.Test;

/** Networks of random shapes, on random grids, in batches of random size, against plain Java. */
class RandomNetworksTest {
    private static final int NETWORKS = 40;
    private static final float ROUNDING = 5e-5f;

    @Test
    void floatStorageDiffersByRoundingOnly() {
        assertThat(worst(3, 2, Device::of, 1)).isLessThan(ROUNDING);
    }

    @Test
    void theDialectOfEsGivesTheSame() {
        Function<GL30, Device> es = gl -> new Device(gl, Dialect.GLSL_300_ES, Storage.FLOAT, 2048);
        // Desktop GL compiles it from 4.3 on.
        assertThat(worst(4, 5, es, 2)).isLessThan(ROUNDING);
    }

    @Test
    void aCoreContextOf41WithoutComputeGivesTheSame() {
        assertThat(worst(4, 1, Device::of, 3)).isLessThan(ROUNDING);
    }

    @Test
    void textureSidesThatAreSmallAreFolded() {
        Function<GL30, Device> narrow = gl -> new Device(gl, Dialect.GLSL_150, Storage.FLOAT, 160);
        assertThat(worst(3, 2, narrow, 4)).isLessThan(ROUNDING);
    }

    @Test
    void halfStorageStaysWithinTheTolerance() {
        Function<GL30, Device> half = gl -> new Device(gl, Dialect.GLSL_150, Storage.HALF, 2048);
        assertThat(worst(3, 2, half, 5)).isBetween(ROUNDING, ParityCheck.TOLERANCE);
    }

    private static float worst(int major, int minor, Function<GL30, Device> device, int seed) {
        float worst = 0;
        try (GlBench bench = new GlBench(major, minor, Function.identity(), device)) {
            RandomStream random = new RandomStream(seed);
            for (int i = 0; i < NETWORKS; i++) {
                GeneratorWeights weights = RandomWeights.of(draw(random), i);
                List<LatentGrid> inputs = inputs(weights.spec(), random);
                try (Generator reference = new ReferenceGenerator(weights)) {
                    List<Picture> expected = reference.synthesise(inputs);
                    List<Picture> made =
                            bench.window.call(
                                    () -> {
                                        try (Generator gl = bench.backend.open(weights)) {
                                            return gl.synthesise(inputs);
                                        }
                                    });
                    float difference = GlBench.difference(made, expected);
                    assertThat(difference).as("%s", weights.spec()).isLessThan(0.1f);
                    worst = Math.max(worst, difference);
                }
            }
        }
        return worst;
    }

    private static List<LatentGrid> inputs(GeneratorSpec spec, RandomStream random) {
        int rows = spec.spatial() ? random.nextInt(1, 7) : 1;
        int columns = spec.spatial() ? random.nextInt(1, 7) : 1;
        return GlBench.inputs(
                spec, random.nextInt(1, 7), rows, columns, random.nextInt(1, 1 << 20));
    }

    /** Up to four layers of up to 20 channels, so that groups of four are whole and not. */
    private static GeneratorSpec draw(RandomStream random) {
        List<Condition.Group> groups = new ArrayList<>();
        for (int g = random.nextInt(3); g > 0; g--) {
            groups.add(new Condition.Group("g" + g, List.of("a", "b"), random.nextInt(1, 6)));
        }
        int latent = random.nextInt(1, 14);
        List<Layer> layers = new ArrayList<>();
        int before = latent;
        boolean spatial = random.nextBoolean();
        for (int left = random.nextInt(0, 4); left >= 0; left--) {
            int outputs = left == 0 ? random.nextInt(3, 5) : random.nextInt(1, 21);
            Activation activation =
                    left == 0 ? Activation.TANH : random.pick(List.of(Activation.values()));
            boolean inject = random.nextBoolean();
            boolean first = layers.isEmpty();
            if (first && !spatial) {
                for (int mapping = random.nextInt(3); mapping > 0; mapping--) {
                    int wide = random.nextInt(1, 14);
                    Activation any = random.pick(List.of(Activation.values()));
                    layers.add(new Layer.Dense(before, wide, 1, 1, any, random.nextBoolean()));
                    before = wide;
                }
                int height = random.nextInt(1, 6);
                int width = random.nextInt(1, 6);
                layers.add(new Layer.Dense(before, outputs, height, width, activation, inject));
            } else if (random.nextBoolean()) {
                layers.add(new Layer.UpConv(before, outputs, activation, inject));
            } else {
                layers.add(new Layer.Conv3x3(before, outputs, activation, inject));
            }
            before = outputs;
        }
        return new GeneratorSpec("drawn", latent, new Condition(groups), layers, before, "");
    }
}
