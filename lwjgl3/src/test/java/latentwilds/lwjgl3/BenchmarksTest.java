package latentwilds.lwjgl3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks as they are started, with as little work as there can be. */
class BenchmarksTest {
    @TempDir Path folder;

    private JsonNode figures(String option, String... more) throws IOException {
        Path file = folder.resolve("figures.json");
        List<String> arguments = new ArrayList<>(List.of(option, file.toString(), "--unseen"));
        arguments.addAll(List.of(more));
        Play.Ended ended = Play.game(arguments.toArray(new String[0]));
        assertThat(ended.errors()).isEmpty();
        assertThat(ended.code()).isZero();
        return JsonMapper.builder().build().readTree(file.toFile());
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void aQuickStartReachesTheWorldAndSaysWhen() throws IOException {
        JsonNode start = figures("--bench-start", "--size", "320x180").get("start");
        assertThat(names(start))
                .startsWith("launcher", "window", "models read", "first frame", "begun")
                .contains("opened terrain", "species chosen")
                .endsWith("playable");
        long before = 0;
        for (JsonNode at : start) {
            assertThat(at.get("millis").asLong()).isGreaterThanOrEqualTo(before);
            before = at.get("millis").asLong();
        }
    }

    @Test
    void theWorldIsTimedOnTheBackendThatIsAskedFor() throws IOException {
        JsonNode all = figures("--bench-world", "--backend", "torch", "--brief");
        assertThat(all.get("backend").asText()).isEqualTo("torch");
        assertThat(all.get("planCold").get("wallMillis").asDouble()).isPositive();
        assertThat(all.get("chunkMillis").asDouble()).isPositive();
        assertThat(names(all)).contains("planWarm", "preview", "seams", "walk", "bars");
    }

    @Test
    void withoutABackendTheWorldIsTimedOnTheOneThatTheGameWouldTake() throws IOException {
        assertThat(figures("--bench-world", "--brief").get("backend").asText()).isEqualTo("torch");
    }

    @Test
    void everyGeneratorIsTimedOnTheBackendThatIsAskedFor() throws IOException {
        JsonNode all = figures("--bench-synthesis", "--backend", "torch").get("backends");
        assertThat(names(all)).containsExactly("torch");
        JsonNode kinds = all.get("torch");
        assertThat(names(kinds)).containsExactlyInAnyOrder("faces", "monsters", "terrain");
        assertThat(kinds).allMatch(JsonNode::isObject);
    }
}
