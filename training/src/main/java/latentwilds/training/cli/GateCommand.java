package latentwilds.training.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import latentwilds.model.Gate;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelFile;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest.Split;
import latentwilds.training.metric.EvaluationOptions;
import latentwilds.training.metric.GateTrainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train gate}: teaches a model which of its latents to refuse. */
@Command(
        name = "gate",
        description =
                "Teaches a model which of its latents make bad pictures; the game draws others"
                        + " instead.",
        mixinStandardHelpOptions = true)
final class GateCommand implements Callable<Integer> {
    private static final int CROP = 64;

    @ParentCommand private TrainCli cli;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            description = "A model's folder; the gate is written into it.")
    private Path model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DATASET",
            description = "The data set that it was trained on.")
    private Path data;

    @Option(
            names = "--refuse",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = "Share of latents to refuse. Default: ${DEFAULT-VALUE}.")
    private double share;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "2500",
            description =
                    "Pictures to learn from; as many are drawn to measure it."
                            + " Default: ${DEFAULT-VALUE}.")
    private int samples;

    @Option(names = "--replace", description = "Overwrite a gate that is there.")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "--refuse: expected a share between 0 and 1, found " + share);
        }
        Existing.refuse(List.of(model.resolve(Gate.NAME)), replace);
        GeneratorWeights weights = ModelFile.read(model.resolve(ModelFile.NAME));
        EvaluationOptions options =
                new EvaluationOptions(samples, Split.HELD_OUT, false, CROP, 0, 1);
        GateTrainer.Result result =
                GateTrainer.make(Dataset.open(data), weights, options, share, cli::note);
        result.gate().write(model);
        result.figures().forEach((name, value) -> System.out.printf("%-22s %.4f%n", name, value));
        System.out.printf(
                "%s: refuses %.0f %% of latents%n", model.resolve(Gate.NAME), 100 * share);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("gate", model.resolve(Gate.NAME).toString());
        answer.put("figures", result.figures());
        cli.answer(answer);
        return 0;
    }
}
