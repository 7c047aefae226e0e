package latentwilds.synthesis.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Model;
import latentwilds.model.ModelPack;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.GeneratorContract;
import latentwilds.synthesis.ParityCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract, from other threads, on GL 3.2 core: what macOS, Windows and Linux all have. */
class GlGeneratorTest extends GeneratorContract {
    private static HiddenWindow window;
    private static GlBackend backend;

    @BeforeAll
    static void openWindow() {
        window = new HiddenWindow(3, 2);
        backend = window.call(() -> new GlBackend(window.gl()));
        window.everyFrame = () -> backend.frame(2_000_000);
    }

    @AfterAll
    static void closeWindow() {
        window.run(backend::close);
        window.close();
    }

    @Override
    protected Generator open(GeneratorWeights weights) {
        return backend.open(weights);
    }

    @Test
    void itSaysWhatItIs() {
        try (Generator generator = open(RandomWeights.of(Specs.monster(), 1))) {
            assertThat(generator.backend()).isEqualTo("gl");
        }
    }

    @Test
    void theModelsOfTheGamePassTheParityCheck() {
        ModelPack pack =
                ModelPack.load(
                        Path.of("..", "assets", "models"), List.of("terrain", "monsters", "faces"));
        for (Model model : pack.models().values()) {
            try (Generator generator = open(model.weights())) {
                assertThat(ParityCheck.difference(generator, model.weights()))
                        .as(model.weights().spec().kind())
                        .isLessThan(ParityCheck.TOLERANCE / 10);
            }
        }
    }
}
