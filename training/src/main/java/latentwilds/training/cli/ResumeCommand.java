package latentwilds.training.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./train resume}: goes on with a run. */
@Command(
        name = "resume",
        description = "Goes on with a run from its last checkpoint.",
        mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {
    @ParentCommand private TrainCli cli;

    @Parameters(paramLabel = "RUN_FOLDER", description = "A folder below training-runs.")
    private Path folder;

    @Override
    public Integer call() {
        RunFolder run = RunFolder.open(folder);
        TrainingOptions options = run.options();
        RunFolder.Origin origin = run.origin();
        Dataset dataset = Dataset.open(Path.of(origin.dataset()));
        TrainingData training = TrainingData.open(options, dataset, origin.groups());
        new TrainingSession(run, training).run(true, cli::answer);
        return 0;
    }
}
