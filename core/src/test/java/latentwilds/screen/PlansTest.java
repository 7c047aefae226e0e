package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;

import latentwilds.seed.RunSeed;
import org.junit.jupiter.api.Test;

class PlansTest {
    @Test
    void whoeverAsksForTheSameIslandGetsTheSamePlan() {
        Plans plans = new Plans();
        var first = plans.of(new RunSeed(1));
        assertThat(plans.of(new RunSeed(1))).isSameAs(first);
        var second = plans.of(new RunSeed(2));
        assertThat(second).isNotSameAs(first);
        assertThat(second.join().map().start()).isNotEqualTo(first.join().map().start());
    }
}
