package latentwilds.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;

class PlaceNamesTest {
    @Test
    void noTwoPlacesOfARunAreCalledTheSame() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(names(seed)).doesNotHaveDuplicates();
        }
    }

    @Test
    void namesFollowFromTheRun() {
        assertThat(names(3)).isEqualTo(names(3)).isNotEqualTo(names(4));
    }

    private static List<String> names(long seed) {
        Streams streams = new Streams(new RunSeed(seed));
        return Stream.concat(
                        IntStream.range(0, 9).mapToObj(i -> PlaceNames.settlement(streams, i)),
                        IntStream.range(0, 14).mapToObj(i -> PlaceNames.landmark(streams, i)))
                .toList();
    }
}
