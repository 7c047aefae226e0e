package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verb that computes in native code is told to end, as by Ctrl-C. */
class EndedVerbTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir private Path folder;

    /** In the middle of thousands of pictures' features; libtorch crashed there. */
    @Test
    void anEvaluationThatIsToldToEndEndsWithoutAFault() throws Exception {
        TinyModel trained = TinyModel.make(folder);
        Path dataset = EvaluateTest.dataset(folder);

        ended("Features of 2500", "evaluate", "--run", trained.run(), "--data", dataset);

        assertThat(trained.run().resolve("metric-mixed5.jsonl")).doesNotExist();
    }

    private void ended(String when, Object... args) throws Exception {
        Path log = folder.resolve("child.log");
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(TrainCli.class.getName());
        Arrays.stream(args).map(Object::toString).forEach(command::add);
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            await(process, log, when);
            // Into the middle of it.
            process.waitFor(3, TimeUnit.SECONDS);
            process.destroy();
            assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        String said = Files.readString(log);
        assertThat(process.exitValue()).as(said).isEqualTo(128 + 15);
        assertThat(said).doesNotContain("SIGSEGV", "fatal error", "Exception");
        assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith("hs_err"));
    }

    private static void await(Process process, Path log, String text)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!Files.readString(log).contains(text)) {
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }
}
