package latentwilds.training.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latentwilds.training.loop.Benchmark;
import latentwilds.training.loop.OptionsFile;
import latentwilds.training.loop.TrainingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train bench}: how fast training is on this machine. */
@Command(
        name = "bench",
        description = "Measures speed and memory of training, on made-up pictures.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final Pattern SPEED = Pattern.compile("([0-9.]+) img/s");

    @ParentCommand private TrainCli cli;

    @Option(
            names = "--size",
            paramLabel = "PX",
            defaultValue = "64",
            description = "Side: 16 to 256.")
    private int size;

    @Option(
            names = "--ngf",
            paramLabel = "N",
            defaultValue = "64",
            description = "Channels next to the picture, in both networks.")
    private int width;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "64",
            description = "Pictures per step.")
    private int batch;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "20",
            description = "Timed steps.")
    private int iterations;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "Of libtorch.")
    private int threads;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Changes one option of the tutorial's DCGAN; may be given several times.")
    private List<String> set = List.of();

    @Option(
            names = "--peer",
            paramLabel = "COMMAND",
            description =
                    "Another program to time in turn: it is given size, ngf, batch, iterations and"
                            + " threads, and prints '... img/s'.")
    private String peer;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "1",
            description = "How often each is measured; the best counts.")
    private int rounds;

    @Option(names = "--profile", paramLabel = "JSON", description = "libtorch's trace of one step.")
    private Path profile;

    @Override
    public Integer call() throws IOException {
        check(
                "--size",
                size >= 16 && size <= 256 && Integer.bitCount(size) == 1,
                "16 to 256, doubling",
                size);
        check("--ngf", width > 0, "at least 1", width);
        check("--iterations", iterations > 0, "at least 1", iterations);
        check("--rounds", rounds > 0, "at least 1", rounds);
        TrainingOptions options = options();
        Benchmark.Result best = null;
        double other = 0;
        long firstStep = 0;
        for (int round = 0; round < rounds; round++) {
            Benchmark.Result result = Benchmark.run(options, iterations, profile);
            firstStep = round == 0 ? result.startToFirstStepMillis() : firstStep;
            best =
                    best == null || result.imagesPerSecond() > best.imagesPerSecond()
                            ? result
                            : best;
            System.out.printf("%.1f images/s%n", result.imagesPerSecond());
            if (peer != null) {
                double speed = peerSpeed();
                other = Math.max(other, speed);
                System.out.printf("peer %.1f images/s%n", speed);
            }
        }
        tell(best, other, firstStep);
        return 0;
    }

    private TrainingOptions options() {
        List<String> changes = new ArrayList<>(Benchmark.tutorial(size, width));
        changes.add("batch=" + batch);
        changes.add("threads=" + threads);
        changes.addAll(set);
        return OptionsFile.resolve(changes);
    }

    private void tell(Benchmark.Result best, double other, long firstStep) {
        System.out.printf(
                "%.3f s per step, %.0f GFLOP/s of %.0f that a large product reaches (%.0f %%)%n",
                best.secondsPerStep(),
                best.gigaflops(),
                best.peakGigaflops(),
                100 * best.gigaflops() / best.peakGigaflops());
        System.out.printf(
                "waiting for data %.2f %%, %d arrays (%d before), %d MB resident (%d before, peak"
                        + " %d)%n",
                100 * best.dataShare(),
                best.arraysAfter(),
                best.arraysBefore(),
                best.residentAfter(),
                best.residentBefore(),
                best.residentPeak());
        System.out.printf("%d ms from the start of Java to the end of the first step%n", firstStep);
        best.slowLayers().forEach(l -> System.out.println("slow: " + l));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("imagesPerSecond", best.imagesPerSecond());
        result.put("startToFirstStepMillis", firstStep);
        result.put("result", best);
        if (peer != null) {
            result.put("peerImagesPerSecond", other);
            result.put("ratio", best.imagesPerSecond() / other);
            System.out.printf("%.2f times the peer%n", best.imagesPerSecond() / other);
        }
        cli.answer(result);
    }

    private double peerSpeed() throws IOException {
        List<String> command = new ArrayList<>(List.of(peer.trim().split("\\s+")));
        for (int argument : new int[] {size, width, batch, iterations, threads}) {
            command.add(Integer.toString(argument));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher speed = SPEED.matcher(said);
        check("--peer", speed.find(), "a program that prints its img/s", said.strip());
        return Double.parseDouble(speed.group(1));
    }

    private static void check(String option, boolean ok, String expected, Object found) {
        if (!ok) {
            throw new IllegalArgumentException(
                    "%s: expected %s, found %s".formatted(option, expected, found));
        }
    }
}
