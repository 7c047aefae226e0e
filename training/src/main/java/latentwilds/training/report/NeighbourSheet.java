package latentwilds.training.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelFile;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.reference.ReferenceGenerator;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.file.PngFile;
import latentwilds.training.metric.NearestTraining;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Snapshots;

/**
 * Makes a run's {@value Neighbours#NAME}: its newest generator against its own training pictures.
 */
public final class NeighbourSheet {
    private static final int SAMPLES = 16;

    private NeighbourSheet() {}

    /**
     * Writes the sheet, unless the one that is there is newer than the newest snapshot.
     *
     * @param run whose
     * @param log told what takes its time, a line at a time
     * @throws IOException if pictures cannot be read or the sheet cannot be written
     * @throws IllegalArgumentException if the run has no snapshot or its data set is not there
     */
    public static void write(RunFolder run, Consumer<String> log) throws IOException {
        List<Snapshots.Snapshot> snapshots = new Snapshots(run).snapshots();
        if (snapshots.isEmpty()) {
            throw new IllegalArgumentException(
                    run.path() + ": expected a snapshot, found none. Train it further");
        }
        Path newest = snapshots.get(snapshots.size() - 1).file();
        Path sheet = run.path().resolve(Neighbours.NAME);
        if (Files.exists(sheet)
                && Files.getLastModifiedTime(sheet).compareTo(Files.getLastModifiedTime(newest))
                        > 0) {
            return;
        }
        Dataset dataset = Dataset.open(Path.of(run.origin().dataset()));
        GeneratorWeights weights = ModelFile.read(newest);
        try (Generator generator = new ReferenceGenerator(weights)) {
            int size = run.options().size();
            int cells = weights.spec().spatial() ? size / weights.spec().cellPixels() : 1;
            List<Picture> samples =
                    new Samples(weights, generator, Map.of(), cells).pictures(0, SAMPLES - 1);
            List<List<Picture>> nearest =
                    NearestTraining.of(
                            dataset, samples, weights.spec().spatial(), Neighbours.NEAREST, log);
            PngFile.write(Neighbours.sheet(samples, nearest), sheet);
        }
    }
}
