package latentwilds.training.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import latentwilds.model.ModelException;
import latentwilds.training.dataset.DatasetException;
import latentwilds.training.file.Reason;
import latentwilds.training.report.NeighbourSheet;
import latentwilds.training.report.Report;
import latentwilds.training.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./train report}: run folders to one page. */
@Command(
        name = "report",
        description =
                "Writes one HTML page about a run: curves, history, metrics, verdicts. Several runs"
                        + " are compared.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @ParentCommand private TrainCli cli;

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN_FOLDER",
            description = "One or more folders below training-runs.")
    private List<Path> folders;

    @Option(
            names = "--out",
            paramLabel = "HTML",
            description = "Default: report.html in the run's folder, or comparison.html here.")
    private Path out;

    @Option(
            names = "--no-neighbours",
            description =
                    "Do not make the sheet of nearest training pictures, which reads the data set:"
                            + " the first time about 20 ms per training picture.")
    private boolean noNeighbours;

    @Option(names = "--replace", description = "Overwrite the file given with --out.")
    private boolean replace;

    @Override
    public Integer call() {
        List<RunFolder> runs = folders.stream().map(RunFolder::open).toList();
        if (out != null) {
            Existing.refuse(List.of(out), replace);
        }
        Path page =
                out != null
                        ? out
                        : runs.size() == 1
                                ? runs.get(0).path().resolve(Report.NAME)
                                : Path.of("comparison.html");
        if (!noNeighbours) {
            runs.forEach(ReportCommand::sheet);
        }
        try {
            Path parent = page.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            List<String> states = Report.write(runs, page, System.err::println);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("report", page.toString());
            answer.put("runs", runs.stream().map(r -> r.path().toString()).toList());
            answer.put("states", states);
            System.out.printf("%s: %s%n", page, states);
            cli.answer(answer);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s: cannot be written: %s. Choose another --out".formatted(page, Reason.of(e)),
                    e);
        }
    }

    /** A page without this sheet is better than none. */
    private static void sheet(RunFolder run) {
        try {
            NeighbourSheet.write(run, System.err::println);
        } catch (IOException e) {
            System.out.println("Without nearest neighbours: " + Reason.of(e));
        } catch (DatasetException | ModelException | IllegalArgumentException e) {
            System.out.println("Without nearest neighbours: " + e.getMessage());
        }
    }
}
