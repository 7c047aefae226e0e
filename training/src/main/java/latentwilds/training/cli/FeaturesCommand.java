package latentwilds.training.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelFile;
import latentwilds.synthesis.Picture;
import latentwilds.training.feature.FeatureReader;
import latentwilds.training.feature.Features;
import latentwilds.training.file.PngFile;
import latentwilds.training.loop.Checkpoint;
import latentwilds.training.loop.OptionsFile;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.report.FeatureSheet;
import latentwilds.training.report.Samples;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Snapshots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train features}: what the networks of a run compute for one picture. */
@Command(
        name = "features",
        description =
                "Shows the feature maps of one picture, layer by layer: those of the discriminator"
                        + " for an image, those of both networks for a seed.",
        mixinStandardHelpOptions = true)
final class FeaturesCommand implements Callable<Integer> {
    @ParentCommand private TrainCli cli;

    @Option(
            names = "--run",
            required = true,
            paramLabel = "DIR",
            description = "A run's folder; its newest checkpoint is looked into.")
    private Path run;

    @Option(
            names = "--image",
            paramLabel = "FILE",
            description = "An image for the discriminator. For ground, its middle is shown.")
    private Path image;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "A seed for the generator; the discriminator sees what comes of it.")
    private Long seed;

    @Option(
            names = "--label",
            paramLabel = "GROUP=LABEL",
            description = "A label of the picture. Without it, a seed has the one that sample has.")
    private Map<String, String> labels = Map.of();

    @Option(names = "--out", required = true, paramLabel = "PNG", description = "The sheet.")
    private Path out;

    @Option(names = "--replace", description = "Overwrite a sheet that is there.")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        Expect.that(
                (image == null) != (seed == null),
                "features",
                "--image FILE or --seed N",
                image == null ? "neither" : "both");
        Existing.refuse(List.of(out), replace);
        RunFolder folder = RunFolder.open(run);
        TrainingOptions options = folder.options();
        GeneratorSpec spec =
                options.generatorSpec(folder.origin().groups(), OptionsFile.hash(options));
        Map<String, String> all = labels(spec.condition());
        Picture picture = image == null ? null : TrainingData.picture(image, options);
        Snapshots files = new Snapshots(folder);
        Checkpoint checkpoint = files.needed();
        GeneratorWeights snapshot = ModelFile.read(files.snapshot(null).file());
        Features features;
        try (FeatureReader reader = new FeatureReader(options, spec, checkpoint, snapshot)) {
            features = picture == null ? reader.make(seed, all) : reader.judge(picture, all);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s: the newest checkpoint does not fit training_options.json: %s. Give a run folder as ./train train left it"
                            .formatted(run, e.getMessage()),
                    e);
        }
        Outputs.write(Map.of(out, PngFile.bytes(FeatureSheet.draw(features))));
        report(features, all, checkpoint.step() * options.batch());
        return 0;
    }

    private Map<String, String> labels(Condition condition) {
        labels.forEach((group, label) -> condition.group(group).indexOf(label));
        for (Condition.Group group : condition.groups()) {
            Expect.that(
                    image == null || labels.containsKey(group.name()),
                    "--label",
                    "%s=LABEL for this run, one of %s".formatted(group.name(), group.labels()),
                    "none; the discriminator judges by it");
        }
        return Samples.labels(condition, labels, seed == null ? 0 : seed);
    }

    private void report(Features features, Map<String, String> all, long images) {
        System.out.printf(
                "D's logit %.4f; generated pictures in the same batch %.4f on average%nFeature maps"
                        + " after %d images in %s%n",
                features.logit(), features.company(), images, out);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("file", out.toString());
        answer.put("images", images);
        answer.put("labels", all);
        answer.putAll(features.about());
        cli.answer(answer);
    }
}
