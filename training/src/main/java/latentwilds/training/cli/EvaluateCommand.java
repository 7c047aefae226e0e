package latentwilds.training.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import latentwilds.training.dataset.DatasetManifest.Split;
import latentwilds.training.metric.EvaluationOptions;
import latentwilds.training.report.Measurement;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Snapshots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train evaluate}: how good a generator is, beside what real images score. */
@Command(
        name = "evaluate",
        description = "Measures generators against held-out images, with real-against-real floors.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private static final int QUICK_SAMPLES = 500;
    private static final int SAMPLES = 2500;

    @ParentCommand private TrainCli cli;

    @Mixin private RunOrModel what;

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
        Measurement measurement = new Measurement(options, System.out::print, cli::note);
        refuse(what.run() == null && all, "--all", "--run");
        what.check("evaluate");
        if (what.model() != null) {
            refuse(data == null, "--model", "--data");
            cli.answer(measurement.model(what.model(), data, writeCard));
            return 0;
        }
        refuse(writeCard, "--write-card", "--model");
        RunFolder run = RunFolder.open(what.run());
        Snapshots snapshots = new Snapshots(run);
        Snapshots.Snapshot one = snapshots.snapshot(what.snapshot());
        cli.answer(measurement.run(run, all ? snapshots.snapshots() : List.of(one), data));
        return 0;
    }

    private static void refuse(boolean wrong, String option, String needed) {
        Expect.that(!wrong, "evaluate", needed, option + " without it");
    }
}
