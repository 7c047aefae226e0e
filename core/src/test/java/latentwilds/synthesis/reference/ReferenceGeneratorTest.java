package latentwilds.synthesis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import latentwilds.model.GeneratorWeights;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.GeneratorContract;
import latentwilds.synthesis.SmallGenerators;
import org.junit.jupiter.api.Test;

class ReferenceGeneratorTest extends GeneratorContract {
    @Override
    protected Generator open(GeneratorWeights weights) {
        return new ReferenceGenerator(weights);
    }

    @Test
    void itSaysWhatItIs() {
        try (Generator generator = open(RandomWeights.of(Specs.monster(), 1))) {
            assertThat(generator.backend()).isEqualTo("reference");
        }
    }

    @Test
    void theMarginChangesNothingAtAllAndOneCellLessWould() {
        for (GeneratorWeights weights : SmallGenerators.all()) {
            if (weights.spec().spatial()) {
                try (Generator generator = open(weights)) {
                    int margin = weights.spec().marginCells();
                    assertThat(changeOfACutOut(generator, margin)).isZero();
                    assertThat(changeOfACutOut(generator, margin - 1))
                            .as("%s", weights.spec())
                            .isPositive();
                }
            }
        }
    }
}
