package latentwilds.training.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelFile;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest;
import latentwilds.training.file.Reason;
import latentwilds.training.loop.Training;
import latentwilds.training.loop.TrainingListener;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.metric.EvaluationOptions;
import latentwilds.training.metric.Figures;
import latentwilds.training.metric.QuickKid;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Snapshots;

/**
 * Measures KID at every snapshot, writes it to {@code metric-kid.jsonl}, and stops a run that has
 * not become better for some snapshots. What was measured before a resume counts. Holds native
 * memory, the owner closes it; used by the training thread.
 */
public final class EarlyStopping implements TrainingListener, AutoCloseable {
    private static final String LOG = "metric-kid.jsonl";
    private static final int LARGEST_CROP = 128;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunFolder run;
    private final int patience;
    private final QuickKid kid;
    private final Consumer<String> say;
    private double best;
    private long bestImages;
    private int worse;

    /**
     * Computes the features of the held-out images.
     *
     * @param run where
     * @param options of the run; {@code watch} says how much and how long
     * @param dataset with held-out images
     * @param say told what is going on, a line at a time
     */
    public EarlyStopping(
            RunFolder run, TrainingOptions options, Dataset dataset, Consumer<String> say) {
        this.run = run;
        this.say = say;
        patience = options.watch().patience();
        kid =
                new QuickKid(
                        dataset,
                        options.generator().spatial(),
                        new EvaluationOptions(
                                options.watch().kidSamples(),
                                DatasetManifest.Split.HELD_OUT,
                                true,
                                Math.min(LARGEST_CROP, options.size()),
                                options.seed(),
                                options.threads()),
                        say);
    }

    /** What the log says, so that a resumed run, or one that went back, decides as any other. */
    private void readLog() {
        best = Double.POSITIVE_INFINITY;
        bestImages = 0;
        worse = 0;
        try {
            for (String line : run.lines(LOG)) {
                remember(line);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void remember(String line) {
        try {
            JsonNode before = JSON.readTree(line);
            count(
                    before.path("images").asLong(),
                    before.path("values").path(Figures.KID).asDouble());
        } catch (JsonProcessingException e) {
            // Cut off when the run was killed.
        }
    }

    private void count(long images, double value) {
        if (value < best) {
            best = value;
            bestImages = images;
            worse = 0;
        } else {
            worse++;
        }
    }

    /** What the recorder has just written: the average need not be measured again. */
    private GeneratorWeights snapshot(long images) {
        try {
            return ModelFile.read(new Snapshots(run).snapshot(images).file());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void onSnapshot(Training training) {
        if (training.images() == 0) {
            return;
        }
        QuickKid.Score score = kid.measure(snapshot(training.images()));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("images", training.images());
        line.put(
                "snapshot",
                String.format(Locale.ROOT, "snapshot-%010d.safetensors", training.images()));
        line.put("samples", score.samples());
        line.put("reals", score.reals());
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(Figures.KID, score.kid());
        values.put(Figures.KID_ERROR, score.kidError());
        values.put(Figures.COVERAGE, score.coverage());
        line.put("values", values);
        try {
            run.append(LOG, JSON.writeValueAsString(line));
        } catch (IOException e) {
            throw failed(e);
        }
        readLog();
        say.accept(
                String.format(
                        Locale.ROOT,
                        "KID x 1000 after %d images: %.2f +- %.2f, coverage %.2f (best %.2f after"
                                + " %d)",
                        training.images(),
                        score.kid(),
                        score.kidError(),
                        score.coverage(),
                        best,
                        bestImages));
        if (patience > 0 && worse >= patience) {
            say.accept(
                    "Stopping early: no better KID for %d snapshots. Export the best with --snapshot %d"
                            .formatted(worse, bestImages));
            training.stop();
        }
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException(
                "%s: %s: %s. Make room or check permissions, then ./train resume %s"
                        .formatted(run.path(), LOG, Reason.of(e), run.path()),
                e);
    }

    @Override
    public void close() {
        kid.close();
    }
}
