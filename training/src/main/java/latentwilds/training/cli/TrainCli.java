package latentwilds.training.cli;

import java.io.UncheckedIOException;
import latentwilds.model.ModelException;
import latentwilds.training.dataset.DatasetException;
import latentwilds.training.loop.TrainingDiverged;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

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
            TrainCommand.class,
            ResumeCommand.class,
            SampleCommand.class,
            ExportCommand.class
        })
public final class TrainCli {
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the code an error came from.")
    private boolean stackTrace;

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
        line.setExecutionExceptionHandler(
                (e, command, parsed) -> {
                    command.getErr().println("error: " + describe(e));
                    if (cli.stackTrace) {
                        e.printStackTrace(command.getErr());
                    }
                    return badInput(e) ? BAD_INPUT : FAILED;
                });
        if (args.length == 0) {
            line.usage(line.getErr());
            return BAD_INPUT;
        }
        return line.execute(args);
    }

    private static boolean badInput(Exception e) {
        return e instanceof DatasetException
                || e instanceof ModelException
                || e instanceof IllegalArgumentException;
    }

    private static String describe(Exception e) {
        boolean said =
                badInput(e) || e instanceof UncheckedIOException || e instanceof TrainingDiverged;
        return said
                ? e.getMessage()
                : "%s: %s. Run again with --stacktrace to see where"
                        .formatted(e.getClass().getSimpleName(), e.getMessage());
    }
}
