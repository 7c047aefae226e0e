package latentwilds.training.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import latentwilds.model.SafeTensors;
import latentwilds.training.export.Blends;
import latentwilds.training.export.ExportFormat;
import latentwilds.training.export.Exportable;
import latentwilds.training.export.Exporter;
import latentwilds.training.export.Naming;
import latentwilds.training.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train export}: a run's averaged generator, or a model, for the game or for others. */
@Command(
        name = "export",
        description =
                "Writes a run's averaged generator, or a model, for the game, PyTorch or ONNX.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @ParentCommand private TrainCli cli;

    @Mixin private RunOrModel source;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "safetensors",
            description =
                    "safetensors (the game's folder with card and samples), pytorch (state_dict"
                            + " layout and a loader) or onnx. Default: ${DEFAULT-VALUE}.")
    private ExportFormat format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR_OR_FILE",
            description =
                    "A folder, for example assets/models/monsters; for pytorch and onnx also a"
                            + " file, for example monsters.onnx.")
    private Path out;

    @Option(names = "--fp16", description = "Half-precision weights: half the size.")
    private boolean half;

    @Option(
            names = "--kind",
            paramLabel = "NAME",
            description =
                    "What the game loads it as, the name of its folder: terrain, monsters or faces."
                            + " Default: what it was trained as.")
    private String kind;

    @Option(names = "--title", paramLabel = "TEXT", description = "The card's title.")
    private String title;

    @Option(
            names = "--anchor",
            paramLabel = "NAME=SEEDS",
            description =
                    "Seeds whose pictures you looked at, for the card: people=4,7,22 are figures"
                            + " that the game gives to people.")
    private Map<String, String> anchors = Map.of();

    @Option(
            names = "--blend",
            paramLabel = "LABEL=SHARES",
            description =
                    "Mixes a label's code anew, after the training:"
                            + " forest_floor=forest_floor:0.5,swamp:0.5 makes half of that ground's"
                            + " look a swamp's. Shares add up to 1 and may be negative. Look at"
                            + " ./train blends first.")
    private Map<String, String> blends = Map.of();

    @Option(names = "--replace", description = "Overwrite a model that is there.")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        source.check("export");
        if (source.model() != null && Files.isRegularFile(source.model())) {
            throw new IllegalArgumentException(
                    "--model %s: expected a model's folder, whose card is exported too, found a file"
                            .formatted(source.model()));
        }
        List<Path> files = format.files(out);
        SafeTensors.Type type = half ? SafeTensors.Type.F16 : SafeTensors.Type.F32;
        RunFolder run = source.run() == null ? null : RunFolder.open(source.run());
        Existing.refuse(files, replace);
        Expect.that(kind == null || !kind.isBlank(), "--kind", "a name", "nothing");
        Naming naming = new Naming(kind, title, anchors(), Blends.parse(blends));
        Exportable exported =
                run == null
                        ? Exportable.ofModel(source.model(), type, naming)
                        : Exportable.ofRun(run, source.snapshot(), type, naming);
        OptionalDouble difference = Exporter.write(exported, format, out);
        Path file = files.get(0);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("model", file.toString());
        answer.put("files", files.stream().map(Path::toString).toList());
        answer.put("imagesSeen", exported.card().imagesSeen());
        answer.put("bytes", Files.size(file));
        System.out.printf(
                "%s: %d images seen, %d KB%n",
                file, exported.card().imagesSeen(), (Files.size(file) + 1023) / 1024);
        if (difference.isPresent()) {
            answer.put("maxDifference", difference.getAsDouble());
            System.out.printf(
                    "ONNX Runtime draws the reference's pictures: largest difference %.1e%n",
                    difference.getAsDouble());
        }
        cli.answer(answer);
        return 0;
    }

    private Map<String, List<Long>> anchors() {
        Map<String, List<Long>> seeds = new TreeMap<>();
        anchors.forEach(
                (name, list) -> {
                    if (!list.matches("\\d{1,18}(,\\d{1,18})*")) {
                        throw new IllegalArgumentException(
                                "--anchor %s: expected seeds like 4,7,22, found '%s'"
                                        .formatted(name, list));
                    }
                    seeds.put(name, Stream.of(list.split(",")).map(Long::valueOf).toList());
                });
        return seeds;
    }
}
