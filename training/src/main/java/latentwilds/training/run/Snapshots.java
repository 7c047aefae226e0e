package latentwilds.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelException;
import latentwilds.model.ModelFile;
import latentwilds.model.SafeTensors;
import latentwilds.training.loop.Checkpoint;

/**
 * Checkpoints (everything, to go on) and snapshots (the averaged generator, to use) of a run,
 * numbered by images seen. Each file is written whole and then renamed, and carries a checksum; of
 * the checkpoints the last few are kept.
 */
public final class Snapshots {
    /** Checkpoints kept unless somebody wants another number: one, and one to fall back on. */
    public static final int KEPT = 2;

    private static final String CHECKPOINT = "checkpoint";
    private static final String SNAPSHOT = "snapshot";
    private static final String DAMAGED = ".damaged";

    private final Path folder;
    private final int kept;

    /**
     * Looks into a run, keeping {@link #KEPT} checkpoints.
     *
     * @param run the run
     */
    public Snapshots(RunFolder run) {
        this(run, KEPT);
    }

    /**
     * Looks into a run.
     *
     * @param run the run
     * @param kept checkpoints that stay when a newer one is written, that one included
     * @throws IllegalArgumentException if none would stay
     */
    public Snapshots(RunFolder run, int kept) {
        if (kept < 1) {
            throw new IllegalArgumentException(
                    "Checkpoints to keep: expected at least 1, found " + kept);
        }
        folder = run.path();
        this.kept = kept;
    }

    /**
     * One averaged generator.
     *
     * @param file a model file
     * @param images real pictures shown when it was made
     */
    public record Snapshot(Path file, long images) {}

    /**
     * Writes both, then drops old checkpoints. The checkpoint comes last: a run that is killed in
     * between goes on from the one before, and makes the snapshot again.
     *
     * @param images real pictures shown so far
     * @param checkpoint everything
     * @param weights the averaged generator
     * @throws IOException if they cannot be written; the checkpoints that were there are untouched
     */
    public void write(long images, Checkpoint checkpoint, GeneratorWeights weights)
            throws IOException {
        put(images, checkpoint, weights);
        prune();
    }

    private void put(long images, Checkpoint checkpoint, GeneratorWeights weights)
            throws IOException {
        Map<String, String> state =
                Map.of(
                        "step", Long.toString(checkpoint.step()),
                        "seconds", Double.toString(checkpoint.seconds()));
        ModelFile.write(file(SNAPSHOT, images), weights, SafeTensors.Type.F32);
        new SafeTensors(Tensors.of(checkpoint.arrays(), checkpoint.shapes()), state)
                .write(file(CHECKPOINT, images), SafeTensors.Type.F32);
    }

    private void prune() throws IOException {
        List<Path> checkpoints = list(CHECKPOINT);
        for (Path old : checkpoints.subList(0, Math.max(0, checkpoints.size() - kept))) {
            Files.delete(old);
        }
    }

    /**
     * Writes both for a run that went back, and drops what it had made after that: it is not of
     * this run's past any more, and must not be gone on from.
     *
     * @param images real pictures shown in the state that the run went back to
     * @param checkpoint everything
     * @param weights the averaged generator
     * @throws IOException if they cannot be written
     */
    public void writeBack(long images, Checkpoint checkpoint, GeneratorWeights weights)
            throws IOException {
        put(images, checkpoint, weights);
        removeAfter(images);
        prune();
    }

