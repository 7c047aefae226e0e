package latentwilds.lwjgl3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the game as {@code ./play} does: a process of its own, since GLFW wants the main thread.
 */
final class Play {
    /** How it ended: exit code and the lines on standard error. */
    record Ended(int code, List<String> errors) {}

    private Play() {}

    static Ended game(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dai.djl.offline=true",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Launcher.class.getName(),
                                "--assets",
                                Path.of("..", "assets").toString()));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("play", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("OPT_OUT_TRACKING", "true");
            builder.redirectError(errors.toFile());
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            int code = builder.start().waitFor();
            return new Ended(code, Files.readAllLines(errors, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the game ran", e);
        } finally {
            Files.delete(errors);
        }
    }
}
