package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void wordsAreDifferentPlacesAsLongAsThereAreEnough() {
        Set<Integer> all = new HashSet<>();
        for (int run = 0; run < 60; run++) {
            int[] words = wording(run, 9).of(Biome.SAND);
            assertThat(words).hasSize(Wording.WORDS).doesNotHaveDuplicates();
            Arrays.stream(words).forEach(all::add);
        }
        assertThat(all).hasSize(9).allMatch(word -> word >= 0 && word < 9);
        assertThat(wording(1, 1).of(Biome.SAND)).containsExactly(0, 0, 0);
        assertThat(wording(1, 0).of(Biome.SAND)).isEmpty();
    }

    @Test
    void biomesChooseForThemselves() {
        int differ = 0;
        for (int run = 0; run < 20; run++) {
            Wording wording = wording(run, 9);
            int[] snow = wording.of(Biome.SNOW);
            differ += Arrays.equals(wording.of(Biome.SAND), snow) ? 0 : 1;
            // How many places another biome has changes nothing.
            Streams streams = new Streams(new RunSeed(run));
            Wording other = new Wording(streams, biome -> biome == Biome.SAND ? 4 : 9);
            assertThat(other.of(Biome.SNOW)).isEqualTo(snow);
        }
        assertThat(differ).isGreaterThan(15);
    }

    @Test
    void aRegionSpeaksOneWordMoreThanTheOthers() {
        Wording wording = wording(3, 9);
        double clearest = 0;
        int[] most = new int[Wording.WORDS];
        for (int x = 0; x < 4000; x += 7) {
            double[] shares = wording.shares(x, 2 * x);
            assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-9));
            double best = Arrays.stream(shares).max().orElseThrow();
            clearest += best / 572;
            for (int w = 0; w < Wording.WORDS; w++) {
                most[w] += shares[w] == best ? 1 : 0;
            }
        }
        assertThat(clearest).isBetween(0.7, 0.95);
        assertThat(Arrays.stream(most).min().orElseThrow()).isGreaterThan(100);
    }

    private static Wording wording(int run, int places) {
        return new Wording(new Streams(new RunSeed(run)), biome -> places);
    }
}
