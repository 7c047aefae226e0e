package latentwilds.training.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelFile;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.Picture;
import latentwilds.training.file.PngFile;
import latentwilds.training.file.Reason;
import latentwilds.training.file.Staging;
import latentwilds.training.report.Samples;
import latentwilds.training.report.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./train sample}: pictures from an exported model, by the very code that the game runs. */
@Command(
        name = "sample",
        description = "Makes pictures with a model: the seed is the picture.",
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
    private static final int COLUMNS = 8;
    private static final int MAX_PICTURES = 1024;
    private static final int MAX_CELLS = 32;

    @ParentCommand private TrainCli cli;

    @Spec private picocli.CommandLine.Model.CommandSpec command;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR_OR_FILE",
            description = "A model's folder, or its safetensors file.")
    private Path model;

    @Option(
            names = "--seeds",
            paramLabel = "A-B",
            defaultValue = "0-63",
            description = "First and last seed. Default: ${DEFAULT-VALUE}.")
    private String seeds;

    @Option(names = "--out", paramLabel = "PNG", description = "One sheet of all pictures.")
    private Path out;

    @Option(
            names = "--out-dir",
            paramLabel = "DIR",
            description = "One PNG per seed, named by it: seed0042.png.")
    private Path outDir;

    @Option(
            names = "--label",
            paramLabel = "GROUP=LABEL",
            description = "Fixes a label; otherwise the seeds go through all of them in turn.")
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

    @Option(names = "--replace", description = "Overwrite pictures that are there.")
    private boolean replace;

    @Override
    public Integer call() {
        if (out == null && outDir == null) {
            throw new IllegalArgumentException(
                    "sample: expected --out PNG or --out-dir DIR, found neither");
        }
        if (cells < 1 || cells > MAX_CELLS) {
            throw new IllegalArgumentException(
                    "--cells: expected 1 to %d, found %d".formatted(MAX_CELLS, cells));
        }
        List<Long> wanted = wanted();
        List<Path> outputs = new ArrayList<>();
        if (out != null) {
            outputs.add(out);
        }
        if (outDir != null) {
            wanted.forEach(seed -> outputs.add(outDir.resolve(name(seed))));
        }
        Existing.refuse(outputs, replace);
        Backend place = Backend.parse(backend);
        Path file = Files.isDirectory(model) ? model.resolve(ModelFile.NAME) : model;
        GeneratorWeights weights = ModelFile.read(file);
        try (Generator generator =
                new BackendChooser(place, command.commandLine().getErr()::println).open(weights)) {
            write(new Samples(weights, generator, labels, cells), wanted);
        }
        System.out.printf("%d pictures in %s%n", wanted.size(), out == null ? outDir : out);
        cli.answer(
                Map.of(
                        "pictures",
                        wanted.size(),
                        "files",
                        outputs.stream().map(Path::toString).toList()));
        return 0;
    }

    private List<Long> wanted() {
        if (!seeds.matches("\\d{1,18}-\\d{1,18}")) {
            throw new IllegalArgumentException(
                    "--seeds: expected first-last, for example 0-63, found '%s'".formatted(seeds));
        }
        String[] range = seeds.split("-");
        long first = Long.parseLong(range[0]);
        long last = Long.parseLong(range[1]);
        if (last < first || last - first >= MAX_PICTURES) {
            throw new IllegalArgumentException(
                    "--seeds: expected 1 to %d pictures, first seed first, found '%s'"
                            .formatted(MAX_PICTURES, seeds));
        }
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static String name(long seed) {
        return String.format(Locale.ROOT, "seed%04d.png", seed);
    }

    /** Pictures are drawn and written beside their place first, so that a failure leaves none. */
    private void write(Samples samples, List<Long> wanted) {
        Path place = out == null ? outDir : out;
        try (Staging sheet = stage(out);
                Staging single = stage(outDir)) {
            List<Picture> pictures = new ArrayList<>();
            for (long seed : wanted) {
                Picture picture = samples.picture(seed);
                if (single != null) {
                    PngFile.write(Sheet.image(picture), single.path().resolve(name(seed)));
                }
                if (sheet != null) {
                    pictures.add(picture);
                }
            }
            if (sheet != null) {
                Path made = sheet.path().resolve("sheet.png");
                PngFile.write(Sheet.grid(pictures, COLUMNS), made);
                sheet.moveFile(made, out);
            }
            if (single != null) {
                place = outDir;
                single.moveTo(outDir);
            }
        } catch (IOException e) {
            throw unwritable(place, e);
        }
    }

    private static Staging stage(Path output) {
        try {
            return output == null ? null : new Staging(output);
        } catch (IOException e) {
            throw unwritable(output, e);
        }
    }

    private static UncheckedIOException unwritable(Path output, IOException e) {
        return new UncheckedIOException(
                "%s: cannot be written: %s. Choose another place".formatted(output, Reason.of(e)),
                e);
    }
}
