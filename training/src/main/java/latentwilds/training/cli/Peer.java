package latentwilds.training.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latentwilds.training.file.Reason;
import picocli.CommandLine.Option;

/** Another program that trains the same network, to be timed beside this one. */
final class Peer {
    private static final Pattern SPEED = Pattern.compile("([0-9.]+) img/s");

    @Option(
            names = "--peer",
            paramLabel = "COMMAND",
            description =
                    "Another program to time in turn: it is given size, ngf, batch, iterations and"
                            + " threads, and prints '... img/s'.")
    private String command;

    /** Whether there is one. */
    boolean given() {
        return command != null;
    }

    /**
     * Runs it.
     *
     * @param numbers its further arguments
     * @return the images per second that it prints
     * @throws IllegalArgumentException with what it said, if it cannot be started or prints none
     * @throws IOException if what it says cannot be read
     */
    double speed(int... numbers) throws IOException {
        List<String> words = new ArrayList<>(List.of(command.trim().split("\\s+")));
        for (int number : numbers) {
            words.add(Integer.toString(number));
        }
        Process process;
        try {
            process = new ProcessBuilder(words).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--peer: expected a program that can be started, found: " + Reason.of(e), e);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher speed = SPEED.matcher(said);
        Expect.that(speed.find(), "--peer", "a program that prints its img/s", said.strip());
        return Double.parseDouble(speed.group(1));
    }
}
