package latentwilds.lwjgl3;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Starts the game as {@code ./play} does: a process of its own, since GLFW wants the main thread.
 */
final class Play {
    /**
     * What libtorch says on processors that NNPACK does not know; no setting reaches it from Java.
     */
    private static final String NNPACK = "\\[W.* NNPACK\\.cpp:.*";

    /** How it ended: exit code and the lines on standard error. */
    record Ended(int code, List<String> errors) {}

    private Play() {}

    static Ended game(String... arguments) throws IOException {
        return run(System.getProperty("java.class.path"), List.of(), arguments);
    }

    /**
     * The game without DJL and libtorch on its class path.
     *
     * @param loaded where the names of all loaded classes are written
     */
    static Ended slim(Path loaded, String... arguments) throws IOException {
        String classPath =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(
                                entry ->
                                        !entry.replace(File.separatorChar, '/')
                                                .contains("/ai/djl/"))
                        .collect(Collectors.joining(File.pathSeparator));
        return run(classPath, List.of("-Xlog:class+load:file=" + loaded), arguments);
    }

    private static Ended run(String classPath, List<String> options, String... arguments)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dai.djl.offline=true",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                                "-cp",
                                classPath,
                                Launcher.class.getName(),
                                "--assets",
                                Path.of("..", "assets").toString()));
        command.addAll(1, options);
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("play", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("OPT_OUT_TRACKING", "true");
            builder.redirectError(errors.toFile());
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            int code = builder.start().waitFor();
            return new Ended(
                    code,
                    Files.readAllLines(errors, StandardCharsets.UTF_8).stream()
                            .filter(line -> !line.matches(NNPACK))
                            .toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the game ran", e);
        } finally {
            Files.delete(errors);
        }
    }
}
