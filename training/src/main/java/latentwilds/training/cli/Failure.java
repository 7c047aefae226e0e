package latentwilds.training.cli;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentwilds.model.ModelException;
import latentwilds.training.dataset.DatasetException;
import latentwilds.training.loop.TrainingDiverged;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a verb that could not do its work says, and the exit code it leaves. */
final class Failure {
    /** Exit code for what went wrong while the work was done. */
    static final int FAILED = 1;

    /** Exit code for a command line or an input that cannot be right. */
    static final int BAD_INPUT = 2;

    private Failure() {}

    /** The exit code that stands for an error. */
    static int code(Throwable e) {
        return badInput(e) ? BAD_INPUT : FAILED;
    }

    private static boolean badInput(Throwable e) {
        return e instanceof DatasetException
                || e instanceof ModelException
                || e instanceof ParameterException
                || e instanceof IllegalArgumentException;
    }

    /** What is wrong with the command line, and where its help is. */
    static String words(ParameterException e) {
        CommandSpec verb = e.getCommandLine().getCommandSpec();
        String message = e.getMessage();
        if (e instanceof MissingParameterException) {
            // A mistyped option is missing under its right name: say both.
            List<String> strange = e.getCommandLine().getUnmatchedArguments();
            message += strange.isEmpty() ? "" : ", found " + strange;
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            message =
                    "expected %s, found %s"
                            .formatted(
                                    verb.parent() == null
                                            ? "a verb, one of " + verb.subcommands().keySet()
                                            : "only options of " + verb.name(),
                                    unmatched.getUnmatched());
            List<String> meant = unmatched.getSuggestions();
            message += meant.isEmpty() ? "" : ", perhaps instead of " + meant;
        }
        return "%s. See %s --help".formatted(message, verb.qualifiedName());
    }

    /** What went wrong: our own exceptions say it themselves. */
    static String words(Throwable e) {
        boolean ours =
                badInput(e)
                        || e instanceof UncheckedIOException
                        || e instanceof TrainingDiverged
                        || e instanceof CancellationException;
        return ours && e.getMessage() != null
                ? e.getMessage()
                : "%s: %s. Run again with --stacktrace to see where"
                        .formatted(e.getClass().getSimpleName(), e.getMessage());
    }
}
