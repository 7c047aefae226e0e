package latentwilds.training.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import latentwilds.model.ModelFile;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Snapshots;
import picocli.CommandLine.Option;

/** A generator that a verb takes from a run or from a model. */
final class RunOrModel {
    @Option(names = "--run", paramLabel = "RUN_FOLDER", description = "A run's snapshots.")
    private Path run;

    @Option(
            names = "--snapshot",
            paramLabel = "IMAGES",
            description = "Which of the run's snapshots, by images seen. Default: the last.")
    private Long snapshot;

    @Option(
            names = "--model",
            paramLabel = "DIR_OR_FILE",
            description = "A model's folder, or its safetensors file.")
    private Path model;

    /** Refuses neither, both, and a snapshot of something that has none. */
    void check(String verb) {
        if ((run == null) == (model == null)) {
            throw new IllegalArgumentException(
                    "%s: expected --run or --model, found %s"
                            .formatted(verb, run == null ? "neither" : "both"));
        }
        if (snapshot != null && run == null) {
            throw new IllegalArgumentException(
                    "--snapshot %d: expected --run with it, since a model is one snapshot, found --model"
                            .formatted(snapshot));
        }
    }

    /** The run's folder, or null. */
    Path run() {
        return run;
    }

    /** The model's folder or file, or null. */
    Path model() {
        return model;
    }

    /** The snapshot that is meant, or null for the last. */
    Long snapshot() {
        return snapshot;
    }

    /** The model file that is meant. */
    Path file() throws IOException {
        return run == null
                ? file(model)
                : new Snapshots(RunFolder.open(run)).snapshot(snapshot).file();
    }

    /** The file of a model that is given by its folder or by itself. */
    static Path file(Path model) {
        return Files.isDirectory(model) ? model.resolve(ModelFile.NAME) : model;
    }
}
