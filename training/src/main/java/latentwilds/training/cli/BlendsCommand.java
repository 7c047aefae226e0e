package latentwilds.training.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelFile;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Generator;
import latentwilds.training.file.PngFile;
import latentwilds.training.report.Blends;
import latentwilds.training.report.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train blends}: every kind of ground flowing into every other. */
@Command(
        name = "blends",
        description =
                "Draws how every label of a ground model becomes every other: a row for the label"
                        + " on the left, a column for the one on the right.",
        mixinStandardHelpOptions = true)
final class BlendsCommand implements Callable<Integer> {
    private static final int COLUMNS = 6;
    private static final int ROWS = 2;

    @ParentCommand private TrainCli cli;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR_OR_FILE",
            description = "A ground model's folder, or its safetensors file.")
    private Path model;

    @Option(names = "--out", required = true, paramLabel = "PNG", description = "The table.")
    private Path out;

    @Option(names = "--replace", description = "Overwrite a picture that is there.")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        Existing.refuse(List.of(out), replace);
        GeneratorWeights weights = ModelFile.read(RunOrModel.file(model));
        try (Generator generator = new BackendChooser(Backend.AUTO, cli::note).open(weights)) {
            Blends blends = new Blends(weights, generator, COLUMNS, ROWS);
            List<String> labels = blends.labels();
            PngFile.write(Sheet.grid(blends.table(), labels.size()), out);
            System.out.printf("%s: rows and columns are %s%n", out, String.join(", ", labels));
            cli.answer(Answer.of("file", out.toString(), "labels", labels));
        }
        return 0;
    }
}
