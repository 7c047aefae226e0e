package latentwilds.training.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import latentwilds.model.ModelFile;
import latentwilds.training.file.Reason;
import latentwilds.training.loop.Transfer;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Snapshots;

/** Finds the weights that a run starts with: those of another run, or of a model. */
final class InitFrom {
    private InitFrom() {}

    static Transfer read(Path from) {
        if (Files.exists(from.resolve(ModelFile.NAME))) {
            return Transfer.of(ModelFile.read(from.resolve(ModelFile.NAME)));
        }
        if (!Files.isDirectory(from)) {
            return Transfer.of(ModelFile.read(from));
        }
        RunFolder run = RunFolder.open(from);
        try {
            return Transfer.of(
                    new Snapshots(run)
                            .newestWhole()
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "%s: expected a run with a whole checkpoint, found none. Train it first"
                                                            .formatted(from))),
                    run.origin().groups());
        } catch (IOException e) {
            throw new UncheckedIOException(from + ": cannot be read: " + Reason.of(e), e);
        }
    }
}
