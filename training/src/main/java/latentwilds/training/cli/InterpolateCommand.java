package latentwilds.training.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelFile;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.Picture;
import latentwilds.training.file.ApngFile;
import latentwilds.training.file.GifFile;
import latentwilds.training.file.PngFile;
import latentwilds.training.report.Interpolation;
import latentwilds.training.report.Samples;
import latentwilds.training.report.Sheet;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./train interpolate}: the way from one picture to the next. */
@Command(
        name = "interpolate",
        description = "Walks through latent space from seed to seed: a strip, and films.",
        mixinStandardHelpOptions = true)
final class InterpolateCommand implements Callable<Integer> {
    private static final int MAX_PICTURES = 1024;
    private static final int MAX_CELLS = 32;
    private static final int MAX_FPS = 50;
    private static final int FILM_SIDE = 256;

    @ParentCommand private TrainCli cli;

    @Spec private picocli.CommandLine.Model.CommandSpec command;

    @ArgGroup(multiplicity = "1")
    private Source source;

    /** Where the generator is. */
    private static final class Source {
        @Option(
                names = "--model",
                paramLabel = "DIR_OR_FILE",
                description = "A model's folder, or its safetensors file.")
        private Path model;

        @Option(
                names = "--run",
                paramLabel = "RUN_FOLDER",
                description = "A run; its newest snapshot is taken.")
        private Path run;
    }

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

    @Option(
            names = "--label",
            paramLabel = "GROUP=LABEL",
            description = "Fixes a label; otherwise every seed has its own, and they are mixed.")
    private Map<String, String> labels = Map.of();

    @Option(
            names = "--cells",
            paramLabel = "N",
            defaultValue = "8",
            description = "Side of a ground sample in cells. Default: ${DEFAULT-VALUE}.")
    private int cells;

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "auto, torch or reference. Default: ${DEFAULT-VALUE}.")
    private String backend;

    @Option(names = "--replace", description = "Overwrite files that are there.")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        List<Path> outputs = Stream.of(out, gif, apng).filter(Objects::nonNull).toList();
        check(outputs);
        Existing.refuse(outputs, replace);
        Backend place = Backend.parse(backend);
        GeneratorWeights weights = ModelFile.read(RunOrModel.file(source.run, source.model, null));
        Map<Path, byte[]> files;
        try (Generator generator =
                new BackendChooser(place, command.commandLine().getErr()::println).open(weights)) {
            Samples samples = new Samples(weights, generator, labels, cells);
            files = made(new Interpolation(samples, seeds, frames, loop));
        }
        Outputs.write(files);
        System.out.printf("From %s in %d steps each: %s%n", seeds, frames - 1, outputs);
        cli.answer(
                Map.of(
                        "seeds", seeds,
                        "frames", frames,
                        "files", outputs.stream().map(Path::toString).toList()));
        return 0;
    }

    private void check(List<Path> outputs) {
        long ways = seeds.size() - (loop ? 0 : 1);
        expect(!outputs.isEmpty(), "interpolate: expected --out, --gif or --apng, found none");
        expect(
                outputs.stream().distinct().count() == outputs.size(),
                "interpolate: expected different files, found " + outputs);
        expect(seeds.size() > 1, "--seeds: expected at least two, found " + seeds);
        expect(
                frames > 1 && frames * ways <= MAX_PICTURES,
                "--frames: expected at least 2, and %d pictures at most in all, found %d for each of %d ways"
                        .formatted(MAX_PICTURES, frames, ways));
        expect(fps > 0 && fps <= MAX_FPS, "--fps: expected 1 to 50, found " + fps);
        expect(
                cells > 0 && cells <= MAX_CELLS,
                "--cells: expected 1 to %d, found %d".formatted(MAX_CELLS, cells));
    }

    private static void expect(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }

    private Map<Path, byte[]> made(Interpolation way) throws IOException {
        List<List<Picture>> rows = way.rows();
        Map<Path, byte[]> files = new LinkedHashMap<>();
        if (out != null) {
            List<Picture> all = rows.stream().flatMap(List::stream).toList();
            files.put(out, PngFile.bytes(Sheet.grid(all, frames)));
        }
        List<BufferedImage> film = way.film(rows).stream().map(Sheet::image).toList();
        int zoom = Math.max(1, FILM_SIDE / film.get(0).getWidth());
        if (gif != null) {
            files.put(gif, GifFile.bytes(film, zoom, fps, loop));
        }
        if (apng != null) {
            files.put(apng, ApngFile.bytes(film, zoom, fps, loop));
        }
        return files;
    }
}
