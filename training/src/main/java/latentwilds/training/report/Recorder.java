package latentwilds.training.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import latentwilds.model.GeneratorWeights;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.reference.ReferenceGenerator;
import latentwilds.training.file.PngFile;
import latentwilds.training.file.Reason;
import latentwilds.training.loop.Checkpoint;
import latentwilds.training.loop.Tick;
import latentwilds.training.loop.Training;
import latentwilds.training.loop.TrainingListener;
import latentwilds.training.loop.Verdict;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Snapshots;

/**
 * Writes a run down as it goes: a line per tick, and a grid, a checkpoint and a snapshot at
 * intervals.
 */
public final class Recorder implements TrainingListener {
    static final String STATS = "stats.jsonl";
    static final String VERDICTS = "verdicts.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int GRID = 64;
    private static final int GROUND_GRID = 16;
    private static final int COLUMNS = 8;
    private static final int GROUND_CELLS = 8;

    private final RunFolder run;
    private final Snapshots snapshots;
    private long saved;

    /**
     * Prepares to write.
     *
     * @param run where
     * @param keepCheckpoints how many of the last checkpoints stay, at least 1
     */
    public Recorder(RunFolder run, int keepCheckpoints) {
        this.run = run;
        snapshots = new Snapshots(run, keepCheckpoints);
    }

    @Override
    public void onTick(Tick tick) {
        try {
            run.append(STATS, JSON.writeValueAsString(tick));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void onVerdict(Verdict verdict) {
        try {
            run.append(VERDICTS, JSON.writeValueAsString(verdict));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void onSnapshot(Training training) {
        Checkpoint checkpoint = training.checkpoint();
        GeneratorWeights weights = training.weights(checkpoint);
        long images = training.images();
        try (Generator generator = new ReferenceGenerator(weights)) {
            // First what a run cannot do without: on a full disk it may be the last that fits.
            if (images > 0) {
                snapshots.write(images, checkpoint, weights);
                saved = images;
            }
            boolean ground = weights.spec().spatial();
            Samples samples = new Samples(weights, generator, Map.of(), GROUND_CELLS);
            PngFile.write(
                    Sheet.grid(
                            samples.pictures(0, ground ? GROUND_GRID - 1 : GRID - 1),
                            ground ? COLUMNS / 2 : COLUMNS),
                    Grids.file(run, images));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Writes a training down that ends before it is done, unless a snapshot has just done so.
     *
     * @param training between two steps
     */
    public void save(Training training) {
        if (training.images() > saved) {
            onSnapshot(training);
        }
    }

    @Override
    public void onReturn(Training training) {
        Checkpoint checkpoint = training.checkpoint();
        try {
            snapshots.writeBack(training.images(), checkpoint, training.weights(checkpoint));
        } catch (IOException e) {
            throw unwritable(e);
        }
        rewind(training.images());
    }

    /**
     * Makes a run ready to be gone on with: half files are removed, damaged checkpoints set aside,
     * and what was written about steps after the last good one is taken back. Only for the holder
     * of the run's lock.
     *
     * @param batch pictures per step
     * @param warning told, in a sentence, about each damaged checkpoint
     * @return the last good checkpoint; nothing if the run has none yet
     * @throws IOException if the folder cannot be read or written to
     */
    public Optional<Checkpoint> recover(int batch, Consumer<String> warning) throws IOException {
        run.removeParts();
        Optional<Checkpoint> last = snapshots.lastGood(warning);
        rewind(last.map(Checkpoint::step).orElse(0L) * batch);
        return last;
    }

    /**
     * Takes back what was written about steps after a checkpoint, since they are taken again: lines
     * of logs, pictures and snapshots. To be done before anybody reads them. Only for the holder of
     * the run's lock.
     *
     * @param images real pictures shown when the checkpoint was made
     */
    public void rewind(long images) {
        try {
            run.rewind(images);
            Grids.removeAfter(run, images);
            snapshots.removeAfter(images);
        } catch (IOException e) {
            throw unwritable(e);
        }
        saved = images;
    }

    private UncheckedIOException unwritable(IOException e) {
        String kept;
        try (var files = Files.list(run.path())) {
            kept =
                    files.map(p -> p.getFileName().toString())
                            .filter(n -> n.matches("checkpoint-.*\\.safetensors"))
                            .max(String::compareTo)
                            .orElse("none yet");
        } catch (IOException unreadable) {
            kept = "unknown";
        }
        return new UncheckedIOException(
                "%s: cannot be written: %s. Make room or check permissions, then ./train resume %s (last good checkpoint: %s)"
                        .formatted(run.path(), Reason.of(e), run.path(), kept),
                e);
    }
}
