package latentwilds.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import latentwilds.model.Model;
import latentwilds.model.ModelPack;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import latentwilds.synthesis.Backend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class SynthesisBenchTest {
    @TempDir Path folder;

    @Test
    void everyBackendAndKindHasItsFigures() throws IOException {
        Path file = folder.resolve("bench.json");
        ModelPack pack =
                new ModelPack(
                        Map.of(
                                "monsters", new Model(RandomWeights.of(Specs.monster(), 1), null),
                                "terrain", new Model(RandomWeights.of(Specs.field(), 1), null)),
                        "0000");
        SynthesisBench bench = new SynthesisBench(pack, Backend.AUTO, 2, Optional.empty(), file);
        Lwjgl3ApplicationConfiguration configuration = new Lwjgl3ApplicationConfiguration();
        configuration.setInitialVisible(false);
        configuration.disableAudio(true);
        configuration.useVsync(false);
        configuration.setForegroundFPS(0);
        configuration.setOpenGLEmulation(Lwjgl3ApplicationConfiguration.GLEmulation.GL32, 3, 2);
        new Lwjgl3Application(bench, configuration);

        assertThat(bench.failure()).isEmpty();
        JsonNode all = JsonMapper.builder().build().readTree(file.toFile());
        assertThat(all.get("glRenderer").asText()).isNotBlank();
        for (String backend : new String[] {"gl", "torch", "reference"}) {
            for (String kind : new String[] {"monsters", "terrain"}) {
                JsonNode figures = all.get("backends").get(backend).get(kind);
                assertThat(figures.get("macsPerImage").asLong()).isPositive();
                assertThat(figures.get("firstImageCold").get("wallMillis").asDouble()).isPositive();
                assertThat(figures.get("perImageAtBatch").fieldNames())
                        .toIterable()
                        .containsExactly("1", "4", "16");
                // The other backends may be done before a frame is.
                double block = figures.get("longestRenderThreadBlockMillis").asDouble();
                assertThat(block > 0 || !backend.equals("gl")).isTrue();
                assertThat(figures.get("longestRenderThreadBlockMillisPerRound")).hasSize(5);
                assertThat(figures.get("gpuBytes").asLong() > 0).isEqualTo(backend.equals("gl"));
            }
        }
        assertThat(all.get("bars").findValuesAsText("what"))
                .containsExactly(
                        "longest block of the render thread, monsters (ms)",
                        "longest block of the render thread, terrain (ms)");
    }
}
