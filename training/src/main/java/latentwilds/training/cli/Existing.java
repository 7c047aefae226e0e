package latentwilds.training.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Output that is there already is overwritten only when the user says so. */
final class Existing {
    private Existing() {}

    static void refuse(List<Path> outputs, boolean replace) {
        for (Path output : outputs) {
            if (Files.isDirectory(output)) {
                throw new IllegalArgumentException(
                        "%s: expected a file or nothing there, found a folder; nothing was overwritten. Give another place"
                                .formatted(output));
            }
            if (Files.exists(output) && !replace) {
                throw new IllegalArgumentException(
                        "%s: expected nothing there, found a file; nothing was overwritten. Give --replace or another place"
                                .formatted(output));
            }
        }
    }
}
