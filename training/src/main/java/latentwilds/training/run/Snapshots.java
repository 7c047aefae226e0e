package latentwilds.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelException;
import latentwilds.model.ModelFile;
import latentwilds.model.SafeTensors;
import latentwilds.training.loop.Checkpoint;

/**
 * Checkpoints (everything, to go on) and snapshots (the averaged generator, to use) of a run,
 * numbered by images seen. Each file is written whole and then renamed; of the checkpoints the last
 * few are kept.
 */
public final class Snapshots {
    private static final int KEPT = 2;
    private static final String CHECKPOINT = "checkpoint";
    private static final String SNAPSHOT = "snapshot";

    private final Path folder;

    /**
     * Looks into a run.
     *
     * @param run the run
     */
    public Snapshots(RunFolder run) {
        folder = run.path();
    }

    /**
     * One averaged generator.
     *
     * @param file a model file
     * @param images real pictures shown when it was made
     */
    public record Snapshot(Path file, long images) {}

    /**
     * Writes both, then drops old checkpoints.
     *
     * @param images real pictures shown so far
     * @param checkpoint everything
     * @param weights the averaged generator
     * @throws IOException if they cannot be written; what was there is untouched
     */
    public void write(long images, Checkpoint checkpoint, GeneratorWeights weights)
            throws IOException {
        Map<String, SafeTensors.Tensor> tensors = new LinkedHashMap<>();
        checkpoint
                .arrays()
                .forEach(
                        (name, values) ->
                                tensors.put(
                                        name,
                                        new SafeTensors.Tensor(
                                                checkpoint
                                                        .shapes()
                                                        .getOrDefault(
                                                                name, new int[] {values.length}),
                                                values)));
        Map<String, String> state =
                Map.of(
                        "step", Long.toString(checkpoint.step()),
                        "seconds", Double.toString(checkpoint.seconds()));
        new SafeTensors(tensors, state).write(file(CHECKPOINT, images), SafeTensors.Type.F32);
        ModelFile.write(file(SNAPSHOT, images), weights, SafeTensors.Type.F32);
        List<Path> checkpoints = list(CHECKPOINT);
        for (Path old : checkpoints.subList(0, Math.max(0, checkpoints.size() - KEPT))) {
            Files.delete(old);
        }
    }

    /**
     * The newest checkpoint.
     *
     * @return nothing if the run has none
     * @throws IOException if the folder cannot be read
     * @throws ModelException if the checkpoint is damaged
     */
    public Optional<Checkpoint> latestCheckpoint() throws IOException {
        List<Path> files = list(CHECKPOINT);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Path newest = files.get(files.size() - 1);
        SafeTensors content = SafeTensors.read(newest);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        Map<String, int[]> shapes = new LinkedHashMap<>();
        content.tensors()
                .forEach(
                        (name, tensor) -> {
                            arrays.put(name, tensor.values());
                            shapes.put(name, tensor.shape());
                        });
        try {
            return Optional.of(
                    new Checkpoint(
                            Long.parseLong(content.metadata().get("step")),
                            Double.parseDouble(content.metadata().getOrDefault("seconds", "")),
                            arrays,
                            shapes));
        } catch (NumberFormatException e) {
            throw new ModelException(
                    "%s: metadata: expected step and seconds as numbers, found %s. Remove it to go on from the checkpoint before"
                            .formatted(newest, content.metadata()),
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
