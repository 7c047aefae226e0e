package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latentwilds.latent.Codes;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.Latents;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.reference.ReferenceGenerator;
import latentwilds.synthesis.torch.TorchGenerator;
import latentwilds.training.net.Folding;
import latentwilds.training.net.GeneratorNet;
import latentwilds.training.net.Labels;
import latentwilds.training.net.ParameterSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is folded for the game makes the pictures that the trained network makes, unfolded. */
class FoldingTest {
    private static final double TOLERANCE = 2e-4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generator.upsampling=transposed",
                "generator.upsampling=resize",
                "generator.batchNorm=false",
                "generator.batchNorm=false generator.upsampling=resize",
                "generator.doubled=true generator.activation=relu",
                "generator.doubled=true generator.upsampling=resize",
                "generator.refine=6 generator.upsampling=resize",
                "generator.start=8 generator.widths=[12]",
                "generator.dropout=0.3",
                "generator.mlp=[16,24]",
                "generator.codes={}",
                "channels=3 generator.spatial=true generator.upsampling=resize",
                "channels=3 generator.spatial=true generator.doubled=true generator.refine=5",
                "channels=3 generator.spatial=true generator.regionSize=3 generator.accents=true"
            })
    void theGameDrawsWhatTheNetworkDraws(String changes) {
        TrainingOptions options = TinyTraining.with(changes.split(" "));
        try (Training training = TinyTraining.training(options)) {
            GeneratorNet net = training.adversaries().generator();
            randomise(net.parameters(), 1);
            randomise(net.statistics(), 2);
            GeneratorWeights folded =
                    Folding.fold(net, net.parameters().toArrays(), net.statistics().toArrays(), 1);
            LatentGrid latent = latent(folded);

            float[] unfolded = draw(net, latent);

            assertThat(spread(unfolded)).as("no plain picture").isGreaterThan(0.5);
            for (Generator generator :
                    List.of(new ReferenceGenerator(folded), new TorchGenerator(folded))) {
                try (generator) {
                    float[] made = generator.synthesise(List.of(latent)).get(0).values();
                    assertThat(made).hasSameSizeAs(unfolded);
                    assertThat(worst(made, unfolded)).as(generator.backend()).isLessThan(TOLERANCE);
                }
            }
        }
    }

    /** Weights of a size that shows, and statistics that are not those of an untrained network. */
    private static void randomise(ParameterSet set, long seed) {
        RandomStream random = new RandomStream(seed);
        Map<String, float[]> values = new HashMap<>(set.toArrays());
        for (String name : set.names()) {
            float[] array = values.get(name);
            boolean factor = name.endsWith("gamma") || name.endsWith("variance");
            double size = name.endsWith("weight") ? 0.15 : 0.5;
            for (int i = 0; i < array.length; i++) {
                array[i] =
                        factor ? 0.5f + random.nextFloat() : (float) (random.nextGaussian() * size);
            }
        }
        set.load(values);
    }

    private static LatentGrid latent(GeneratorWeights weights) {
        GeneratorSpec spec = weights.spec();
        int cells = spec.spatial() ? 3 : 1;
        RandomStream random = new RandomStream(5);
        float[] noise = Latents.noise(random, spec, cells, cells);
        float[] code = Codes.plane(weights, Map.of("biome", "sand"), noise, cells * cells);
        return new LatentGrid(cells, cells, noise, code);
    }

    private static float[] draw(GeneratorNet net, LatentGrid latent) {
        GeneratorSpec spec = net.spec();
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            NDArray noise =
                    manager.create(
                            latent.noise(),
                            new Shape(1, spec.latentSize(), latent.rows(), latent.columns()));
            // Sand is the second label.
            List<NDArray> labels = Labels.oneHot(manager, spec.condition(), new int[][] {{1}});
            return net.forward(noise, labels, false).stopGradient().toFloatArray();
        }
    }

    private static double worst(float[] a, float[] b) {
        double worst = 0;
        for (int i = 0; i < a.length; i++) {
            worst = Math.max(worst, Math.abs(a[i] - b[i]));
        }
        return worst;
    }

    private static double spread(float[] values) {
        float low = 1;
        float high = -1;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low;
    }
}
