package latentwilds.training.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The pictures of a page. One that cannot be read is left out, and the page says so. */
final class Pictures {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<History> runs;
    private final Frames frames;
    private final StringBuilder leftOut = new StringBuilder();

    Pictures(List<History> runs, Frames frames) {
        this.runs = runs;
        this.frames = frames;
    }

    /** Per run {@code [{images, source}]}, for the slider. */
    ArrayNode history() {
        ArrayNode all = JSON.createArrayNode();
        for (History run : runs) {
            ArrayNode own = all.addArray();
            Frames.chosen(run.grids())
                    .forEach(
                            (images, file) -> {
                                Frames.Frame frame = frame(file, true);
                                if (frame != null) {
                                    ObjectNode one = own.addObject();
                                    one.put("images", images).put("source", frame.source());
                                }
                            });
        }
        return all;
    }

    /** One figure per run for the slider to change; the last grid until it is moved. */
    String slides() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            SortedMap<Long, Path> grids = runs.get(i).grids();
            Frames.Frame last = grids.isEmpty() ? null : frame(grids.get(grids.lastKey()), true);
            if (last == null) {
                continue;
            }
            html.append(
                    """
                    <figure><img data-slide="%d" src="%s" width="%d" height="%d" \
                    alt="Samples of %s from the same latents at every step of its training">
                    <figcaption>%s <output data-slide-at="%d">after %s images</output>%s</figcaption></figure>
                    """
                            .formatted(
                                    i,
                                    last.source(),
                                    last.width(),
                                    last.height(),
                                    Html.text(runs.get(i).name()),
                                    runs.size() == 1 ? "" : label(i),
                                    i,
                                    Html.count(grids.lastKey()),
                                    shown(grids.size())));
        }
        return html.isEmpty() ? "<p class=\"none\">No sample grids yet.</p>" : html.toString();
    }

    private static String shown(int grids) {
        return grids <= Frames.MOST
                ? ""
                : "<br><small>%d of %d grids, evenly chosen</small>".formatted(Frames.MOST, grids);
    }

    /** Real beside fake, one pixel as large here as there. */
    String comparison() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            Map<String, Frames.Frame> pair = new LinkedHashMap<>();
            SortedMap<Long, Path> grids = runs.get(i).grids();
            put(pair, "Real", runs.get(i).run().path().resolve("reals.png"));
            if (!grids.isEmpty()) {
                String fake = "Fake, after %s images".formatted(Html.count(grids.lastKey()));
                put(pair, fake, grids.get(grids.lastKey()));
            }
            int widest = pair.values().stream().mapToInt(Frames.Frame::width).max().orElse(1);
            html.append(runs.size() == 1 || pair.isEmpty() ? "" : "<h3>" + label(i) + "</h3>");
            html.append("<div class=\"pair\">");
            pair.forEach((what, frame) -> figure(html, what, frame, widest));
            html.append("</div>");
        }
        return html.toString();
    }

    private void put(Map<String, Frames.Frame> pair, String what, Path file) {
        Frames.Frame frame = Files.exists(file) ? frame(file, false) : null;
        if (frame != null) {
            pair.put(what, frame);
        }
    }

    private static void figure(StringBuilder html, String what, Frames.Frame frame, int widest) {
        html.append(
                "<figure><img src=\"%s\" width=\"%d\" height=\"%d\" style=\"width: %.2f%%\" alt=\"%s\"><figcaption>%s</figcaption></figure>"
                        .formatted(
                                frame.source(),
                                frame.width(),
                                frame.height(),
                                100.0 * frame.width() / widest,
                                what.startsWith("Samples") ? what : what + " pictures",
                                what));
    }

    /** Each sample with the training pictures nearest to it, where that sheet was made. */
    String neighbours() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            Path file = runs.get(i).run().path().resolve(Neighbours.NAME);
            Frames.Frame frame = Files.exists(file) ? frame(file, false) : null;
            if (frame != null) {
                html.append(runs.size() == 1 ? "" : "<h3>" + label(i) + "</h3>");
                figure(
                        html,
                        "Samples, each with the training pictures nearest to it",
                        frame,
                        frame.width());
            }
        }
        return html.isEmpty()
                ? "<p class=\"none\">No sheet yet: <code>./train report</code> makes it where the"
                        + " data set is at hand.</p>"
                : html.toString();
    }

    /** What could not be read, as a paragraph; empty if nothing. */
    String leftOut() {
        return leftOut.isEmpty() ? "" : "<p>Left out, since unreadable: " + leftOut + "</p>";
    }

    private Frames.Frame frame(Path file, boolean light) {
        try {
            return light ? frames.light(file) : frames.exact(file);
        } catch (IOException e) {
            String name = Html.text(file.getFileName());
            if (leftOut.indexOf(name) < 0) {
                leftOut.append(leftOut.isEmpty() ? "" : ", ").append(name);
            }
            return null;
        }
    }

    private String label(int run) {
        return RunSections.label(runs, run);
    }
}