    /**
     * Drops what was made of steps that the run does not have taken any more. Only for the holder
     * of the {@link RunLock}.
     *
     * @param images real pictures shown in the state that the run goes on from
     * @throws IOException if a file cannot be removed
     */
    public void removeAfter(long images) throws IOException {
        for (String what : List.of(SNAPSHOT, CHECKPOINT)) {
            for (Path file : list(what)) {
                if (images(file) > images) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * The newest checkpoint that is whole, of a run that may be somebody else's: nothing is
     * touched.
     *
     * @return nothing if the run has no checkpoint yet
     * @throws IOException if the folder cannot be read
     * @throws ModelException if there are checkpoints, and all of them are damaged
     */
    public Optional<Checkpoint> newestWhole() throws IOException {
        return newest(new LinkedHashMap<>());
    }

    /**
     * The same of a run that must have one.
     *
     * @return the newest checkpoint that is whole
     * @throws IOException if the folder cannot be read
     * @throws IllegalArgumentException if the run has no checkpoint yet
     */
    public Checkpoint needed() throws IOException {
        return newestWhole()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s: expected a checkpoint, found none. Let the run reach its first snapshot (snapshotImages)"
                                                .formatted(folder)));
    }

    /**
     * The newest checkpoint that is whole, to go on from. Newer ones that are damaged are set aside
     * under another name, so that they do not count among those kept. Only for the holder of the
     * {@link RunLock}.
     *
     * @param warning told, in a sentence, about each damaged one
     * @return nothing if the run has no checkpoint yet
     * @throws IOException if the folder cannot be read or written to
     * @throws ModelException if there are checkpoints, and all of them are damaged
     */
    public Optional<Checkpoint> lastGood(Consumer<String> warning) throws IOException {
        Map<Path, ModelException> damaged = new LinkedHashMap<>();
        Optional<Checkpoint> whole = newest(damaged);
        for (var entry : damaged.entrySet()) {
            Path aside = entry.getKey().resolveSibling(entry.getKey().getFileName() + DAMAGED);
            Files.move(entry.getKey(), aside, StandardCopyOption.REPLACE_EXISTING);
            warning.accept(
                    "%s; kept as %s, going on from the checkpoint before"
                            .formatted(entry.getValue().getMessage(), aside.getFileName()));
        }
        return whole;
    }

    private Optional<Checkpoint> newest(Map<Path, ModelException> damaged) throws IOException {
        List<Path> files = list(CHECKPOINT);
        for (int i = files.size() - 1; i >= 0; i--) {
            try {
                return Optional.of(read(files.get(i)));
            } catch (ModelException e) {
                if (i == 0) {
                    throw new ModelException(
                            e.getMessage() + "; the run has no other checkpoint, start a new one",
                            e);
                }
                damaged.put(files.get(i), e);
            }
        }
        return Optional.empty();
    }

    private static Checkpoint read(Path file) {
        SafeTensors content = SafeTensors.read(file);
        try {
            return new Checkpoint(
                    Long.parseLong(content.metadata().get("step")),
                    Double.parseDouble(content.metadata().getOrDefault("seconds", "")),
                    Tensors.arrays(content),
                    Tensors.shapes(content));
        } catch (NumberFormatException e) {
            throw new ModelException(
                    "%s: metadata: expected step and seconds as numbers, found %s"
                            .formatted(file, content.metadata()),
                    e);
        }
    }

    /**
     * All averaged generators, oldest first.
     *
     * @return their files
     * @throws IOException if the folder cannot be read
     */
    public List<Snapshot> snapshots() throws IOException {
        return list(SNAPSHOT).stream().map(f -> new Snapshot(f, images(f))).toList();
    }

    /**
     * One averaged generator.
     *
     * @param images real pictures shown when it was made, null for the last
     * @return its file
     * @throws IOException if the folder cannot be read
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public Snapshot snapshot(Long images) throws IOException {
        List<Snapshot> all = snapshots();
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: expected a run with snapshots, found none. Train it first"
                            .formatted(folder));
        }
        if (images == null) {
            return all.get(all.size() - 1);
        }
        return all.stream()
                .filter(s -> s.images() == images)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "--snapshot: expected one of %s, found %d"
                                                .formatted(
                                                        all.stream().map(Snapshot::images).toList(),
                                                        images)));
    }

    private Path file(String what, long images) {
        return folder.resolve(String.format(Locale.ROOT, "%s-%010d.safetensors", what, images));
    }

    private static long images(Path file) {
        return Long.parseLong(file.getFileName().toString().replaceAll("\\D", ""));
    }

    private List<Path> list(String what) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            f -> f.getFileName().toString().matches(what + "-\\d+\\.safetensors"))
                    .sorted(Comparator.comparingLong(Snapshots::images))
                    .toList();
        }
    }
}
