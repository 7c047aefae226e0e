package latentwilds.synthesis.gl;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Model;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Placement;
import latentwilds.synthesis.Priority;
import latentwilds.synthesis.Request;
import latentwilds.synthesis.Synthesiser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The synthesiser on the shader backend, as the game has it. */
@Timeout(120)
class GlSynthesiserTest {
    private static final int PIXELS = 16;

    private final GeneratorWeights weights = RandomWeights.of(Specs.field(), 1);
    private final GlBench bench = new GlBench(3, 2);
    private final List<String> log = new ArrayList<>();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final Synthesiser synthesiser =
            new Synthesiser(
                    Map.of("terrain", new Model(weights, null)),
                    new BackendChooser(Backend.GL, log::add, bench.backend, false)::open,
                    6);

    @AfterEach
    void close() {
        bench.window.everyFrame = () -> {};
        bench.window.run(
                () -> {
                    synthesiser.close(() -> bench.backend.frame(2_000_000));
                    // Whatever was going on, nobody waits any more.
                    assertThat(bench.backend.schedule().waiting()).isZero();
                });
        bench.close();
    }

    private void request(int number, boolean placed) {
        LatentGrid input = GlBench.inputs(weights.spec(), 1, 2, 2, number).get(0);
        Optional<Placement> placement = placed ? Optional.of(new Page(number)) : Optional.empty();
        synthesiser.request(
                new Request<>(
                        number,
                        "terrain",
                        Priority.NEAR,
                        any -> input,
                        picture -> "picture " + number,
                        told::add,
                        placement));
    }

    private final class Page implements Placement {
        private final int number;
        private final Texture texture =
                bench.window.call(() -> new Texture(PIXELS, PIXELS, Pixmap.Format.RGBA8888));

        Page(int number) {
            this.number = number;
        }

        @Override
        public Spot open() {
            return new Spot(texture.getTextureObjectHandle(), PIXELS, PIXELS, 0);
        }

        @Override
        public void done() {
            told.add("drawn " + number);
        }

        @Override
        public void failed() {
            told.add("failed " + number);
        }
    }

    private void frames(BooleanSupplier until) {
        while (!until.getAsBoolean()) {
            bench.window.run(
                    () -> {
                        bench.backend.frame(2_000_000);
                        synthesiser.deliver(1_000_000);
                    });
        }
    }

    @Test
    void placedPicturesAreDrawnAndOthersDelivered() {
        request(1, true);
        request(2, true);
        synthesiser.start();
        frames(() -> told.size() == 2);
        request(3, false);
        frames(() -> told.size() == 3);

        assertThat(told).containsExactly("drawn 1", "drawn 2", "picture 3");
        assertThat(synthesiser.stats().backends()).containsEntry("terrain", "gl");
        assertThat(synthesiser.stats().made()).containsEntry("terrain", 3L);
        assertThat(synthesiser.failure()).isEmpty();
        assertThat(log).isEmpty();
        // Delivered all the same, or their keys could not be asked for again.
        frames(() -> synthesiser.request(again(1)));
    }

    private Request<String> again(int number) {
        return new Request<>(
                number,
                "terrain",
                Priority.NEAR,
                any -> GlBench.inputs(weights.spec(), 1, 2, 2, 1).get(0),
                picture -> "again",
                told::add);
    }

    @Test
    void closingInTheMiddleOfABatchWaitsForNobody() {
        synthesiser.start();
        frames(synthesiser::ready);
        for (int i = 0; i < 8; i++) {
            request(i, true);
        }
        frames(() -> bench.backend.schedule().waiting() > 0);
        bench.window.run(() -> bench.backend.frame(1));
    }

    @Test
    void aRendererInSoftwareIsKnownAsSuch() {
        assertThat(
                        List.of(
                                "llvmpipe (LLVM 15.0.6, 256 bits)",
                                "softpipe",
                                "Google SwiftShader",
                                "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device), SwiftShader)",
                                "Microsoft Basic Render Driver",
                                "Apple Software Renderer"))
                .noneMatch(GlBackend::hardware);
        assertThat(
                        List.of(
                                "Mesa Intel(R) UHD Graphics 620 (KBL GT2)",
                                "NVIDIA GeForce RTX 3060/PCIe/SSE2",
                                "AMD Radeon RX 6600 (radeonsi, navi23, LLVM 15.0.6, DRM 3.49)",
                                "Apple M2"))
                .allMatch(GlBackend::hardware);
    }
}
