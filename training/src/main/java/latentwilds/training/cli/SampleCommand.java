package latentwilds.training.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelFile;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Generator;
import latentwilds.training.report.Samples;
import latentwilds.training.report.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./train sample}: pictures from an exported model, by the very code that the game runs. */
@Command(
        name = "sample",
        description = "Makes pictures with a model: the seed is the picture.",
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
    private static final int COLUMNS = 8;

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

    @Override
    public Integer call() throws IOException {
        if (out == null && outDir == null) {
            throw new IllegalArgumentException(
                    "sample: expected --out PNG or --out-dir DIR, found neither");
        }
        String[] range = seeds.split("-");
        if (!seeds.matches("\\d{1,18}-\\d{1,18}")
                || Long.parseLong(range[0]) > Long.parseLong(range[1])) {
            throw new IllegalArgumentException(
                    "--seeds: expected first-last, for example 0-63, found '%s'".formatted(seeds));
        }
        long from = Long.parseLong(range[0]);
        long to = Long.parseLong(range[1]);
        Path file = Files.isDirectory(model) ? model.resolve(ModelFile.NAME) : model;
        GeneratorWeights weights = ModelFile.read(file);
        try (Generator generator =
                new BackendChooser(Backend.parse(backend), command.commandLine().getErr()::println)
                        .open(weights)) {
            Samples samples = new Samples(weights, generator, labels, cells);
            if (out != null) {
                write(Sheet.grid(samples.pictures(from, to), COLUMNS), out);
            }
            if (outDir != null) {
                for (long seed = from; seed <= to; seed++) {
                    write(
                            Sheet.image(samples.picture(seed)),
                            outDir.resolve("seed%04d.png".formatted(seed)));
                }
            }
        }
        System.out.printf("%d pictures in %s%n", to - from + 1, out == null ? outDir : out);
        return 0;
    }

    private static void write(BufferedImage image, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            if (!ImageIO.write(image, "png", file.toFile())) {
                throw new IOException("no PNG writer");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s: cannot be written: %s. Choose another place"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
