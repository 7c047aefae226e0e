package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import latentwilds.model.SafeTensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that trains is killed, as by {@code kill -9} or a power cut, and the run resumed. */
class KilledRunTest {
    private static final String LAST = "checkpoint-0000000160.safetensors";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir private Path folder;

    @Test
    void aKilledRunGoesOnToTheVeryEndOfOneThatWasNot() throws Exception {
        Path dataset = TinyModel.dataset(folder);
        Path config = latentwilds.training.Fixtures.config(folder.resolve("tiny.json"));
        Path whole = folder.resolve("whole");
        Shell.done(train(config, dataset, whole));
        Path killed = folder.resolve("killed");

        Process process = start(train(config, dataset, killed));
        try {
            awaitCheckpoint(process, killed);
            // At any moment from here on; in the middle of a step or of a file.
            process.waitFor(new Random().nextInt(200), TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as("killed, not done").isEqualTo(128 + 9);
        Path run = TinyModel.only(killed);
        assertThat(run.resolve(LAST)).doesNotExist();

        assertThat(Shell.done("resume", run)).contains("Going on after", "Done.");

        var expected = SafeTensors.read(TinyModel.only(whole).resolve(LAST)).tensors();
        var found = SafeTensors.read(run.resolve(LAST)).tensors();
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (name, tensor) ->
                        assertThat(found.get(name).values()).as(name).isEqualTo(tensor.values()));
    }

    @Test
    void aRunThatIsToldToStopEndsItsStepAndSavesAndSaysSo() throws Exception {
        Path dataset = TinyModel.dataset(folder);
        Path config = latentwilds.training.Fixtures.config(folder.resolve("tiny.json"));
        Path runs = folder.resolve("killed");
        Object[] endless = {"--set", "images=100000000", "--json"};

        Process process = start(joined(train(config, dataset, runs), endless));
        awaitCheckpoint(process, runs);
        process.destroy();

        assertStopped(process);
        JsonNode answer = lastLine();
        long images = answer.path("images").asLong();
        assertThat(images).isGreaterThanOrEqualTo(16);
        assertThat(answer.path("done").asBoolean()).isFalse();
        Path run = TinyModel.only(runs);
        assertThat(Files.readString(folder.resolve("child.log")))
                .contains("Stopping after this step, and saving ...")
                .contains("Saved after %d images. Go on with: ./train resume ".formatted(images));
        assertThat(
                        SafeTensors.read(
                                        run.resolve(
                                                "checkpoint-%010d.safetensors".formatted(images)))
                                .metadata())
                .containsEntry("step", Long.toString(images / 4));
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("<span class=\"state stopped\">")
                .doesNotContain("<span class=\"state running\">");
    }

    /** While kernels are probed, or the first pictures drawn. */
    @Test
    void aRunThatIsToldToStopBeforeItsFirstStepCanBeResumed() throws Exception {
        Path dataset = TinyModel.dataset(folder);
        Path config = latentwilds.training.Fixtures.config(folder.resolve("tiny.json"));
        Path runs = folder.resolve("killed");

        Process process = start(joined(train(config, dataset, runs), "--json"));
        await(process, () -> there(runs, "run\\.lock"));
        process.destroy();

        assertStopped(process);
        assertThat(lastLine().path("images").asLong()).isLessThan(160);
        assertThat(Shell.done("resume", TinyModel.only(runs))).contains("Going on after", "Done.");
    }

    /** By the signal, not by a fault in native code. */
    private void assertStopped(Process process) throws Exception {
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 15);
        assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith("hs_err"));
    }

    /** The answer comes when native memory has been freed: the process waited for that. */
    private JsonNode lastLine() throws IOException {
        List<String> log = Files.readAllLines(folder.resolve("child.log"));
        return JsonMapper.builder().build().readTree(log.get(log.size() - 1));
    }

    @Test
    void aRunThatWasLostSaysSoInItsReport() throws Exception {
        Path dataset = TinyModel.dataset(folder);
        Path config = latentwilds.training.Fixtures.config(folder.resolve("tiny.json"));
        Path runs = folder.resolve("lost");
        Object[] wild = {"--set", "optimiser.rateD=1e30", "--set", "optimiser.rateG=1e30"};

        assertThat(Shell.run(joined(train(config, dataset, runs), wild)).err())
                .contains("Training diverged");

        Path run = TinyModel.only(runs);
        assertThat(Files.readString(run.resolve("verdicts.jsonl"))).contains("not-a-number");
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("<span class=\"state diverged\">");
    }

    private static Object[] joined(Object[] a, Object... b) {
        return Stream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }

    private static Object[] train(Path config, Path dataset, Path out) {
        List<Object> args =
                new ArrayList<>(
                        List.of("train", "--config", config, "--data", dataset, "--out", out));
        for (String change :
                List.of(
                        "images=160",
                        "snapshotImages=16",
                        "generator.dropout=0.2",
                        "discriminator.dropout=0.2",
                        "discriminator.spectralNorm=true",
                        "augment.adaptive=true",
                        "augment.strength=0.5",
                        "augment.adaptImages=200",
                        "optimiser.criticSteps=2",
                        "optimiser.clipNorm=1")) {
            args.addAll(List.of("--set", change));
        }
        return args.toArray();
    }

    private Process start(Object... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(TrainCli.class.getName());
        Arrays.stream(args).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
    }

    private void awaitCheckpoint(Process process, Path runs) throws Exception {
        await(process, () -> there(runs, "checkpoint-\\d+.*s"));
    }

    private void await(Process process, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            String log = Files.readString(folder.resolve("child.log"));
            assertThat(process.isAlive()).as(log).isTrue();
            assertThat(System.nanoTime()).as("in time: " + log).isLessThan(end);
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean there(Path runs, String name) {
        try (var files = Files.walk(runs)) {
            return files.anyMatch(f -> f.getFileName().toString().matches(name));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
