package latentwilds.training.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentwilds.training.loop.Training;

/**
 * What came of one sitting of a run.
 *
 * @param run its folder
 * @param kind what it makes
 * @param images real pictures shown so far
 * @param seconds spent training, earlier sittings included
 * @param done whether all images were shown
 * @param slowLayers layers whose fast kernel is wrong on this machine
 */
record Sitting(
        Path run, String kind, long images, double seconds, boolean done, List<String> slowLayers) {

    static Sitting of(Path run, Training training) {
        return new Sitting(
                run,
                training.options().kind(),
                training.images(),
                training.seconds(),
                done(training),
                List.copyOf(training.slowLayers()));
    }

    static boolean done(Training training) {
        return training.images() >= training.options().images();
    }

    /** For people: what to do next. */
    String words() {
        if (done) {
            return "Done. Export with: ./train export --run %s --out assets/models/%s"
                    .formatted(run, kind);
        }
        return "%s. Go on with: ./train resume %s"
                .formatted(
                        images == 0
                                ? "Stopped before the first step"
                                : "Saved after %d images".formatted(images),
                        run);
    }

    /** For programs: plain data, keys in the order to be printed. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("run", run.toString());
        values.put("images", images);
        values.put("seconds", seconds);
        values.put("done", done);
        values.put("slowLayers", slowLayers);
        return values;
    }
}
