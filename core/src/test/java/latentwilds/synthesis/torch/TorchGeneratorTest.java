package latentwilds.synthesis.torch;

import static org.assertj.core.api.Assertions.assertThat;

import latentwilds.model.GeneratorWeights;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.GeneratorContract;
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
}
