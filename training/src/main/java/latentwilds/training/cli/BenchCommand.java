package latentwilds.training.cli;

import static java.util.Comparator.comparingDouble;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import latentwilds.training.loop.Benchmark;
import latentwilds.training.loop.TrainingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train bench}: how fast training is on this machine. */
@Command(
        name = "bench",
        description = "Measures speed and memory of training, on made-up pictures.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
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

    @Mixin private Peer peer;

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
        boolean doubling = size >= 16 && size <= 256 && Integer.bitCount(size) == 1;
        Expect.that(doubling, "--size", "16 to 256, doubling", size);
        Expect.that(width > 0, "--ngf", "at least 1", width);
        Expect.that(iterations > 0, "--iterations", "at least 1", iterations);
        Expect.that(rounds > 0, "--rounds", "at least 1", rounds);
        List<String> changes = new ArrayList<>(List.of("batch=" + batch, "threads=" + threads));
        changes.addAll(set);
        TrainingOptions options = Benchmark.tutorial(size, width, changes);
        List<Benchmark.Result> results = new ArrayList<>();
        double other = 0;
        for (int round = 0; round < rounds; round++) {
            Benchmark.Result result = Benchmark.run(options, iterations, profile);
            results.add(result);
            System.out.printf("%.1f images/s%n", result.imagesPerSecond());
            if (peer.given()) {
                double speed = peer.speed(size, width, batch, iterations, threads);
                other = Math.max(other, speed);
                System.out.printf("peer %.1f images/s%n", speed);
            }
        }
        tell(results, other);
        return 0;
    }

    private void tell(List<Benchmark.Result> results, double other) {
        Benchmark.Result best =
                Collections.max(results, comparingDouble(Benchmark.Result::imagesPerSecond));
        long firstStep = results.get(0).startToFirstStepMillis();
        best.words().forEach(System.out::println);
        System.out.printf("%d ms from the start of Java to the end of the first step%n", firstStep);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("imagesPerSecond", best.imagesPerSecond());
        result.put("startToFirstStepMillis", firstStep);
        result.put("result", best);
        if (peer.given()) {
            result.put("peerImagesPerSecond", other);
            result.put("ratio", best.imagesPerSecond() / other);
            System.out.printf("%.2f times the peer%n", best.imagesPerSecond() / other);
        }
        cli.answer(result);
    }
}
