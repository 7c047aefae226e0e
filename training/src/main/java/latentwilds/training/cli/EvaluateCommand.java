package latentwilds.training.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import latentwilds.model.ModelFile;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest.Split;
import latentwilds.training.metric.Evaluation;
import latentwilds.training.metric.EvaluationOptions;
import latentwilds.training.metric.Evaluator;
import latentwilds.training.metric.Figures;
import latentwilds.training.report.EvaluationLog;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Snapshots;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./train evaluate}: how good a generator is, beside what real images score. */
@Command(
        name = "evaluate",
        description = "Measures generators against held-out images, with real-against-real floors.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private static final int QUICK_SAMPLES = 500;
    private static final int SAMPLES = 2500;

    @ParentCommand private TrainCli cli;

    @Spec private CommandSpec command;

    @ArgGroup(multiplicity = "1")
    private What what;

    /** One of the two. */
    static final class What {
        @Option(names = "--run", paramLabel = "RUN_FOLDER", description = "A run's snapshots.")
        private Path run;

        @Option(names = "--model", paramLabel = "DIR", description = "An exported model.")
        private Path model;
    }

    @Option(
            names = "--snapshot",
            paramLabel = "IMAGES",
            description = "Which of the run's snapshots, by images seen. Default: the last.")
    private Long snapshot;

    @Option(names = "--all", description = "All of the run's snapshots.")
    private boolean all;

    @Option(
            names = "--data",
            paramLabel = "DATASET",
            description = "A prepared data set. Default: the run's.")
    private Path data;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Generated pictures. Default: " + SAMPLES + "; with --quick 500.")
    private Integer samples;

    @Option(
            names = "--split",
            paramLabel = "PART",
            defaultValue = "held_out",
            description = "Which real images: held_out or train. Default: ${DEFAULT-VALUE}.")
    private Split split;

    @Option(
            names = "--quick",
            description = "Fewer pictures, and no path length, copying or label figures.")
    private boolean quick;

    @Option(
            names = "--crop",
            paramLabel = "N",
            defaultValue = "64",
            description = "Side of ground crops in pixels. Default: ${DEFAULT-VALUE}.")
    private int crop;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Decides all that is drawn. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "For the feature network. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--write-card", description = "Put the figures into the model's card.")
    private boolean writeCard;

    @Override
    public Integer call() throws IOException {
        int count = samples != null ? samples : quick ? QUICK_SAMPLES : SAMPLES;
        EvaluationOptions options = new EvaluationOptions(count, split, quick, crop, seed, threads);
        if (what.model == null) {
            refuse(writeCard, "--write-card", "--model");
            return run(RunFolder.open(what.run), options);
        }
        refuse(all || snapshot != null, "--all and --snapshot", "--run");
        refuse(data == null, "--model", "--data");
        if (writeCard) {
            EvaluationLog.checkCard(what.model);
        }
        Path file = Files.isDirectory(what.model) ? what.model.resolve(ModelFile.NAME) : what.model;
        var weights = ModelFile.read(file);
        var palettes = EvaluationLog.palettes(what.model);
        Dataset dataset = Dataset.open(data);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("model", what.model.toString());
        try (Evaluator evaluator = new Evaluator(dataset, options, this::progress)) {
            Evaluation evaluation = evaluator.evaluate(weights, palettes);
            System.out.print(Figures.table(evaluation));
            answer.putAll(EvaluationLog.line(evaluation, options, dataset.manifest().name()));
            if (writeCard) {
                EvaluationLog.writeCard(what.model, evaluation);
            }
        }
        cli.answer(answer);
        return 0;
    }

    private static void refuse(boolean wrong, String option, String needed) {
        if (wrong) {
            throw new IllegalArgumentException(
                    "evaluate: expected %s, found %s without it".formatted(needed, option));
        }
    }

    private int run(RunFolder run, EvaluationOptions options) throws IOException {
        Snapshots snapshots = new Snapshots(run);
        Snapshots.Snapshot one = snapshots.snapshot(snapshot);
        List<Snapshots.Snapshot> chosen = all ? snapshots.snapshots() : List.of(one);
        Dataset dataset = Dataset.open(data == null ? Path.of(run.origin().dataset()) : data);
        EvaluationLog.checkLog(run, quick);
        List<Map<String, Object>> lines = new ArrayList<>();
        try (Evaluator evaluator = new Evaluator(dataset, options, this::progress)) {
            for (Snapshots.Snapshot each : chosen) {
                Evaluation evaluation = evaluator.evaluate(ModelFile.read(each.file()));
                var line = EvaluationLog.line(evaluation, options, dataset.manifest().name());
                EvaluationLog.append(run, each, quick, line);
                System.out.printf("%s%n%s", each.file().getFileName(), Figures.table(evaluation));
                lines.add(line);
            }
        }
        cli.answer(Map.of("run", run.path().toString(), "snapshots", lines));
        return 0;
    }

    private void progress(String line) {
        command.commandLine().getErr().println(line);
    }
}
