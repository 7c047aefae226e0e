package latentwilds.training.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import latentwilds.model.WholeFile;
import latentwilds.training.file.Reason;

/**
 * {@code kernels.json} of a run: what each kind of layer ran on when the run was started. Kernels
 * are probed anew at every start, and on another machine, or another day, others may be right.
 */
public final class KernelRecord {
    private static final String NAME = "kernels.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KernelRecord() {}

    /**
     * Writes the kernels down, or compares them with those that were.
     *
     * @param run whose; only for the holder of the {@link RunLock}
     * @param kernels layer to kernel, as chosen now
     * @return a warning in one line, where the run was started on others
     * @throws IOException if the record cannot be read or written
     * @throws IllegalArgumentException if it is damaged, saying what to do
     */
    public static Optional<String> keep(RunFolder run, SortedMap<String, String> kernels)
            throws IOException {
        Path file = run.path().resolve(NAME);
        if (!Files.exists(file)) {
            WholeFile.write(
                    file,
                    (JSON.writeValueAsString(kernels) + "\n").getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        }
        Map<String, String> before = read(file);
        if (before.equals(kernels)) {
            return Optional.empty();
        }
        SortedMap<String, String> all = new TreeMap<>(before);
        all.putAll(kernels);
        String differences =
                all.keySet().stream()
                        .filter(l -> !kernels.getOrDefault(l, "").equals(before.get(l)))
                        .map(
                                l ->
                                        "%s ran on %s, now on %s"
                                                .formatted(
                                                        l,
                                                        before.getOrDefault(l, "nothing"),
                                                        kernels.getOrDefault(l, "nothing")))
                        .collect(Collectors.joining("; "));
        return Optional.of(
                "%s: other kernels than at the start, so the run is not the same bit for bit: %s"
                        .formatted(file, differences));
    }

    private static Map<String, String> read(Path file) throws IOException {
        String found;
        try {
            Map<String, String> kernels =
                    JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {});
            if (kernels != null && !kernels.containsValue(null)) {
                return kernels;
            }
            found = "null";
        } catch (JsonProcessingException e) {
            found = Reason.of(e);
        }
        throw new IllegalArgumentException(
                "%s: expected layers and the kernels that they ran on, as ./train train wrote them, found: %s. Delete it and resume again: it is written anew"
                        .formatted(file, found));
    }

    /**
     * The choice in one line.
     *
     * @param kernels layer to kernel
     * @return how many layers run on which
     */
    public static String summary(SortedMap<String, String> kernels) {
        return kernels.values().stream()
                .collect(Collectors.groupingBy(k -> k, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> e.getValue() + " on " + e.getKey())
                .collect(Collectors.joining(", ", "Kernels of the kinds of layers: ", ""));
    }
}
