package latentwilds.training.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Collectors;

/** What an exception about a file means, in words: many of them say nothing but the path. */
public final class Reason {
    private static final String COERCED = "(?s)Cannot coerce [\\w-]+ value \\((.*)\\) to ";

    private Reason() {}

    /**
     * Puts a file error into words.
     *
     * @param e what was caught
     * @return part of a sentence
     */
    public static String of(IOException e) {
        if (e instanceof JsonProcessingException json) {
            return of(json);
        }
        String said = e.getMessage();
        if (said == null) {
            return e.getClass().getSimpleName();
        }
        if (e instanceof AccessDeniedException) {
            return "no permission for " + said;
        }
        if (e instanceof NoSuchFileException) {
            return "there is no " + said;
        }
        if (e instanceof FileAlreadyExistsException) {
            return said + " is in the way";
        }
        return e instanceof NotDirectoryException ? said + " is not a folder" : said;
    }

    /**
     * The same for an error that came through a stream of paths.
     *
     * @param e what was caught
     * @return part of a sentence
     */
    public static String of(UncheckedIOException e) {
        return of(e.getCause());
    }

    /** Names the key, and the classes without their packages. */
    private static String of(JsonProcessingException e) {
        String key =
                e instanceof JsonMappingException mapping
                        ? mapping.getPath().stream()
                                .map(
                                        r ->
                                                r.getFieldName() == null
                                                        ? Integer.toString(r.getIndex())
                                                        : r.getFieldName())
                                .collect(Collectors.joining("."))
                        : "";
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown key '%s'; known keys are %s"
                    .formatted(key, unknown.getKnownPropertyIds());
        }
        if (e.getCause() instanceof IllegalArgumentException cause) {
            return cause.getMessage();
        }
        String said =
                e.getOriginalMessage()
                        .replaceAll("([a-z]\\w*\\.)+(?=[A-Z])", "")
                        .replaceAll(" \\(but .*CoercionConfig.*\\)", "")
                        .replaceAll(COERCED + "`(int|long)`.*", "expected a whole number, found $1")
                        .replaceAll(COERCED + "`double`.*", "expected a number, found $1")
                        .replaceAll(COERCED + "`boolean`.*", "expected true or false, found $1");
        return key.isEmpty() ? said : "'%s': %s".formatted(key, said);
    }
}
