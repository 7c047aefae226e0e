package latentwilds.synthesis.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import latentwilds.latent.LatentGrid;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.GeneratorContract;
import latentwilds.synthesis.SmallGenerators;
import latentwilds.synthesis.reference.ReferenceGenerator;
import org.junit.jupiter.api.Test;

class TorchGeneratorTest extends GeneratorContract {
    @Override
    protected Generator open(GeneratorWeights weights) {
        return new TorchGenerator(weights);
    }

    @Test
    void itSaysWhatItIs() {
        try (Generator generator = open(RandomWeights.of(Specs.monster(), 1))) {
            assertThat(generator.backend()).isEqualTo("torch");
        }
    }

    @Test
    void channelsThatFillNoVectorRegisterAreComputedRightToo() {
        GeneratorSpec wide =
                new GeneratorSpec(
                        "wide",
                        44,
                        Condition.NONE,
                        List.of(
                                new Layer.UpConv(44, 20, Activation.RELU, false),
                                new Layer.Conv3x3(20, 3, Activation.TANH, false)),
                        3,
                        "");
        GeneratorWeights weights = RandomWeights.of(wide, 1);
        LatentGrid input = SmallGenerators.input(wide, 32, 32, new RandomStream(1));
        try (Generator generator = open(weights);
                Generator reference = new ReferenceGenerator(weights)) {
            float[] made = generator.synthesise(input).values();
            float[] expected = reference.synthesise(input).values();
            for (int i = 0; i < made.length; i++) {
                assertThat(made[i]).isCloseTo(expected[i], within(1e-4f));
            }
        }
    }
}
