package latentwilds.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import org.junit.jupiter.api.Test;

class LatentIdTest {
    private static final int LARGE = 20_000;

    @Test
    void identitiesAreComparedByValue() {
        Map<String, String> labels = Map.of("ancestry", "elf", "gender", "male");
        Set<LatentId> seen = new HashSet<>();
        seen.add(LatentId.of("faces", 3, labels));
        seen.add(LatentId.of("faces", 3, new TreeMap<>(labels)));
        seen.add(LatentId.of("faces", 3, labels).individual(0));
        assertThat(seen).hasSize(1);

        seen.add(LatentId.of("faces", 4, labels));
        seen.add(LatentId.of("monsters", 3, labels));
        seen.add(LatentId.of("faces", 3));
        seen.add(LatentId.of("faces", 3, labels).individual(1));
        assertThat(seen).hasSize(5);
    }

    @Test
    void anIdentityNeverChanges() {
        SortedMap<String, String> labels = new TreeMap<>(Map.of("ancestry", "elf"));
        LatentId id = new LatentId("faces", 3, 0, labels);

        labels.put("ancestry", "orc");

        assertThat(id.labels()).containsExactly(Map.entry("ancestry", "elf"));
        assertThatThrownBy(() -> id.labels().put("gender", "male"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theSameIdentityGivesTheSameFreshLatent() {
        LatentId id = LatentId.of("monsters", 3).individual(8);

        float[] latent = id.latent(16);

        assertThat(id.latent(16)).isEqualTo(latent).isNotSameAs(latent);
        assertThat(LatentId.of("monsters", 4).individual(8).latent(16)).isNotEqualTo(latent);
    }

    @Test
    void anIndividualIsNearItsSpeciesAndUnlikeTheOthers() {
        LatentId species = LatentId.of("monsters", 12);
        float[] centre = species.latent(LARGE);
        assertThat(species.individual(0).latent(LARGE)).isEqualTo(centre);

        double likeness = Math.sqrt(1 - LatentId.INDIVIDUAL * LatentId.INDIVIDUAL);
        for (long n : new long[] {1, 2, -1, 12, Long.MAX_VALUE}) {
            float[] one = species.individual(n).latent(LARGE);
            assertThat(correlation(one, centre)).as("%d", n).isCloseTo(likeness, within(0.02));
            assertThat(correlation(one, one)).isCloseTo(1, within(0.03));
            assertThat(correlation(one, LatentId.of("monsters", 13).latent(LARGE)))
                    .as("%d and species 13", n)
                    .isCloseTo(0, within(0.04));
        }
    }

    @Test
    void individualsShareNothingButTheirSpecies() {
        float[] one = LatentId.of("monsters", 12).individual(1).latent(LARGE);
        float[] two = LatentId.of("monsters", 12).individual(2).latent(LARGE);
        float[] stranger = LatentId.of("monsters", 15).individual(1).latent(LARGE);

        double shared = 1 - LatentId.INDIVIDUAL * LatentId.INDIVIDUAL;
        assertThat(correlation(one, two)).isCloseTo(shared, within(0.03));
        assertThat(correlation(one, stranger)).isCloseTo(0, within(0.04));
    }

    @Test
    void theGridIsASingleCellWithTheLabelsCode() {
        GeneratorWeights weights = RandomWeights.of(Specs.face(), 1);
        Map<String, String> labels = Map.of("ancestry", "orc", "gender", "male");

        LatentGrid grid = LatentId.of("faces", 5, labels).grid(weights);

        assertThat(grid.rows()).isEqualTo(1);
        assertThat(grid.columns()).isEqualTo(1);
        assertThat(grid.noise()).isEqualTo(LatentId.of("faces", 5).latent(5));
        assertThat(grid.code()).isEqualTo(Codes.of(weights, labels));
    }

    private static double correlation(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum / a.length;
    }
}
