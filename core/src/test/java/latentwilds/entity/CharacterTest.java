package latentwilds.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import latentwilds.latent.LatentId;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;

class CharacterTest {
    private static final Streams STREAMS = new Streams(new RunSeed(2));

    @Test
    void aNameSuitsTheFace() {
        Map<String, Set<String>> names = new HashMap<>();
        for (long id = 0; id < 2000; id++) {
            Character who = Character.draw(id, STREAMS.stream("person", id));
            assertThat(who.face().labels()).containsEntry("gender", who.gender());
            names.computeIfAbsent(who.gender(), g -> new HashSet<>()).add(who.name());
        }
        assertThat(names).hasSize(2);
        assertThat(names.get("female"))
                .hasSizeGreaterThan(200)
                .doesNotContainAnyElementsOf(names.get("male"));
        assertThat(names.get("male")).hasSizeGreaterThan(200);
    }

    @Test
    void whoDrawsAFigureKnowsTheFace() {
        for (long id = 0; id < 20; id++) {
            Character who = Character.draw(id, STREAMS.stream("person", id));
            assertThat(Character.face(who.figure().with(Bestiary.GROUND, "snow")))
                    .contains(who.face());
        }
        assertThat(Character.face(LatentId.of(Bestiary.KIND, 3))).isEmpty();
    }
}
