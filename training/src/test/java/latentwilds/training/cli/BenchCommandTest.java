package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {
    private static final Object[] SMALL = {
        "bench", "--size", 16, "--ngf", 8, "--batch", 4, "--iterations", 1, "--threads", 1
    };

    @TempDir private Path folder;

    /** {@code echo} says what it is given: a speed, and then what every peer is told. */
    @Test
    void aPeerIsToldWhatToDoAndComparedWith() throws IOException {
        String said = Shell.done(small("--peer", "echo 0.5 img/s for", "--rounds", 2, "--json"));

        JsonNode answer =
                JsonMapper.builder()
                        .build()
                        .readTree(said.strip().lines().reduce((a, b) -> b).orElseThrow());
        double speed = answer.path("imagesPerSecond").asDouble();
        assertThat(speed).isPositive();
        assertThat(answer.path("peerImagesPerSecond").asDouble()).isEqualTo(0.5);
        assertThat(answer.path("ratio").asDouble()).isEqualTo(speed / 0.5);
        assertThat(answer.path("startToFirstStepMillis").asLong()).isPositive();
        assertThat(answer.path("result").path("arraysAfter").asInt())
                .isEqualTo(answer.path("result").path("arraysBefore").asInt());
        assertThat(said.lines().filter(l -> l.equals("peer 0.5 images/s"))).hasSize(2);
        assertThat(said).contains("times the peer", "waiting for data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--size 48          | --size: expected 16 to 256, doubling, found 48",
                "--size 512         | --size: expected 16 to 256, doubling, found 512",
                "--ngf 0            | --ngf: expected at least 1, found 0",
                "--iterations 0     | --iterations: expected at least 1, found 0",
                "--rounds 0         | --rounds: expected at least 1, found 0",
                "--batch 1          | --set batch=1 --set threads=2: Option 'batch': expected at"
                        + " least 2, found 1",
                "--set batch=x      | --set batch=64 --set threads=2 --set batch=x: 'batch':"
                        + " expected a whole number, found",
                "--threads 0        | --set batch=64 --set threads=0: Option 'threads': expected a"
                        + " positive number, found 0",
                "--iterations few   | Invalid value for option '--iterations'"
            })
    void aBadValueIsNamed(String option, String message) throws IOException {
        Object[] args = Stream.concat(Stream.of("bench"), Stream.of(option.split(" "))).toArray();

        assertThat(Shell.refused(folder, args)).startsWith(message);
    }

    @Test
    void aPeerThatIsNoneIsNamed() {
        assertThat(Shell.run(small("--peer", "echo no speed")).err())
                .startsWith(
                        "error: --peer: expected a program that prints its img/s, found no speed"
                                + " 16 8 4 1 1");
        Shell.Result missing = Shell.run(small("--peer", "no-such-program"));
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err())
                .startsWith("error: --peer: expected a program that can be started, found: ")
                .contains("no-such-program");
    }

    private static Object[] small(Object... more) {
        return Stream.of(SMALL, more).flatMap(Stream::of).toArray();
    }
}
