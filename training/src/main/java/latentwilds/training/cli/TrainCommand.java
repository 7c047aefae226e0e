package latentwilds.training.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.loop.OptionsFile;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Seen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train train}: a data set to a run. */
@Command(
        name = "train",
        description = "Trains a generator. Ctrl-C saves; resume goes on.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @ParentCommand private TrainCli cli;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description =
                    "What differs from the defaults, for example training/configs/monsters.json.")
    private Path config;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DATASET",
            description = "A folder made by prepare.")
    private Path data;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "training-runs",
            description = "Where runs are kept. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Changes one option; may be given several times.")
    private List<String> set = List.of();

    @Option(
            names = "--init-from",
            paramLabel = "MODEL_OR_RUN",
            description = "Begin with the weights of a run or model, where they fit.")
    private Path initFrom;

    @Option(names = "--dry-run", description = "Print the resolved options and stop.")
    private boolean dryRun;

    @Override
    public Integer call() {
        List<String> changes = new ArrayList<>(set);
        if (initFrom != null) {
            changes.add(
                    "initFrom=\"%s\""
                            .formatted(initFrom.toAbsolutePath().toString().replace("\\", "\\\\")));
        }
        TrainingOptions options = OptionsFile.read(config, changes);
        Dataset dataset = Dataset.open(data);
        TrainingData.check(options, dataset);
        Seen earlier = Seen.NOTHING;
        if (!options.initFrom().isEmpty()) {
            // Before the run's folder is made, so that a wrong path leaves none behind.
            earlier = InitFrom.read(options).seen();
        }
        if (dryRun) {
            System.out.println(OptionsFile.toJson(options));
            cli.answer(OptionsFile.toMap(options));
            return 0;
        }
        var groups = dataset.manifest().groups();
        TrainingData training = TrainingData.open(options, dataset, groups);
        RunFolder run =
                RunFolder.create(
                        out,
                        options,
                        new RunFolder.Origin(data.toAbsolutePath().toString(), groups, earlier));
        new TrainingSession(run, training).run(false, cli::answer);
        return 0;
    }
}
