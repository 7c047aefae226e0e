package latentwilds.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import latentwilds.model.Gate;
import latentwilds.model.GateTest;
import latentwilds.model.Model;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import org.junit.jupiter.api.Test;

class RerollsTest {
    private static final int MANY = 400;

    private static Model model(double limit) {
        return new Model(
                RandomWeights.of(Specs.monster(), 1), null, Optional.of(GateTest.gate(limit)));
    }

    private static double score(LatentId id, Model model) {
        LatentGrid centre = id.individual(0).grid(model.weights());
        return model.gate().orElseThrow().score(centre.noise(), centre.code());
    }

    @Test
    void whatPassesStaysAndTheRestIsDrawnAnewUntilItPasses() {
        Model model = model(1);
        int anew = 0;
        for (int seed = 0; seed < MANY; seed++) {
            LatentId id = LatentId.of("monsters", seed);
            LatentId passed = Rerolls.passing(id, model);
            assertThat(score(passed, model)).isLessThanOrEqualTo(1);
            assertThat(passed.equals(id)).isEqualTo(score(id, model) <= 1);
            anew += passed.equals(id) ? 0 : 1;
        }
        assertThat(anew).isBetween(MANY / 20, MANY / 2);
    }

    @Test
    void theLeastBadIsTakenWhereNonePasses() {
        Model model = model(Double.NEGATIVE_INFINITY);
        LatentId id = LatentId.of("monsters", 5);

        LatentId taken = Rerolls.passing(id, model);

        assertThat(score(taken, model)).isLessThanOrEqualTo(score(id, model));
        assertThat(Rerolls.passing(id, model)).isEqualTo(taken);
    }

    @Test
    void aSpeciesStaysTogether() {
        Model model = model(0.2);
        for (int seed = 0; seed < 50; seed++) {
            LatentId species = LatentId.of("monsters", seed);
            assertThat(Rerolls.passing(species.individual(9), model))
                    .isEqualTo(Rerolls.passing(species, model).individual(9));
        }
    }

    @Test
    void withoutAGateEverythingPasses() {
        Model open = new Model(RandomWeights.of(Specs.monster(), 1), null);
        LatentId id = LatentId.of("monsters", 3);

        assertThat(Rerolls.passing(id, open)).isSameAs(id);
        assertThat(open.gate()).isEqualTo(Optional.<Gate>empty());
    }

    @Test
    void whatSomebodyElseRefusesIsDrawnAnewToo() {
        Model open = new Model(RandomWeights.of(Specs.monster(), 1), null);
        LatentId id = LatentId.of("monsters", 3);
        assertThat(Rerolls.passing(id, open, candidate -> true)).isEqualTo(id);
        assertThat(Rerolls.passing(id, open, candidate -> candidate.seed() != 3)).isNotEqualTo(id);

        // Where nobody pleases, the first that the gate lets through is taken.
        Model gated = model(1);
        for (int seed = 0; seed < 50; seed++) {
            LatentId any = LatentId.of("monsters", seed);
            assertThat(Rerolls.passing(any, gated, candidate -> false))
                    .isEqualTo(Rerolls.passing(any, gated));
        }
    }
}
