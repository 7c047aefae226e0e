package latentwilds.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackendChooserTest {
    private final GeneratorWeights monster = RandomWeights.of(Specs.monster(), 1);
    private final List<String> log = new ArrayList<>();
    private final List<LyingGenerator> opened = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "TORCH"})
    void torchIsUsedWhereItTellsTheTruth(Backend wanted) {
        try (Generator generator = new BackendChooser(wanted, log::add).open(monster)) {
            assertThat(generator.backend()).isEqualTo("torch");
        }
        assertThat(log).isEmpty();
    }

    @Test
    void theReferenceIsUsedWhenAskedForAndNothingElseIsTried() {
        BackendChooser chooser =
                new BackendChooser(Backend.REFERENCE, log::add, Optional.empty(), lying(null));

        assertThat(chooser.open(monster).backend()).isEqualTo("reference");
        assertThat(opened).isEmpty();
        assertThat(log).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "TORCH"})
    void aLyingGeneratorIsDemotedWithALineThatSaysByHowMuch(Backend wanted) {
        BackendChooser chooser =
                new BackendChooser(
                        wanted,
                        log::add,
                        Optional.empty(),
                        lying(LyingGenerator.at(3, 12.5f * 2 / 255)));

        assertThat(chooser.open(monster).backend()).isEqualTo("reference");

        assertThat(opened).singleElement().matches(generator -> generator.closed, "closed");
        assertThat(log)
                .containsExactly(
                        "Backend torch is not used for monsters: its picture differs from the"
                                + " reference by 12.5 of 255 levels, expected at most 2");
    }

    @Test
    void whatABackendHasToSayIsSaidOnceForAllModels() {
        BackendChooser chooser =
                new BackendChooser(
                        Backend.AUTO, log::add, Optional.empty(), BackendChooserTest::speaking);

        chooser.open(monster);
        chooser.open(RandomWeights.of(Specs.face(), 1));

        assertThat(log).containsExactly("on the processor");
    }

    private static Generator speaking(GeneratorWeights weights) {
        return new LyingGenerator(weights, LyingGenerator.at(0, 0)) {
            @Override
            public Optional<String> notice() {
                return Optional.of("on the processor");
            }
        };
    }

    @Test
    void aLieAboutOneModelLeavesTheOthersOnTheirBackend() {
        GeneratorWeights face = RandomWeights.of(Specs.face(), 1);
        BackendChooser chooser =
                new BackendChooser(
                        Backend.AUTO,
                        log::add,
                        Optional.empty(),
                        weights -> {
                            float added = weights == monster ? 1 : 0;
                            return new LyingGenerator(weights, LyingGenerator.at(0, added));
                        });

        assertThat(chooser.open(monster).backend()).isEqualTo("reference");
        assertThat(chooser.open(face).backend()).isEqualTo("torch");
        assertThat(log).hasSize(1);
    }

    @Test
    void aGeneratorThatMakesNoPictureIsDemotedWithItsReason() {
        Function<Picture, Picture> fails =
                picture -> {
                    throw new IllegalStateException("no such operator");
                };
        BackendChooser chooser =
                new BackendChooser(Backend.AUTO, log::add, Optional.empty(), lying(fails));

        assertThat(chooser.open(monster).backend()).isEqualTo("reference");

        assertThat(opened).singleElement().matches(generator -> generator.closed, "closed");
        assertThat(log).singleElement().asString().contains("monsters", "no such operator");
    }

    @Test
    void aBackendThatCannotStartIsTriedOnceAndNamedWithItsReason() {
        List<GeneratorWeights> tried = new ArrayList<>();
        BackendChooser chooser =
                new BackendChooser(
                        Backend.TORCH,
                        log::add,
                        Optional.empty(),
                        weights -> {
                            tried.add(weights);
                            throw new InvocationTargetException(
                                    new IllegalStateException("libtorch has no such CPU"));
                        });

        assertThat(chooser.open(monster).backend()).isEqualTo("reference");
        assertThat(chooser.open(monster).backend()).isEqualTo("reference");

        assertThat(tried).hasSize(1);
        assertThat(log)
                .containsExactly(
                        "Backend torch was asked for but cannot be used: libtorch has no such CPU");
    }

    @Test
    void withoutDjlTheReferenceIsUsedAndTheLogSaysSo() throws Exception {
        ClassLoader bare = new ClassesWithoutDjl(getClass().getClassLoader());
        Class<?> probe = bare.loadClass(Probe.class.getName());

        Object answer = probe.getMethod("choose", List.class).invoke(null, log);

        assertThat(answer).isEqualTo("reference");
        assertThat(log)
                .containsExactly(
                        "Backend torch is not available, plain Java is used:"
                                + " DJL is not on the class path");
    }

    /** Runs among classes that cannot see DJL. */
    public static final class Probe {
        private Probe() {}

        public static String choose(List<String> log) {
            GeneratorWeights monster = RandomWeights.of(Specs.monster(), 1);
            try (Generator chosen = new BackendChooser(Backend.AUTO, log::add).open(monster)) {
                return chosen.backend();
            }
        }
    }

    @Test
    void shadersComeFirstWhereThereIsHardwareAndOnlyThenTorch() {
        Optional<BackendChooser.Opener> gl = Optional.of(named("gl", 0));

        assertThat(chooser(Backend.AUTO, gl).open(monster).backend()).isEqualTo("gl");
        assertThat(chooser(Backend.GL, gl).open(monster).backend()).isEqualTo("gl");
        assertThat(chooser(Backend.TORCH, gl).open(monster).backend()).isEqualTo("torch");
        assertThat(chooser(Backend.REFERENCE, gl).open(monster).backend()).isEqualTo("reference");
        assertThat(chooser(Backend.AUTO, Optional.empty()).open(monster).backend())
                .isEqualTo("torch");
        assertThat(log).isEmpty();
    }

    @Test
    void shadersThatLieGiveWayToTorchWithALineThatSaysByHowMuch() {
        BackendChooser chooser = chooser(Backend.AUTO, Optional.of(named("gl", 3 * 2f / 255)));

        assertThat(chooser.open(monster).backend()).isEqualTo("torch");
        assertThat(log)
                .containsExactly(
                        "Backend gl is not used for monsters: its picture differs from the"
                                + " reference by 3.0 of 255 levels, expected at most 2");
    }

    @Test
    void shadersThatWereAskedForButAreNotThereAreNamed() {
        assertThat(chooser(Backend.GL, Optional.empty()).open(monster).backend())
                .isEqualTo("torch");
        assertThat(log)
                .containsExactly(
                        "Backend gl was asked for but cannot be used: there is no GL context");
    }

    private BackendChooser chooser(Backend wanted, Optional<BackendChooser.Opener> gl) {
        return new BackendChooser(wanted, log::add, gl, named("torch", 0));
    }

    private static BackendChooser.Opener named(String backend, float lie) {
        return weights -> new LyingGenerator(weights, LyingGenerator.at(0, lie), backend);
    }

    @Test
    void aBackendIsReadInAnyCaseAndAnUnknownOneAnsweredWithTheChoices() {
        assertThat(Backend.parse("Torch")).isEqualTo(Backend.TORCH);
        assertThat(Backend.parse("auto")).isEqualTo(Backend.AUTO);
        assertThatThrownBy(() -> Backend.parse("cuda"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("torch")
                .hasMessageContaining("reference")
                .hasMessageContaining("found 'cuda'");
    }

    private BackendChooser.Opener lying(Function<Picture, Picture> lie) {
        return weights -> {
            LyingGenerator generator = new LyingGenerator(weights, lie);
            opened.add(generator);
            return generator;
        };
    }
}
