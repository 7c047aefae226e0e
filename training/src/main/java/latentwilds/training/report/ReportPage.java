package latentwilds.training.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page about one or several runs that needs nothing but itself: styles, script, curves and
 * pictures are inside. The template is {@code report.html} beside this class; uPlot draws the
 * curves.
 */
final class ReportPage {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/%s/";
    private static final String UPLOT_VERSION =
            "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

    private ReportPage() {}

    /**
     * Makes the page.
     *
     * @param runs at least one
     * @param states of the runs, in their order
     * @param frames encoded pictures from the last time, or a new one
     * @return HTML
     * @throws IOException if a part of the page itself cannot be read
     */
    static String of(List<History> runs, List<History.State> states, Frames frames)
            throws IOException {
        Pictures pictures = new Pictures(runs, frames);
        ObjectNode data = JSON.createObjectNode();
        data.set("runs", names(runs));
        data.set("ticks", Curves.ticks(runs));
        data.set("metrics", Curves.metrics(runs));
        data.set("verdicts", verdicts(runs));
        data.set("slides", pictures.history());
        Map<String, String> parts = new HashMap<>();
        parts.put("title", Html.text(title(runs)));
        parts.put(
                "made",
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(LocalDateTime.now()));
        parts.put("summary", RunSections.summary(runs, states));
        parts.put("slides", pictures.slides());
        parts.put("comparison", pictures.comparison());
        parts.put("neighbours", pictures.neighbours());
        parts.put("metrics", MetricsTable.of(runs));
        parts.put("verdicts", RunSections.verdicts(runs));
        parts.put("options", OptionsTable.of(runs));
        parts.put("commands", RunSections.commands(runs));
        parts.put("leftOut", pictures.leftOut());
        parts.put("heavy", Integer.toString(Frames.HEAVY / 1024));
        parts.put("data", Html.json(data));
        String uplot = uplot();
        parts.put("style", resource(uplot + "dist/uPlot.min.css") + resource("report.css"));
        parts.put("uplot", resource(uplot + "dist/uPlot.iife.min.js"));
        parts.put("uplotLicence", Html.text(resource(uplot + "LICENSE")));
        parts.put("script", resource("report.js"));
        return filled(resource("report.html"), parts);
    }

    /** What is filled in is not looked through for places again. */
    private static String filled(String template, Map<String, String> parts) {
        Matcher place = PLACE.matcher(template);
        StringBuilder page = new StringBuilder();
        while (place.find()) {
            place.appendReplacement(page, Matcher.quoteReplacement(parts.get(place.group(1))));
        }
        return place.appendTail(page).toString();
    }

    private static String title(List<History> runs) {
        if (runs.size() > 1) {
            return runs.size() + " runs compared";
        }
        History run = runs.get(0);
        return String.format(
                Locale.ROOT,
                "%s, %s images",
                run.options().path("kind").asText(run.name()),
                Html.count(run.images()));
    }

    private static ArrayNode names(List<History> runs) {
        ArrayNode names = JSON.createArrayNode();
        runs.forEach(run -> names.add(run.name()));
        return names;
    }

    private static ArrayNode verdicts(List<History> runs) {
        ArrayNode all = JSON.createArrayNode();
        for (History run : runs) {
            ArrayNode own = all.addArray();
            run.verdicts().forEach(verdict -> own.add(verdict.path("images").asLong()));
        }
        return all;
    }

    /** The library's folder on the class path, which its version names. */
    private static String uplot() throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(resource(UPLOT_VERSION)));
        return UPLOT.formatted(properties.getProperty("version"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("%s is not on the class path".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
