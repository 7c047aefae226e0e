package latentwilds.training.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line's entry: {@code ./train VERB ...}. Exit codes: 0 done, 1 failed, 2 bad usage or
 * input.
 */
@Command(
        name = "./train",
        description = "Makes generators from folders of images.",
        mixinStandardHelpOptions = true,
        version = "Latent Wilds training 0.1.0",
        subcommands = {
            PrepareCommand.class,
            InspectCommand.class,
            TrainCommand.class,
            ResumeCommand.class,
            SampleCommand.class,
            EvaluateCommand.class,
            ExportCommand.class,
            PackCommand.class,
            BenchCommand.class,
            ReportCommand.class,
            InterpolateCommand.class,
            FeaturesCommand.class,
            GateCommand.class,
            DirectionsCommand.class,
            BlendsCommand.class
        })
public final class TrainCli implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the code an error came from.")
    private boolean stackTrace;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print what came of it as one JSON object on the last line.")
    private boolean json;

    /**
     * Runs a verb and exits.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /**
     * Runs a verb.
     *
     * @param args the command line
     * @return the exit code
     */
    public static int run(String... args) {
        TrainCli cli = new TrainCli();
        CommandLine line = new CommandLine(cli);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionStrategy(PromptEnd::execute);
        line.setParameterExceptionHandler((e, given) -> cli.report(Failure.words(e), e));
        line.setExecutionExceptionHandler((e, command, parsed) -> cli.report(Failure.words(e), e));
        if (args.length == 0) {
            line.usage(line.getErr());
            return Failure.BAD_INPUT;
        }
        try {
            return line.execute(args);
        } catch (LinkageError | OutOfMemoryError e) {
            return cli.report(e + ". Run again with --stacktrace to see where", e);
        }
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "expected a verb, one of " + spec.subcommands().keySet());
    }

    /**
     * Ends a verb's output: with {@code --json}, one line for programs. Verbs reach this through
     * their parent command.
     *
     * @param result what came of it; plain data, keys in the order to be printed
     */
    void answer(Map<String, ?> result) {
        if (json) {
            System.out.println(Answer.line(result));
        }
    }

    /** Says something that is not the result, on standard error. */
    void note(String line) {
        spec.commandLine().getErr().println(line);
    }

    /** One line, whatever the message looks like. */
    private int report(String message, Throwable e) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("error: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
        if (stackTrace) {
            e.printStackTrace(err);
        }
        return Failure.code(e);
    }
}
