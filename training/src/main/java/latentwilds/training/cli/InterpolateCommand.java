package latentwilds.training.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelFile;
import latentwilds.synthesis.Generator;
import latentwilds.training.report.Interpolation;
import latentwilds.training.report.InterpolationFiles;
import latentwilds.training.report.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train interpolate}: the way from one picture to the next. */
@Command(
        name = "interpolate",
        description = "Walks through latent space from seed to seed: a strip, and films.",
        mixinStandardHelpOptions = true)
final class InterpolateCommand implements Callable<Integer> {
    private static final int MAX_FPS = 50;

    @ParentCommand private TrainCli cli;

    @Mixin private RunOrModel source;

    @Mixin private Drawing drawing;

    @Option(
            names = "--seeds",
            required = true,
            split = ",",
            paramLabel = "SEED",
            description = "Stations, at least two: 4,7,22.")
    private List<Long> seeds;

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "12",
            description = "Pictures from station to station. Default: ${DEFAULT-VALUE}.")
    private int frames;

    @Option(names = "--out", paramLabel = "PNG", description = "A strip, one row per way.")
    private Path out;

    @Option(names = "--gif", paramLabel = "GIF", description = "An animated GIF.")
    private Path gif;

    @Option(names = "--apng", paramLabel = "PNG", description = "An animated PNG, all colours.")
    private Path apng;

    @Option(
            names = "--fps",
            paramLabel = "N",
            defaultValue = "12",
            description = "Frames per second of the films. Default: ${DEFAULT-VALUE}.")
    private int fps;

    @Option(names = "--loop", description = "Lead back to the first seed, and play films for ever.")
    private boolean loop;

    @Option(names = "--replace", description = "Overwrite files that are there.")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        source.check("interpolate");
        InterpolationFiles files = new InterpolationFiles(out, gif, apng);
        List<Path> outputs = files.outputs();
        check(outputs);
        drawing.check();
        Existing.refuse(outputs, replace);
        GeneratorWeights weights = ModelFile.read(source.file());
        Map<Path, byte[]> made;
        try (Generator generator = drawing.open(weights, cli)) {
            Samples samples = drawing.samples(weights, generator, 1);
            made = files.bytes(new Interpolation(samples, seeds, frames, loop), fps, loop);
        }
        Outputs.write(made);
        System.out.printf("From %s in %d steps each: %s%n", seeds, frames - 1, outputs);
        cli.answer(
                Answer.of(
                        "seeds", seeds,
                        "frames", frames,
                        "files", outputs.stream().map(Path::toString).toList()));
        return 0;
    }

    private void check(List<Path> outputs) {
        long ways = seeds.size() - (loop ? 0 : 1);
        Expect.that(!outputs.isEmpty(), "interpolate", "--out, --gif or --apng", "none");
        boolean different = outputs.stream().distinct().count() == outputs.size();
        Expect.that(different, "interpolate", "different files", outputs);
        Expect.that(seeds.size() > 1, "--seeds", "at least two", seeds);
        Expect.that(
                frames > 1 && frames * ways <= SeedRange.MOST,
                "--frames",
                "at least 2, and %d pictures at most in all".formatted(SeedRange.MOST),
                "%d for each of %d ways".formatted(frames, ways));
        Expect.that(fps > 0 && fps <= MAX_FPS, "--fps", "1 to " + MAX_FPS, fps);
    }
}
