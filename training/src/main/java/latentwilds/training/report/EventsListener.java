package latentwilds.training.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import latentwilds.training.file.Convenience;
import latentwilds.training.loop.Tick;
import latentwilds.training.loop.Training;
import latentwilds.training.loop.TrainingListener;
import latentwilds.training.run.RunFolder;
import latentwilds.training.tensorboard.EventFile;
import latentwilds.training.tensorboard.Tags;

/**
 * Writes a run for TensorBoard, into event files in its folder: every number of every tick, the
 * sample grid and what the metrics say, by images seen. To be told after what writes the grid. A
 * resumed run gets a new file; where steps go back, TensorBoard is told to drop what came after.
 */
public final class EventsListener implements TrainingListener {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunFolder run;
    private final Convenience convenience;
    private final Map<String, Integer> metricsTold = new TreeMap<>();
    private EventFile events;
    private long last;

    /**
     * Prepares to write; nothing is written before the first tick or snapshot.
     *
     * @param run where
     * @param log told at most one line if files cannot be written
     */
    public EventsListener(RunFolder run, Consumer<String> log) {
        this.run = run;
        convenience = new Convenience(run.path() + ": TensorBoard events", log);
        skipMetrics();
    }

    private void skipMetrics() {
        convenience.attempt(
                () -> Metrics.lines(run).forEach((n, lines) -> metricsTold.put(n, lines.size())));
    }

    @Override
    public void onReturn(Training training) {
        metricsTold.clear();
        skipMetrics();
    }

    @Override
    public void onTick(Tick tick) {
        Map<String, Double> scalars = Tags.scalars(JSON.valueToTree(tick));
        attempt(() -> at(tick.images()).scalars(tick.images(), scalars));
    }

    @Override
    public void onSnapshot(Training training) {
        snapshot(training.images());
    }

    void snapshot(long images) {
        attempt(
                () -> {
                    Path grid = Grids.file(run, images);
                    if (Files.exists(grid)) {
                        BufferedImage image = ImageIO.read(grid.toFile());
                        at(images)
                                .image(
                                        images,
                                        "samples/fixed_latents",
                                        image.getWidth(),
                                        image.getHeight(),
                                        Files.readAllBytes(grid));
                    }
                    metrics(images);
                });
    }

    private void metrics(long images) throws IOException {
        for (var metric : Metrics.lines(run).entrySet()) {
            List<ObjectNode> lines = metric.getValue();
            int from = Math.min(metricsTold.getOrDefault(metric.getKey(), 0), lines.size());
            metricsTold.put(metric.getKey(), lines.size());
            for (ObjectNode line : lines.subList(from, lines.size())) {
                Map<String, Double> scalars = new LinkedHashMap<>();
                Metrics.values(metric.getKey(), line)
                        .forEach((name, value) -> scalars.put("metric/" + name, value.value()));
                at(images).scalars(line.path("images").asLong(images), scalars);
            }
        }
    }

    /** The file to write to; its first step, and each step back, begins anew. */
    private EventFile at(long images) throws IOException {
        boolean first = events == null;
        if (first) {
            events = new EventFile(run.path());
        }
        if (first || images < last) {
            events.start(images);
        }
        last = images;
        return events;
    }

    /** After a failure the file may end in half a record: the next attempt begins another. */
    private void attempt(Convenience.Task task) {
        convenience.attempt(
                () -> {
                    try {
                        task.run();
                    } catch (IOException | RuntimeException e) {
                        events = null;
                        throw e;
                    }
                });
    }
}
