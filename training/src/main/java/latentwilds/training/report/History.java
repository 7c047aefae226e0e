package latentwilds.training.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import latentwilds.training.run.RunFolder;

/**
 * Everything that a run's folder tells about it, as far as it is there and whole.
 *
 * @param run the folder
 * @param options {@code training_options.json}
 * @param origin {@code run.json}
 * @param ticks {@code stats.jsonl}, by images seen
 * @param verdicts {@code verdicts.jsonl}, in the order they were given
 * @param metrics number's name to images seen to value
 * @param grids images seen to sample grid
 */
record History(
        RunFolder run,
        JsonNode options,
        JsonNode origin,
        List<ObjectNode> ticks,
        List<ObjectNode> verdicts,
        Map<String, SortedMap<Long, Metrics.Value>> metrics,
        SortedMap<Long, Path> grids) {

    /** How far a run is. */
    enum State {
        RUNNING,
        FINISHED,
        STOPPED,
        DIVERGED
    }

    static History of(RunFolder run) throws IOException {
        Path path = run.path();
        return new History(
                run,
                JsonLines.tree(path.resolve("training_options.json")),
                JsonLines.tree(path.resolve("run.json")),
                JsonLines.steps(path.resolve(Recorder.STATS)),
                JsonLines.read(path.resolve("verdicts.jsonl")),
                Metrics.curves(run),
                Grids.all(run));
    }

    String name() {
        return String.valueOf(run.path().toAbsolutePath().normalize().getFileName());
    }

    /** Real pictures shown so far, as far as logged. */
    long images() {
        long ticked = ticks.isEmpty() ? 0 : last().path("images").asLong();
        return grids.isEmpty() ? ticked : Math.max(ticked, grids.lastKey());
    }

    /** Training time in seconds, without what was written meanwhile. */
    double seconds() {
        return ticks.isEmpty() ? 0 : last().path("seconds").asDouble();
    }

    /**
     * Judged from the files.
     *
     * @param training whether a training is at work on it right now
     */
    State state(boolean training) {
        if (images() >= options.path("images").asLong(Long.MAX_VALUE)) {
            return State.FINISHED;
        }
        if (training) {
            return State.RUNNING;
        }
        ObjectNode word = verdicts.isEmpty() ? null : verdicts.get(verdicts.size() - 1);
        // One that something was done about is not the end.
        boolean lost =
                word != null
                        && word.path("verdict").asText().equals("not-a-number")
                        && word.path("action").asText("none").equals("none")
                        && word.path("images").asLong() >= images();
        return lost ? State.DIVERGED : State.STOPPED;
    }

    private ObjectNode last() {
        return ticks.get(ticks.size() - 1);
    }
}
