package latentwilds.training.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import latentwilds.model.ModelFile;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Snapshots;

/** Verbs that take a generator from a run or from a model. */
final class RunOrModel {
    private RunOrModel() {}

    /** Refuses neither, both, and a snapshot of something that has none. */
    static void check(String verb, Path run, Path model, Long snapshot) {
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

    /** The model file that is meant. */
    static Path file(Path run, Path model, Long snapshot) throws IOException {
        if (run != null) {
            return new Snapshots(RunFolder.open(run)).snapshot(snapshot).file();
        }
        return Files.isDirectory(model) ? model.resolve(ModelFile.NAME) : model;
    }
}
