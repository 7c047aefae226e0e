package latentwilds.synthesis.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import latentwilds.synthesis.Generator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a batch reads is not written to while the GPU may not have read it yet. */
@Timeout(120)
class InputTurnsTest {
    @Test
    void batchesTakeTurnsWithTwoTextures() {
        TamperedGl watched = new TamperedGl();
        try (GlBench bench = new GlBench(3, 2, watched::over, Device::of)) {
            GeneratorWeights weights = RandomWeights.of(Specs.field(), 1);
            Generator generator = bench.window.call(() -> bench.backend.open(weights));
            watched.written.clear();
            bench.window.run(
                    () -> generator.synthesise(GlBench.inputs(weights.spec(), 10, 3, 3, 1)));
            List<Integer> written = List.copyOf(watched.written);
            bench.window.run(generator::close);

            // Four pictures, four, and two.
            assertThat(written).hasSize(10);
            assertThat(written.subList(0, 4)).containsOnly(written.get(0));
            assertThat(written.subList(4, 8)).containsOnly(written.get(4));
            assertThat(written.get(4)).isNotEqualTo(written.get(0));
            assertThat(written.subList(8, 10)).containsOnly(written.get(0));
        }
    }
}
