package latentwilds.training.run;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import latentwilds.training.file.Reason;
import latentwilds.training.loop.OptionsFile;
import latentwilds.training.loop.TrainingOptions;

/**
 * One run on disk.
 *
 * <pre>
 * 00012-monsters-32px-b32-seed0/
 *   training_options.json   everything, written before the first step
 *   run.json                data set and label groups
 *   reals.png  fakes000000.png  fakes000032.png ...   by thousands of images, fixed latents
 *   stats.jsonl             one line per tick
 *   checkpoint-*.safetensors  snapshot-*.safetensors (the averaged generator, as the game reads it)
 * </pre>
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OPTIONS = "training_options.json";
    private static final String ORIGIN = "run.json";

    /**
     * What a run was started on.
     *
     * @param dataset folder of the data set
     * @param groups label group to labels
     */
    public record Origin(String dataset, Map<String, List<String>> groups) {}

    /**
     * Makes the next numbered folder.
     *
     * @param parent where runs are kept
     * @param options of the run, written at once
     * @param origin what it is trained on
     * @return the new folder
     * @throws IllegalArgumentException if nothing can be written there
     */
    public static RunFolder create(Path parent, TrainingOptions options, Origin origin) {
        try {
            Files.createDirectories(parent);
            String name =
                    String.format(
                            Locale.ROOT,
                            "%s-%dpx-b%d-seed%d",
                            options.kind(),
                            options.size(),
                            options.batch(),
                            options.seed());
            for (int number = next(parent); ; number++) {
                Path folder = parent.resolve("%05d-%s".formatted(number, name));
                try {
                    Files.createDirectory(folder);
                } catch (FileAlreadyExistsException e) {
                    continue;
                }
                Files.writeString(folder.resolve(OPTIONS), OptionsFile.toJson(options) + "\n");
                Files.writeString(folder.resolve(ORIGIN), JSON.writeValueAsString(origin) + "\n");
                return new RunFolder(folder);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s: expected a folder that runs can be written to, found: %s. Choose another --out"
                            .formatted(parent, Reason.of(e)),
                    e);
        }
    }

    private static int next(Path parent) throws IOException {
        try (Stream<Path> runs = Files.list(parent)) {
            return runs.map(p -> p.getFileName().toString())
                            .filter(n -> n.matches("\\d{5}-.*"))
                            .mapToInt(n -> Integer.parseInt(n.substring(0, 5)))
                            .max()
                            .orElse(-1)
                    + 1;
        }
    }

    /**
     * Opens a run that is there.
     *
     * @param folder made by {@link #create}
     * @return the run
     * @throws IllegalArgumentException if it is not a run
     */
    public static RunFolder open(Path folder) {
        if (!Files.exists(folder.resolve(OPTIONS)) || !Files.exists(folder.resolve(ORIGIN))) {
            throw new IllegalArgumentException(
                    "%s: expected a run folder with %s and %s, found none. Give one that ./train train made"
                            .formatted(folder, OPTIONS, ORIGIN));
        }
        return new RunFolder(folder);
    }

    /**
     * The options that the run was started with.
     *
     * @return the whole record
     * @throws IllegalArgumentException if they are damaged
     */
    public TrainingOptions options() {
        try {
            return OptionsFile.readResolved(path.resolve(OPTIONS));
        } catch (IOException e) {
            throw damaged(OPTIONS, e);
        }
    }

    /**
     * What the run was started on.
     *
     * @return data set and labels
     * @throws IllegalArgumentException if that is damaged
     */
    public Origin origin() {
        try {
            Origin origin = JSON.readValue(path.resolve(ORIGIN).toFile(), Origin.class);
            if (origin == null || origin.dataset == null || origin.groups == null) {
                throw new IOException("no data set and groups");
            }
            return origin;
        } catch (IOException e) {
            throw damaged(ORIGIN, e);
        }
    }

    private IllegalArgumentException damaged(String file, IOException e) {
        return new IllegalArgumentException(
                "%s: expected what ./train train wrote there, found: %s. Start a new run"
                        .formatted(path.resolve(file), Reason.of(e)),
                e);
    }

    /**
     * The lines of a log in the run.
     *
     * @param file its name
     * @return in order; none if there is no such log yet
     * @throws IOException if it cannot be read
     */
    public List<String> lines(String file) throws IOException {
        Path log = path.resolve(file);
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    /**
     * Adds a line to a log in the run, flushed.
     *
     * @param file its name
     * @param line without line break
     * @throws IOException if it cannot be written
     */
    public void append(String file, String line) throws IOException {
        Files.writeString(
                path.resolve(file),
                line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
