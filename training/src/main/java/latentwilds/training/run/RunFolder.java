package latentwilds.training.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import latentwilds.model.WholeFile;
import latentwilds.training.file.Reason;
import latentwilds.training.loop.Checkpoint;
import latentwilds.training.loop.OptionsFile;
import latentwilds.training.loop.TrainingOptions;

/**
 * One run on disk.
 *
 * <pre>
 * 00012-monsters-32px-b32-seed0/
 *   training_options.json   everything, written before the first step
 *   run.json                data set and label groups
 *   kernels.json            what each kind of layer ran on at the start
 *   reals.png  fakes0000000000.png  fakes0000032000.png ...   by images seen, fixed latents
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
     * @param earlier what the weights that it took over had been through
     */
    public record Origin(String dataset, Map<String, List<String>> groups, Seen earlier) {
        /** Runs without the last part began with random weights. */
        public Origin {
            earlier = earlier == null ? Seen.NOTHING : earlier;
        }
    }

    /**
     * Makes the next numbered folder.
     *
     * @param parent where runs are kept
     * @param options of the run, written at once
     * @param origin what it is trained on
     * @return the new folder
     * @throws UncheckedIOException if nothing can be written there; no half-made run is left
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
                describe(folder, OptionsFile.toJson(options), JSON.writeValueAsString(origin));
                return new RunFolder(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s: expected a folder that runs can be written to, found: %s. Choose another --out"
                            .formatted(parent, Reason.of(e)),
                    e);
        }
    }

    private static void describe(Path folder, String options, String origin) throws IOException {
        try {
            WholeFile.write(folder.resolve(OPTIONS), utf8(options + "\n"));
            WholeFile.write(folder.resolve(ORIGIN), utf8(origin + "\n"));
        } catch (IOException e) {
            Files.deleteIfExists(folder.resolve(OPTIONS));
            Files.deleteIfExists(folder);
            throw e;
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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

    /**
     * What a checkpoint's weights have been through, in this run and in those it went on from.
     *
     * @param checkpoint of this run
     * @return images and minutes
     */
    public Seen seen(Checkpoint checkpoint) {
        Seen earlier = origin().earlier();
        return new Seen(
                earlier.images() + checkpoint.step() * options().batch(),
                earlier.minutes() + checkpoint.seconds() / 60);
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
     * Removes files that a kill left half-written. Only for the holder of the {@link RunLock}.
     *
     * @throws IOException if that cannot be done
     */
    public void removeParts() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(f -> f.toString().endsWith(WholeFile.PART)).toList()) {
                if (Files.isRegularFile(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * Takes back what the logs say about steps after a checkpoint, since those steps are taken
     * again, and the half line that a kill may have left. Metrics go too, since their snapshots are
     * made and measured again. A verdict that took the run back stays with those before it. Only
     * for the holder of the {@link RunLock}.
     *
     * @param images real pictures shown when the checkpoint was made
     * @throws IOException if the logs cannot be read or written
     */
    public void rewind(long images) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path log : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
                String before = Files.readString(log);
                StringBuilder kept = new StringBuilder();
                List<String> texts = before.lines().toList();
                List<JsonNode> lines = texts.stream().map(RunFolder::parse).toList();
                int returned = -1;
                for (int i = 0; i < lines.size(); i++) {
                    returned = wentBack(lines.get(i)) ? i : returned;
                }
                for (int i = 0; i < lines.size(); i++) {
                    JsonNode line = lines.get(i);
                    boolean whole = !line.isMissingNode();
                    if (whole && (i <= returned || line.path("images").asLong() <= images)) {
                        kept.append(texts.get(i)).append('\n');
                    }
                }
                if (!kept.toString().equals(before)) {
                    WholeFile.write(log, utf8(kept.toString()));
                }
            }
        }
    }

    private static boolean wentBack(JsonNode line) {
        long images = line.path("images").asLong();
        return line.path("goesOn").asLong(images) < images;
    }

    /** A missing node for half a line. */
    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
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
