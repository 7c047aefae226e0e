package latentwilds.lwjgl3;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration.GLEmulation;
import com.badlogic.gdx.graphics.GL20;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelPack;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.ParityCheck;
import latentwilds.synthesis.gl.GlBackend;
import latentwilds.synthesis.gl.ProgramBinaries;
import latentwilds.synthesis.gl.ProgramCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a real context; a driver without binaries must do without the cache. */
@Timeout(120)
class ProgramCacheTest {
    @TempDir Path folder;

    private final GeneratorWeights monsters =
            ModelPack.load(Path.of("..", "assets", "models"), List.of("monsters"))
                    .model("monsters")
                    .weights();

    @Test
    void theNextStartCompilesNothingAndDamagedFilesAreMadeAnew() throws Exception {
        inAWindow(
                () -> {
                    int formats = new LwjglProgramBinaries().formats();
                    ProgramCache first = started(new LwjglProgramBinaries());
                    assertThat(first.loaded()).isZero();
                    if (formats == 0) {
                        assertThat(folder).isEmptyDirectory();
                        return;
                    }
                    int programs = first.stored();
                    assertThat(programs).isPositive();
                    assertThat(files()).hasSize(programs);

                    ProgramCache second = started(new LwjglProgramBinaries());
                    assertThat(second.loaded()).isEqualTo(programs);
                    assertThat(second.stored()).isZero();

                    damage();
                    ProgramCache third = started(new LwjglProgramBinaries());
                    assertThat(third.loaded()).isZero();
                    assertThat(third.stored()).isEqualTo(programs);
                    assertThat(started(new LwjglProgramBinaries()).loaded()).isEqualTo(programs);
                });
    }

    @Test
    void whatTheDriverRefusesIsCompiledAndReplaced() throws Exception {
        inAWindow(
                () -> {
                    if (new LwjglProgramBinaries().formats() == 0) {
                        return;
                    }
                    // Whole files, but no programs.
                    int programs = started(new Nonsense()).stored();
                    assertThat(programs).isPositive();

                    ProgramCache next = started(new LwjglProgramBinaries());

                    assertThat(next.loaded()).isZero();
                    assertThat(next.stored()).isEqualTo(programs);
                    assertThat(started(new LwjglProgramBinaries()).loaded()).isEqualTo(programs);
                });
    }

    @Test
    void aFolderThatCannotBeMadeIsDoneWithout() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        inAWindow(
                () -> {
                    ProgramCache cache =
                            new ProgramCache(new LwjglProgramBinaries(), file.resolve("below"));
                    start(cache);
                    assertThat(cache.stored()).isZero();
                });
    }

    private ProgramCache started(ProgramBinaries binaries) {
        ProgramCache cache = new ProgramCache(binaries, folder);
        start(cache);
        return cache;
    }

    private void start(ProgramCache cache) {
        try (GlBackend backend = new GlBackend(Gdx.gl30, Optional.of(cache));
                Generator generator = backend.open(monsters)) {
            assertThat(ParityCheck.difference(generator, monsters))
                    .isLessThanOrEqualTo(ParityCheck.TOLERANCE);
        }
        assertThat(Gdx.gl.glGetError()).isEqualTo(GL20.GL_NO_ERROR);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Cut short, changed in the middle, empty, in turns. */
    private void damage() throws IOException {
        List<Path> files = files();
        for (int i = 0; i < files.size(); i++) {
            byte[] bytes = Files.readAllBytes(files.get(i));
            bytes[bytes.length / 2] ^= 1;
            int length = i % 3 == 0 ? bytes.length : i % 3 == 1 ? bytes.length / 2 : 0;
            Files.write(files.get(i), Arrays.copyOf(bytes, length));
        }
    }

    private static final class Nonsense implements ProgramBinaries {
        private final LwjglProgramBinaries real = new LwjglProgramBinaries();

        @Override
        public int formats() {
            return real.formats();
        }

        @Override
        public void willBeAskedFor(int program) {
            real.willBeAskedFor(program);
        }

        @Override
        public Optional<Binary> get(int program) {
            return real.get(program).map(b -> new Binary(b.format(), new byte[b.bytes().length]));
        }

        @Override
        public void load(int program, Binary binary) {
            real.load(program, binary);
        }
    }

    /** What is done on a render thread and may fail. */
    private interface Task {
        void run() throws Exception;
    }

    private static void inAWindow(Task task) throws Exception {
        Exception[] failure = new Exception[1];
        AssertionError[] wrong = new AssertionError[1];
        Lwjgl3ApplicationConfiguration configuration = new Lwjgl3ApplicationConfiguration();
        configuration.setInitialVisible(false);
        configuration.disableAudio(true);
        configuration.setOpenGLEmulation(GLEmulation.GL32, 3, 2);
        new Lwjgl3Application(
                new ApplicationAdapter() {
                    @Override
                    public void create() {
                        try {
                            task.run();
                        } catch (Exception e) {
                            failure[0] = e;
                        } catch (AssertionError e) {
                            wrong[0] = e;
                        }
                        Gdx.app.exit();
                    }
                },
                configuration);
        if (failure[0] != null) {
            throw failure[0];
        }
        if (wrong[0] != null) {
            throw wrong[0];
        }
    }
}
