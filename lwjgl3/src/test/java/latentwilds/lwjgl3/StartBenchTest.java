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

class StartBenchTest {
    @TempDir Path folder;

    @Test
    void aQuickStartReachesTheWorldAndSaysWhen() throws IOException {
        Path file = folder.resolve("start.json");
        Play.Ended ended =
                Play.game("--bench-start", file.toString(), "--unseen", "--size", "320x180");
        assertThat(ended.errors()).isEmpty();
        assertThat(ended.code()).isZero();
        JsonNode start = JsonMapper.builder().build().readTree(file.toFile()).get("start");
        List<String> names = new ArrayList<>();
        start.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .startsWith("launcher", "window", "models read", "first frame", "begun")
                .contains("opened terrain", "species chosen")
                .endsWith("playable");
        long before = 0;
        for (JsonNode at : start) {
            assertThat(at.get("millis").asLong()).isGreaterThanOrEqualTo(before);
            before = at.get("millis").asLong();
        }
    }
}
