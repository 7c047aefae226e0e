package latentwilds.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private final Streams streams = new Streams(new RunSeed(42));

    @Test
    void theDerivationIsTheOneThatSharedCodesRelyOn() {
        assertThat(new Streams(new RunSeed(0)).hash("terrain.noise"))
                .isEqualTo(0xD607F5DB6F716463L);
        assertThat(streams.hash("loot", 3, -7)).isEqualTo(0x854AC011C47D1B97L);
        assertThat(new Streams(new RunSeed(-1)).hash("")).isEqualTo(0xF52A15E9A9B5E89BL);

        RandomStream loot = streams.stream("loot", 3, -7);
        assertThat(loot.nextLong()).isEqualTo(0x043423E1C870F1F5L);
        assertThat(loot.nextLong()).isEqualTo(0xA51E3DDA56E95084L);
    }

    @Test
    void sameArgumentsGiveTheSameStreamFromItsBeginning() {
        RandomStream first = streams.stream("creature", 5, 6);
        List<Long> numbers = List.of(first.nextLong(), first.nextLong(), first.nextLong());

        RandomStream second = new Streams(new RunSeed(42)).stream("creature", 5, 6);

        assertThat(List.of(second.nextLong(), second.nextLong(), second.nextLong()))
                .isEqualTo(numbers);
    }

    @Test
    void drawingMoreForOnePurposeDisturbsNoOther() {
        long expected = streams.stream("loot").nextLong();

        RandomStream terrain = streams.stream("terrain");
        for (int i = 0; i < 100; i++) {
            terrain.nextLong();
        }

        assertThat(streams.stream("loot").nextLong()).isEqualTo(expected);
    }

    @Test
    void purposesPlacesAndRunsNeverMeet() {
        Set<Long> seen = new HashSet<>();
        int made = 0;
        for (long run : new long[] {-1, 0, 1, 2}) {
            Streams some = new Streams(new RunSeed(run));
            for (String purpose : List.of("", "a", "b", "ab", "ba", "terrain", "loot")) {
                seen.add(some.hash(purpose));
                seen.add(some.hash(purpose, 0));
                made += 2;
                for (int x = -40; x < 40; x++) {
                    for (int y = -40; y < 40; y++) {
                        seen.add(some.hash(purpose, x, y));
                        made++;
                    }
                }
            }
        }

        assertThat(seen).hasSize(made);
    }

    @Test
    void theOrderAndTheLengthOfAKeyMatter() {
        assertThat(
                        Set.of(
                                streams.hash("p"),
                                streams.hash("p", 0),
                                streams.hash("p", 0, 0),
                                streams.hash("p", 1, 2),
                                streams.hash("p", 2, 1)))
                .hasSize(5);
    }

    @Test
    void oneBitMoreInAnyInputChangesHalfOfTheResult() {
        double run = 0;
        double key = 0;
        for (int bit = 0; bit < 64; bit++) {
            long flipped = 1L << bit;
            long before = streams.hash("p", 7, 9);
            run += Long.bitCount(before ^ new Streams(new RunSeed(42 ^ flipped)).hash("p", 7, 9));
            key += Long.bitCount(before ^ streams.hash("p", 7 ^ flipped, 9));
        }

        assertThat(run / 64).isCloseTo(32, within(3.0));
        assertThat(key / 64).isCloseTo(32, within(3.0));
    }

    @Test
    void twoPurposesAreUncorrelated() {
        RandomStream terrain = streams.stream("terrain");
        RandomStream loot = streams.stream("loot");
        int count = 100_000;
        double correlation = 0;
        for (int i = 0; i < count; i++) {
            correlation += terrain.nextGaussian() * loot.nextGaussian() / count;
        }

        assertThat(correlation).isCloseTo(0, within(0.015));
    }
}
