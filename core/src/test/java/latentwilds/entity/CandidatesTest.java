package latentwilds.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import latentwilds.latent.LatentId;
import latentwilds.texture.Contrast;
import latentwilds.texture.Grain;
import latentwilds.texture.Shade;
import latentwilds.world.Biome;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private static final Impression FINE = new Impression(Contrast.VISIBLE, 0, 0);
    private static final Impression HEAP = new Impression(2 * Contrast.VISIBLE, Grain.HEAP, 0);
    private static final Impression SCRAWL = new Impression(2 * Contrast.VISIBLE, 0, Shade.SCRAWL);
    private static final Impression HIDDEN = new Impression(1.2, 0, 0);

    /** Alike in all that is foretold: they are looked at in this order. */
    private static int chosen(Impression... impressions) {
        List<Candidates.Candidate> all =
                IntStream.range(0, impressions.length)
                        .mapToObj(i -> LatentId.of(Bestiary.KIND, i, Map.of()))
                        .map(look -> new Candidates.Candidate(look, Forecast.NONE))
                        .toList();
        return (int)
                new Candidates(all)
                        .choose("foes", Biome.GRASS, List.of(), eye(l -> impressions[(int) l]))
                        .look()
                        .seed();
    }

    private static Appearance eye(LongFunction<Impression> sees) {
        return new Appearance() {
            @Override
            public Impression impression(LatentId look, Biome ground) {
                return sees.apply(look.seed());
            }

            @Override
            public Forecast forecast(LatentId look) {
                return Forecast.NONE;
            }
        };
    }

    @Test
    void theFirstThatIsSeenAndNoHeapIsChosen() {
        assertThat(chosen(HIDDEN, HEAP, FINE, FINE)).isEqualTo(2);
        assertThat(chosen(FINE, HEAP)).isZero();
        assertThat(chosen(SCRAWL, FINE)).isEqualTo(1);
    }

    @Test
    void aHeapThatIsSeenRatherThanSomebodyWhoIsNot() {
        assertThat(chosen(HIDDEN, HEAP, HIDDEN)).isEqualTo(1);
        assertThat(chosen(HIDDEN, new Impression(1.4, 0, 0), HIDDEN)).isEqualTo(1);
    }
}
