package latentwilds.training.origin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import latentwilds.training.dataset.DatasetException;

/** Runs another program; what it says goes to a file. */
final class Tool {
    private final Path folder;

    /** Programs run in this folder. */
    Tool(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs it to its end.
     *
     * @param remedy what to do where it is missing
     * @param command the program and its arguments
     * @return its exit code
     * @throws DatasetException if it is not there
     */
    int run(String remedy, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new DatasetException(
                    "%s: expected this program, found none. %s".formatted(command.get(0), remedy),
                    e);
        }
        try {
            process.getOutputStream().close();
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while %s was running".formatted(command.get(0)), e);
        } finally {
            process.destroy();
        }
    }

    /** Where what programs say is kept. */
    Path log() {
        return folder.resolve("tools.log");
    }

    /** The last line that a program said, for messages. */
    String lastLine() throws IOException {
        if (!Files.exists(log())) {
            return "nothing";
        }
        String text = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8);
        Stream<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty());
        return lines.reduce((a, b) -> b).orElse("nothing");
    }
}
