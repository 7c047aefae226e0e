package latentwilds.training.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./train resume}: goes on with a run. */
@Command(
        name = "resume",
        description = "Goes on with a run from its last checkpoint.",
        mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN_FOLDER", description = "A folder below training-runs.")
    private Path folder;

    @Override
    public Integer call() {
        RunFolder run = RunFolder.open(folder);
        return TrainingSession.run(
                run, run.options(), Dataset.open(Path.of(run.origin().dataset())), true);
    }
}
