package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A seed means the same world for ever and everywhere: two hundred worlds' fingerprints are kept in
 * a file. A few are made again with every run of the tests, all with {@code -Dgolden=all}. Whoever
 * changes what a seed means writes the file anew with
 *
 * <pre>mvn -pl core test -Dtest=GoldenWorldsTest -Dgolden=write</pre>
 *
 * and says in the changelog that older seed codes lead elsewhere now.
 */
class GoldenWorldsTest {
    private static final Path FILE =
            Path.of("src", "test", "resources", "latentwilds", "world", "golden-worlds.txt");
    private static final String WISH = System.getProperty("golden", "some");
    private static final int COUNT = 200;
    private static final int EVERY = 66;

    @BeforeAll
    static void writeIfAsked() throws IOException {
        if (WISH.equals("write")) {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, seeds().mapToObj(s -> Fingerprint.of(s).line()).toList());
        }
    }

    @Test
    void everySeedStillMeansItsWorld() throws IOException {
        List<Fingerprint> golden = golden();
        assertThat(golden).extracting(Fingerprint::seed).containsExactlyElementsOf(list(seeds()));
        int step = WISH.equals("all") ? 1 : EVERY;
        for (int i = step - 1; i < golden.size(); i += step) {
            assertThat(Fingerprint.of(golden.get(i).seed())).isEqualTo(golden.get(i));
        }
    }

    /** Small numbers, as people type them, and numbers of all 64 bits. */
    private static LongStream seeds() {
        return LongStream.range(0, COUNT).map(i -> i < COUNT / 2 ? i : i * 0x9E3779B97F4A7C15L);
    }

    private static List<Fingerprint> golden() throws IOException {
        return Files.readAllLines(FILE).stream().map(Fingerprint::parse).toList();
    }

    private static List<Long> list(LongStream seeds) {
        return seeds.boxed().toList();
    }

    @Test
    void noTwoSeedsMeanTheSame() throws IOException {
        List<Fingerprint> golden = golden();
        assertThat(golden).extracting(Fingerprint::layout).doesNotHaveDuplicates();
        assertThat(golden).extracting(Fingerprint::spawns).doesNotHaveDuplicates();
        assertThat(golden).extracting(Fingerprint::latents).doesNotHaveDuplicates();
    }
}
