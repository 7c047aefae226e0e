package latentwilds.training.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import latentwilds.training.tensorboard.Tags;

/** The parts of a page that tell of each run in words. */
final class RunSections {
    private RunSections() {}

    /** A run's name with its colour, as tables and captions carry it. */
    static String label(List<History> runs, int index) {
        String name = Html.text(runs.get(index).name());
        return runs.size() == 1
                ? name
                : "<span class=\"run\" style=\"--run: var(--run%d)\">%s</span>"
                        .formatted(index % 8, name);
    }

    static String summary(List<History> runs, List<History.State> states) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            History run = runs.get(i);
            long total = run.options().path("images").asLong(run.images());
            html.append("<article><h3>").append(label(runs, i)).append(" <span class=\"state ");
            String state = states.get(i).name().toLowerCase(Locale.ROOT);
            html.append(state).append("\">").append(state).append("</span></h3>");
            html.append(
                    "<p><progress max=\"%d\" value=\"%d\">%d of %d images</progress></p><dl>"
                            .formatted(Math.max(1, total), run.images(), run.images(), total));
            facts(run, total).forEach((term, fact) -> fact(html, term, fact));
            html.append("</dl></article>");
        }
        return html.toString();
    }

    private static Map<String, String> facts(History run, long total) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Images seen", Html.count(run.images()) + " of " + Html.count(total));
        facts.put("Training time", Html.time(run.seconds()));
        List<ObjectNode> ticks = run.ticks();
        if (ticks.isEmpty()) {
            return facts;
        }
        double ticked = ticks.get(ticks.size() - 1).path("images").asDouble();
        facts.put("Images per second", String.format(Locale.ROOT, "%.1f", ticked / run.seconds()));
        Map<String, Double> last = new TreeMap<>(Tags.scalars(ticks.get(ticks.size() - 1)));
        Double waiting = last.get("speed/data_share");
        if (waiting != null) {
            facts.put("Waiting for data", String.format(Locale.ROOT, "%.1f %%", waiting * 100));
        }
        last.forEach(
                (tag, value) -> {
                    if (tag.matches("(?i).*(memory|rss|native|heap).*")) {
                        facts.put(tag.replace('_', ' ').replace('/', ' '), Html.number(value));
                    }
                });
        facts.put("Verdicts", run.verdicts().isEmpty() ? "none" : "" + run.verdicts().size());
        return facts;
    }

    private static void fact(StringBuilder html, String term, String fact) {
        html.append("<div><dt>").append(Html.text(term)).append("</dt><dd>");
        html.append(Html.text(fact)).append("</dd></div>");
    }

    /** Numbered as the marks on the curves are. */
    static String verdicts(List<History> runs) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            List<ObjectNode> verdicts = runs.get(i).verdicts();
            if (verdicts.isEmpty()) {
                continue;
            }
            html.append(runs.size() == 1 ? "" : "<h3>" + label(runs, i) + "</h3>");
            html.append("<ol class=\"verdicts\">");
            for (ObjectNode verdict : verdicts) {
                html.append(
                        "<li><b>%s</b> <span class=\"when\">after %s images</span><br>%s%s</li>"
                                .formatted(
                                        Html.text(verdict.path("verdict").asText("verdict")),
                                        Html.count(verdict.path("images").asLong()),
                                        Html.text(verdict.path("words").asText("")),
                                        action(verdict.path("action").asText(""))));
            }
            html.append("</ol>");
        }
        return html.isEmpty()
                ? "<p class=\"none\">The watchdog found nothing to say.</p>"
                : html.toString();
    }

    private static String action(String action) {
        return action.isBlank() || action.equals("none")
                ? " <i>Nothing was done.</i>"
                : " <i>Done: " + Html.text(action) + "</i>";
    }

    /** The line that made a run, or one that makes it again where that was not written down. */
    static String commands(List<History> runs) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            History run = runs.get(i);
            String made = run.origin().path("command").asText("");
            String again =
                    "./train train --config %s --data %s"
                            .formatted(
                                    run.run().path().resolve("training_options.json"),
                                    run.origin().path("dataset").asText("DATASET"));
            html.append("<p>").append(runs.size() == 1 ? "" : label(runs, i) + ": ");
            html.append(made.isEmpty() ? "The same once more:" : "Made by:");
            html.append("</p><pre><code>").append(Html.text(made.isEmpty() ? again : made));
            html.append("</code></pre>");
        }
        return html.toString();
    }
}
