package latentwilds.training.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latentwilds.training.file.Reason;
import latentwilds.training.file.Staging;

/** Several files of one command: all of them are written before the first is put in its place. */
final class Outputs {
    private Outputs() {}

    static void write(Map<Path, byte[]> files) {
        List<Staging> stagings = new ArrayList<>();
        Path at = null;
        try {
            for (var file : files.entrySet()) {
                at = file.getKey();
                Staging staging = new Staging(at);
                stagings.add(staging);
                Files.write(staging.path().resolve("made"), file.getValue());
            }
            int i = 0;
            for (Path file : files.keySet()) {
                at = file;
                stagings.get(i).moveFile(stagings.get(i).path().resolve("made"), file);
                i++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s: cannot be written: %s. Choose another place".formatted(at, Reason.of(e)),
                    e);
        } finally {
            stagings.forEach(Staging::close);
        }
    }
}
