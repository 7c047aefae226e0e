package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import latentwilds.training.Fixtures;

/** The command line as a user sees it: exit code, output and errors. */
final class Shell {
    /**
     * What came of a command.
     *
     * @param code exit code
     * @param out standard output
     * @param err standard error
     */
    record Result(int code, String out, String err) {}

    private Shell() {}

    static Result run(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        int code;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            code = TrainCli.run(Stream.of(args).map(Object::toString).toArray(String[]::new));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
        return new Result(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static String done(Object... args) {
        Result result = run(args);
        assertThat(result.code()).as(result.err()).isZero();
        return result.out();
    }

    /**
     * Runs what must fail, and checks how: one line of error, no output, and not one byte below
     * {@code folder} added, changed or removed.
     *
     * @return the line, without {@code error: }
     */
    static String refused(Path folder, Object... args) throws IOException {
        Map<String, String> before = Fixtures.tree(folder);

        Result result = run(args);

        assertThat(result.err()).startsWith("error: ").endsWith(System.lineSeparator());
        assertThat(result.err().strip().lines()).hasSize(1);
        assertThat(result.err())
                .doesNotContain("\tat ", "Exception", "java.", "latentwilds.", "null");
        assertThat(result.out()).isEmpty();
        boolean disk =
                result.err().contains("cannot be written")
                        || result.err().contains("can be written to");
        assertThat(result.code()).as("1 for what failed, 2 for bad input").isEqualTo(disk ? 1 : 2);
        assertThat(Fixtures.tree(folder)).isEqualTo(before);
        return result.err().strip().substring("error: ".length());
    }
}
