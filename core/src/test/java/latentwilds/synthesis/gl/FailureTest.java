package latentwilds.synthesis.gl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.ParityCheck;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.Placement;
import latentwilds.synthesis.reference.ReferenceGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A driver that fails gives way to another backend, with a line, and pictures keep coming. */
@Timeout(120)
class FailureTest {
    private final GeneratorWeights monster = RandomWeights.of(Specs.monster(), 1);
    private final GeneratorWeights field = RandomWeights.of(Specs.field(), 1);
    private final TamperedGl tampered = new TamperedGl();
    private final List<String> log = new ArrayList<>();
    private GlBench bench;

    @BeforeEach
    void open() {
        bench = new GlBench(3, 2, tampered::over, Device::of);
        bench.everyFrame(2_000_000);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private BackendChooser chooser() {
        return new BackendChooser(Backend.GL, log::add, bench.backend, false);
    }

    @Test
    void aShaderThatDoesNotCompileIsNamedWithTheDriversWords() {
        tampered.shadersFail = true;
        try (Generator generator = chooser().open(monster)) {
            assertThat(generator.backend()).isNotEqualTo("gl");
            assertThat(ParityCheck.difference(generator, monster))
                    .isLessThanOrEqualTo(ParityCheck.TOLERANCE);
        }
        assertThat(log)
                .containsExactly(
                        "Backend gl was asked for but cannot be used: triangle.vert does not"
                                + " compile: 0:7: too clever; 0:9: by half");
        assertThat(tampered.alive.getOrDefault("Texture", 0)).isZero();
    }

    @Test
    void aDriverThatDrawsToNoFloatTexturesIsNamed() {
        tampered.noFloatTargets = true;
        try (Generator generator = chooser().open(monster)) {
            assertThat(generator.backend()).isNotEqualTo("gl");
        }
        assertThat(log).singleElement().asString().contains("neither to 32 bit nor to 16 bit");
    }

    @Test
    void aContextLostWhileItWorksDemotesAndThePictureComesAllTheSame() {
        LatentGrid input = GlBench.inputs(monster.spec(), 1, 1, 1, 5).get(0);
        try (Generator generator = chooser().open(monster);
                Generator reference = new ReferenceGenerator(monster)) {
            assertThat(generator.backend()).isEqualTo("gl");
            tampered.contextLost = true;

            Picture picture = generator.synthesise(input);

            assertThat(generator.backend()).isNotEqualTo("gl");
            assertThat(GlBench.difference(List.of(picture), List.of(reference.synthesise(input))))
                    .isLessThanOrEqualTo(ParityCheck.TOLERANCE);
            generator.synthesise(input);
        }
        assertThat(log)
                .containsExactly(
                        "Backend gl failed for monsters and is not used any more: GL error 0x507");
    }

    @Test
    void aContextLostWhileItDrawsToAPlaceGivesThePlaceBack() {
        List<String> told = new ArrayList<>();
        Placement placement =
                new Placement() {
                    @Override
                    public Spot open() {
                        told.add("open");
                        return new Spot(0, 16, 16, 0);
                    }

                    @Override
                    public void done() {
                        told.add("done");
                    }

                    @Override
                    public void failed() {
                        told.add("failed");
                    }
                };
        try (Generator generator = chooser().open(field)) {
            tampered.contextLost = true;

            boolean drawn =
                    generator.draw(GlBench.inputs(field.spec(), 1, 2, 2, 1), List.of(placement));

            assertThat(drawn).as("the next backend draws to no place").isFalse();
            assertThat(generator.backend()).isNotEqualTo("gl");
        }
        assertThat(told).containsExactly("open", "failed");
    }

    @Test
    void weightsThatNoTextureHoldsAreNamed() {
        bench.window.run(
                () -> {
                    GlBackend narrow =
                            new GlBackend(
                                    bench.window.gl(),
                                    gl -> new Device(gl, Dialect.GLSL_150, Storage.FLOAT, 16),
                                    System::nanoTime,
                                    ProcessorClock.blind(System::nanoTime));
                    assertThatThrownBy(() -> narrow.open(field))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("at most 16 a side");
                    narrow.close();
                });
    }

    @Test
    void closingTheBackendFailsWhatWaitsAndWhatComes() {
        Generator generator = bench.backend.open(monster);
        bench.window.run(bench.backend::close);
        assertThatThrownBy(
                        () ->
                                generator.synthesise(
                                        GlBench.inputs(monster.spec(), 1, 1, 1, 1).get(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        bench.window.run(generator::close);
    }
}
